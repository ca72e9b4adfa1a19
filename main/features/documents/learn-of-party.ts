import type { Paper } from '../../../shared/case-file.ts';
import { PartyDetails } from '../../../shared/identity/party.ts';
import { partyOfPaper } from '../../../shared/procedure/carry.ts';
import { countingFields } from '../../../shared/template/conditions.ts';
import { fieldsOf, type Template } from '../../../shared/template/template.ts';
import type { FeatureContext } from '../context.ts';
import { learnOfHousehold } from '../households/update-household.ts';
import { followHousehold } from './follow-drafts.ts';
import type { PaperAt } from './papers.ts';

const details = Object.keys(PartyDetails.shape).filter((detail) => detail !== 'kind' && detail !== 'name');

/** What the paper that starts a case says of its party goes into the household where that did not know it (信用代码待查). */
export async function learnOfParty(
  context: FeatureContext,
  { template, file }: Pick<PaperAt, 'template' | 'file'>,
  paper: Paper,
): Promise<void> {
  const party = partyOfPaper(template, paper, file) ?? file.parties[0];
  if (party === undefined) return;
  await learnOfHousehold(context, (before) => followHousehold(context, before), {
    householdId: party.householdId,
    known: statedIn(template, paper),
    reason: `${paper.name}${paper.number ?? ''}写明`,
  });
}

/** What the fields of the group `party` say (partyUscc, partyAddress …), as far as they count. */
function statedIn(template: Template, { values }: Paper): Partial<PartyDetails> {
  const counting = new Set(countingFields(fieldsOf(template), values).map(({ key }) => key));
  const stated = Object.fromEntries(
    details.flatMap((detail) => {
      const key = `party${detail.charAt(0).toUpperCase()}${detail.slice(1)}`;
      const value = counting.has(key) ? values[key] : undefined;
      return typeof value === 'string' ? [[detail, value.trim()]] : [];
    }),
  );
  // The kind of certificate says nothing without its number.
  return stated['idNumber'] ? stated : { ...stated, idType: '' };
}
