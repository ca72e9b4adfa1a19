import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ExhibitKind, type Exhibit, type ExhibitDetails } from '../../../shared/case-file.ts';
import { api } from '../../data/api.ts';
import { DateField } from '../../parts/days/date-field.tsx';
import { useRight } from '../../data/rights.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { optionsOf, SelectField, TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { detailsOf, missingDetails } from './exhibit-details.ts';
import css from './exhibits.module.css';
import { useCaseWork } from './use-case-work.ts';

/** What several exhibits have in common; what is left empty stays as each has it. */
type Common = Pick<ExhibitDetails, 'source' | 'maker' | 'proves' | 'gatheredAt'> & {
  kind: ExhibitDetails['kind'] | '';
  originality: ExhibitDetails['originality'] | '';
  stepId: string;
};

const nothing: Common = { source: '', maker: '', proves: '', gatheredAt: '', kind: '', originality: '', stepId: '' };

/** Several exhibits described at once: their titles one below the other, and what they have in common once. */
export function DescribeTogether({ exhibits, onClose }: { exhibits: readonly Exhibit[]; onClose: () => void }) {
  const { refresh } = useCaseWork();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(exhibits.filter((exhibit) => missingDetails(exhibit) !== null).map(({ id }) => id)),
  );
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const [common, setCommon] = useState(nothing);
  const set = (part: Partial<Common>): void => setCommon({ ...common, ...part });
  const right = useRight('evidence.describe');
  const taken = exhibits.filter(({ id }) => chosen.has(id));
  const save = useMutation({
    mutationFn: async () => {
      for (const exhibit of taken)
        await api.evidence.describe({ ...described(exhibit, common, titles[exhibit.id]), exhibitId: exhibit.id });
      await refresh();
    },
    onSuccess: () => {
      sayDone(`已一起说明${taken.length}件证据。`);
      onClose();
    },
  });
  const unnamed = taken.some(({ id, title }) => (titles[id] ?? title).trim() === '');
  const why = right ?? (taken.length === 0 ? '请先选要说明的证据。' : unnamed ? '请写每件证据的名称。' : null);
  return (
    <Dialog title="一起说明证据" onClose={onClose} width={860} data-testid="describe-together">
      <form className={css.together} onSubmit={(event) => event.preventDefault()}>
        <p className={css.hint}>下面填的写进选中的每一件；留空的各件不变。</p>
        <CommonLines common={common} set={set} />
        <ChosenExhibits exhibits={exhibits} chosen={chosen} titles={titles} onChosen={setChosen} onTitles={setTitles} />
        <RefusalNote error={save.error} onClose={save.reset} />
        <ActBar>
          <ReasonButton onClick={onClose}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            type="submit"
            data-testid="save-together"
            reason={why}
            busy={save.isPending}
            onClick={() => save.mutate()}
          >
            写进{taken.length}件
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

function CommonLines({ common, set }: { common: Common; set: (part: Partial<Common>) => void }) {
  const { input } = useCaseWork();
  return (
    <FormGrid>
      <TextField
        label="证明什么"
        name="together-proves"
        maxLength={512}
        value={common.proves}
        onChange={(proves) => set({ proves })}
      />
      <TextField
        label="来源（从哪里、向谁取得）"
        name="together-source"
        maxLength={256}
        value={common.source}
        onChange={(source) => set({ source })}
      />
      <TextField
        label="制作人或提供人"
        name="together-maker"
        maxLength={64}
        value={common.maker}
        onChange={(maker) => set({ maker })}
      />
      <DateField
        label="取得时间（早于存入时填写）"
        name="together-gathered"
        value={common.gatheredAt}
        onChange={(gatheredAt) => set({ gatheredAt })}
      />
      <SelectField
        label="证据种类"
        name="together-kind"
        options={[{ value: '', label: '各件不变' }, ...optionsOf(ExhibitKind.options)]}
        value={common.kind}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        label="原件或复制件"
        name="together-originality"
        options={[{ value: '', label: '各件不变' }, ...optionsOf(['原件', '复制件'])]}
        value={common.originality}
        onChange={(originality) => set({ originality })}
      />
      <SelectField
        label="关联的环节"
        name="together-step"
        options={[
          { value: '', label: '各件不变' },
          ...input.procedure.steps.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={common.stepId}
        onChange={(stepId) => set({ stepId })}
      />
    </FormGrid>
  );
}

interface ChosenProps {
  exhibits: readonly Exhibit[];
  chosen: ReadonlySet<string>;
  titles: Readonly<Record<string, string>>;
  onChosen: (chosen: ReadonlySet<string>) => void;
  onTitles: (titles: Readonly<Record<string, string>>) => void;
}

/** Which of them, and how each is called. */
function ChosenExhibits({ exhibits, chosen, titles, onChosen, onTitles }: ChosenProps) {
  return (
    <ul className={css.togetherList} aria-label="选中的证据">
      {exhibits.map((exhibit) => (
        <li key={exhibit.id}>
          <Check
            checked={chosen.has(exhibit.id)}
            onChange={(isChosen) => onChosen(withChoice(chosen, exhibit.id, isChosen))}
          >
            <span className={css.meta}>{missingDetails(exhibit) ?? '已说明'}</span>
          </Check>
          <input
            aria-label={`${exhibit.title}的名称`}
            maxLength={128}
            value={titles[exhibit.id] ?? exhibit.title}
            onChange={(event) => onTitles({ ...titles, [exhibit.id]: event.target.value })}
          />
        </li>
      ))}
    </ul>
  );
}

function withChoice(chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isChosen) next.add(id);
  else next.delete(id);
  return next;
}

function described(exhibit: Exhibit, common: Common, title: string | undefined): ExhibitDetails {
  const said = Object.fromEntries(
    Object.entries(common).filter(([, value]) => value !== ''),
  ) as Partial<ExhibitDetails>;
  // An exhibit belongs to a paper, or else to a step.
  const stepId = exhibit.paperId === null ? (said.stepId ?? exhibit.stepId) : exhibit.stepId;
  return { ...detailsOf(exhibit), ...said, stepId, ...(title !== undefined && { title }) };
}
