import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import css from './paper-form.module.css';
import { partyOfPaper, statesParty, valuesForParty } from './paper-party.ts';
import { useCaseWork } from './use-case-work.ts';

interface PartyChooserProps {
  paper: Paper;
  template: Template;
  file: CaseFile;
  locked: boolean;
}

/** In a case with several parties: whom this paper is for. Choosing another fills their identity in from their household file. */
export function PartyChooser({ paper, template, file, locked }: PartyChooserProps) {
  const { drafts } = useCaseWork();
  if (file.parties.length < 2 || !statesParty(template)) return null;
  const chosen = partyOfPaper(template, paper, file);
  const choose = (householdId: string): void => {
    const party = file.parties.find((one) => one.householdId === householdId);
    if (party === undefined) return;
    for (const [key, value] of Object.entries(valuesForParty(template, file, party))) drafts.edit(paper.id, key, value);
    void drafts.flush(paper.id);
  };
  return (
    <fieldset className={css.parties} data-testid="party-chooser">
      <legend>本文书给哪个当事人</legend>
      {file.parties.map((party) => (
        <label key={party.householdId} className="check">
          <input type="radio" name={`party-${paper.id}`} disabled={locked} checked={party.householdId === chosen?.householdId} onChange={() => choose(party.householdId)} />{party.name}
        </label>
      ))}
      {chosen === undefined && !locked && <span className={css.help}>文书上的名称与本案当事人都不一致，请选定。</span>}
    </fieldset>
  );
}
