import { useMutation } from '@tanstack/react-query';
import { seenLine } from '../../../shared/typed-text.ts';
import { typedInto } from '../../ui/typed-into.ts';
import { useState } from 'react';
import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { api } from '../../data/api.ts';
import { DayText } from '../../parts/days/day.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExhibitView } from '../../parts/records/exhibit-view.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { byteWords } from '../../../shared/byte-words.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { detailProblem, detailsOf } from './exhibit-details.ts';
import { ExhibitForm } from './exhibit-form.tsx';
import css from './exhibits.module.css';
import { useCaseWork } from './use-case-work.ts';
import { sameValue } from './values.ts';
import { useCaseRight } from './use-paper-rights.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Note } from '../../ui/note.tsx';

/** One exhibit: the sealed original at the left, what is stated about it at the right. Closing keeps what was typed. */
export function ExhibitDialog({ exhibit, onClose }: { exhibit: Exhibit; onClose: () => void }) {
  const { refresh } = useCaseWork();
  const [details, setDetails] = useState<ExhibitDetails>(() => detailsOf(exhibit));
  const right = useCaseRight('evidence.describe');
  const changed = Object.entries(details).some(([key, value]) => !sameValue(value, Reflect.get(exhibit, key)));
  const save = useMutation({
    mutationFn: async () => {
      await api.evidence.describe({ ...details, exhibitId: exhibit.id });
      await refresh();
    },
    onSuccess: onClose,
  });
  const reason = right ?? (details.title.trim() === '' ? '请先写证据名称。' : null);
  const problem = detailProblem(details);
  const leave = (): void => (changed && reason === null ? save.mutate() : onClose());
  return (
    <Dialog title={exhibit.title} onClose={leave} width="min(94vw, 1240px)" data-testid="exhibit-dialog">
      <div className={css.dialog}>
        <div className={css.viewer}>
          <ExhibitView exhibit={{ ...exhibit, encoding: details.encoding }} />
        </div>
        <div className={css.side}>
          {exhibit.withdrawnReason !== null && (
            <Note>
              <p>已撤下：{exhibit.withdrawnReason}</p>
            </Note>
          )}
          <ExhibitForm
            exhibit={exhibit}
            details={details}
            locked={right !== null || exhibit.withdrawnReason !== null}
            onChange={(part) => setDetails((now) => ({ ...now, ...part }))}
          />
          {problem !== null && (
            <Note isAlert>
              <p>{problem}</p>
            </Note>
          )}
          <RefusalNote error={save.error} onClose={save.reset} />
          <ActBar>
            {exhibit.withdrawnReason === null && <Withdraw exhibit={exhibit} onDone={onClose} />}
            <ReasonButton
              kind="primary"
              data-testid="save-exhibit"
              reason={reason}
              busy={save.isPending}
              onClick={leave}
            >
              {changed ? '保存' : '关闭'}
            </ReasonButton>
          </ActBar>
          <Fingerprint exhibit={exhibit} />
        </div>
      </div>
    </Dialog>
  );
}

function Withdraw({ exhibit, onDone }: { exhibit: Exhibit; onDone: () => void }) {
  const { refresh } = useCaseWork();
  const [reason, setReason] = useState<string | null>(null);
  const right = useCaseRight('evidence.withdraw');
  const withdraw = useMutation({
    mutationFn: async (why: string) => {
      await api.evidence.withdraw({ exhibitId: exhibit.id, reason: why });
      await refresh();
    },
    onSuccess: onDone,
  });
  if (reason === null)
    return (
      <ReasonButton kind="quiet" data-testid="withdraw" reason={right} onClick={() => setReason('')}>
        撤下
      </ReasonButton>
    );
  return (
    <div className={css.withdraw}>
      <label htmlFor="withdraw-reason">撤下的理由（原件仍加密保存，第四十八条）</label>
      <input id="withdraw-reason" maxLength={256} autoFocus value={reason} {...typedInto(seenLine, setReason)} />
      <RefusalNote error={withdraw.error} onClose={withdraw.reset} />
      <ActBar>
        <ReasonButton onClick={() => setReason(null)}>不撤</ReasonButton>
        <ReasonButton
          data-testid="confirm-withdraw"
          reason={reason.trim().length < 2 ? '请写明撤下的理由。' : null}
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate(reason)}
        >
          撤下
        </ReasonButton>
      </ActBar>
    </div>
  );
}

/** The case it was taken over from; who may not open that is told no more (第四十二条). */
function CameFrom({ exhibit: { fromCaseId } }: { exhibit: Exhibit }) {
  const { file } = useCaseWork();
  const from = file.chain.find(({ id }) => id === fromCaseId);
  return (
    <>
      <dt>引自</dt>
      <dd>
        {from === undefined
          ? '来源案件（同一份密封原件）'
          : `${from.causeName}　${numberWords(from.number)}（同一份密封原件）`}
      </dd>
    </>
  );
}

/** What proves that the file is the one that was taken in. */
function Fingerprint({ exhibit }: { exhibit: Exhibit }) {
  return (
    <dl className={css.print}>
      <dt>文件</dt>
      <dd>
        {exhibit.fileName}　{byteWords(exhibit.bytes)}
      </dd>
      <dt>收存</dt>
      <dd>
        <DayText value={exhibit.importedAt} />　{exhibit.importedBy}
      </dd>
      {exhibit.fromCaseId !== null && <CameFrom exhibit={exhibit} />}
      <dt>SHA-256</dt>
      <dd className={css.hash}>{exhibit.sha256}</dd>
      <dt>SM3</dt>
      <dd className={css.hash}>
        {exhibit.sm3 ?? (exhibit.damage === null ? '计算中，算好后自动显示' : '文件已损坏，无法计算')}
      </dd>
    </dl>
  );
}
