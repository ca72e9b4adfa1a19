import { createHash } from 'node:crypto';
import { nameForm } from '../../../shared/chinese/name-form.ts';
import { householdKeyOf, shownKey } from '../../../shared/identity/household-key.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { hasOddCheck } from '../../../shared/identity/uscc.ts';
import { codeText, seenLine } from '../../../shared/typed-text.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { FeatureContext } from '../context.ts';
import { rootSql } from './merged.ts';

/** The identity as a household row keeps it, with the key that tells this household from all others. */
export type HouseholdIdentity = PartyDetails & Pick<HouseholdRow, 'keyKind' | 'keyText'>;

/** One spelling of what may be typed in several: names with their dot, codes of one width. */
const inOneForm = (details: PartyDetails): PartyDetails => ({
  ...details,
  name: nameForm(seenLine(details.name)).trim(),
  legalRep: nameForm(seenLine(details.legalRep)).trim(),
  uscc: codeText(details.uscc),
  idNumber: codeText(details.idNumber),
  // Of a code that fits nothing was to be compared.
  usccChecked: hasOddCheck(codeText(details.uscc)) ? details.usccChecked.trim() : '',
});

/** What was typed, checked and brought into one form; refused with every problem it has. */
export function identityOf(details: PartyDetails): HouseholdIdentity {
  const party = inOneForm(details);
  const problems = partyProblems(party);
  if (problems.length > 0) throw invalid(problems);
  return { ...party, ...keyOfParty(party) };
}

/** The key as a row keeps it: an ID number is private, so that only its SHA-256 may be one. */
export function keyOfParty(
  details: Parameters<typeof householdKeyOf>[0],
): Pick<HouseholdIdentity, 'keyKind' | 'keyText'> {
  const { kind, text } = householdKeyOf(details);
  return { keyKind: kind, keyText: kind === 'id' ? createHash('sha256').update(text).digest('hex') : text };
}

/** Whether a household has this key already. */
export const isKnown = ({ store }: FeatureContext, { keyText }: HouseholdIdentity): boolean =>
  store.get('select 1 from household where keyText = ?', keyText) !== undefined;

/** One target is one household for ever (第三十五条): a second one with the same key is refused. */
export function refuseDuplicate({ store }: FeatureContext, { keyText, kind, uscc, idNumber }: HouseholdIdentity): void {
  const known = store.get<Pick<HouseholdRow, 'id' | 'name' | 'keyKind'>>(
    `select root.id, root.name, household.keyKind from household join household root on root.id = ${rootSql('household.id')}
     where household.keyText = ?`,
    keyText,
  );
  if (known)
    throw new RefusalError({
      code: 'duplicate',
      householdId: known.id,
      name: known.name,
      key: shownKey({ kind, uscc, idNumber, keyKind: known.keyKind }),
    });
}
