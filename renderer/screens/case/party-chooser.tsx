import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { partyOfPaper, statesParty } from '../../../shared/procedure/carry.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import css from './paper-form.module.css';
import { useCaseWork } from './use-case-work.ts';
import { usePaperAct } from './use-paper-act.ts';
import { Radio } from '../../ui/choices.tsx';

interface PartyChooserProps {
  paper: Paper;
  template: Template;
  file: CaseFile;
  locked: boolean;
}

/** In a case with several parties: whom this paper is for. Choosing another fills in who they are and what their own papers say. */
export function PartyChooser({ paper, template, file, locked }: PartyChooserProps) {
  const { input } = useCaseWork();
  const act = usePaperAct(paper.id);
  const isForOne = isForOneParty(input.procedure, template);
  if (file.parties.length < 2 || !(isForOne || statesParty(template))) return null;
  const chosen = isForOne ? paper.partyId : (partyOfPaper(template, paper, file)?.householdId ?? null);
  const mayBeShared = isForOne && template.direction !== 'outward';
  const choose = (partyId: string | null): void =>
    act.run((current) => api.documents.setParty({ ...current, partyId }));
  const choices = [
    ...file.parties.map(({ householdId, name }) => ({ id: householdId as string | null, name })),
    ...(mayBeShared ? [{ id: null, name: '全体当事人共用一份' }] : []),
  ];
  return (
    <fieldset className={css.parties} data-testid="party-chooser">
      <legend>{isForOne ? '本文书给哪个当事人' : '本文书写明哪个当事人'}</legend>
      {choices.map(({ id, name }) => (
        <Radio
          key={id ?? 'all'}
          name={`party-${paper.id}`}
          disabled={locked || act.busy}
          checked={id === chosen}
          onChange={() => choose(id)}
        >
          {name}
        </Radio>
      ))}
      {chosen === null && !mayBeShared && !locked && <span className={css.help}>还没有选定给哪个当事人，请选定。</span>}
      <RefusalNote error={act.error} onClose={act.forget} />
    </fieldset>
  );
}
