import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChainedCase } from '../../../shared/case-file.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { originCase } from '../../../shared/procedure/carry.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { offeredEvidence } from './begin-from.ts';
import css from './begin-from-dialog.module.css';
import { useCalmCase, useCaseWork } from './use-case-work.ts';

/** The way to more evidence of the case this one was begun from; nothing where there is none that may be opened. */
export function TakeOver() {
  const { file } = useCalmCase();
  const right = useRight('evidence.takeOver');
  const [isOpen, setOpen] = useState(false);
  const origin = originCase(file);
  if (origin === undefined) return null;
  const reason = file.case.state === 'filed' ? '本案已经归档，不能再增加证据。' : right;
  return (
    <>
      <ReasonButton data-testid="take-over" reason={reason} onClick={() => setOpen(true)}>
        从来源案件带入
      </ReasonButton>
      {isOpen && <TakeOverDialog origin={origin} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeOverDialog({ origin, onClose }: { origin: ChainedCase; onClose: () => void }) {
  const { file, input, refresh } = useCaseWork();
  const opened = useQuery(queries.cases.open.queryOptions({ input: { caseId: origin.id } }));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const taken = new Set(file.exhibits.map(({ fromId }) => fromId));
  const offered =
    opened.data === undefined
      ? []
      : offeredEvidence(opened.data.file, input.templates, undefined).filter(({ id }) => !taken.has(id));
  const idsOf = (kind: 'exhibit' | 'paper'): string[] =>
    offered.filter((item) => item.kind === kind && chosen.has(item.id)).map(({ id }) => id);
  const take = useMutation({
    mutationFn: async () => {
      const made = await api.evidence.takeOver({
        caseId: file.case.id,
        exhibitIds: idsOf('exhibit'),
        paperIds: idsOf('paper'),
      });
      await refresh();
      return made.length;
    },
    onSuccess: (count) => {
      onClose();
      sayDone(`已从来源案件带入证据${count}件。`);
    },
  });
  const toggle = (id: string, isIn: boolean): void =>
    setChosen(new Set(isIn ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  return (
    <Dialog title="从来源案件带入证据" onClose={onClose} width={640} data-testid="take-over-dialog">
      <p className="second">
        {origin.causeName}　{numberWords(origin.number)}；引用同一份密封原件，不另复制。
      </p>
      <div className={css.items}>
        {offered.map(({ id, title }) => (
          <Check key={id} checked={chosen.has(id)} onChange={(isIn) => toggle(id, isIn)}>
            {title}
          </Check>
        ))}
        {opened.isSuccess && offered.length === 0 && <p>来源案件的证据和笔录都已带入。</p>}
      </div>
      <RefusalNote error={take.error ?? opened.error} onClose={take.reset} />
      <ActBar>
        <ReasonButton onClick={onClose}>取消</ReasonButton>
        <ReasonButton
          kind="primary"
          data-testid="confirm-take-over"
          reason={chosen.size === 0 ? '请先选要带入的证据。' : null}
          busy={take.isPending}
          onClick={() => take.mutate()}
        >
          带入 {chosen.size} 件
        </ReasonButton>
      </ActBar>
    </Dialog>
  );
}
