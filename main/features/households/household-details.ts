import { createHash } from 'node:crypto';
import { nameForm } from '../../../shared/chinese/name-form.ts';
import { householdKeyOf } from '../../../shared/identity/household-key.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { hasOddCheck } from '../../../shared/identity/uscc.ts';
import { codeText, seenLine } from '../../../shared/typed-text.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { FeatureContext } from '../context.ts';

/** The identity as a household row keeps it, with the key that tells this household from all others. */
export type HouseholdIdentity = PartyDetails & Pick<HouseholdRow, 'keyKind' | 'keyText'>;

/** What the file is known by on screen: the code in full, an ID number only by its last four. */
export const shownKey = (row: Pick<HouseholdRow, 'keyKind' | 'uscc' | 'idNumber'>): string =>
  row.keyKind === 'uscc'
    ? row.uscc
    : row.keyKind === 'id'
      ? `证件尾号${row.idNumber.slice(-4)}`
      : '临时编号（证照待补）';

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
  const { kind, text } = householdKeyOf(party);
  return {
    ...party,
    keyKind: kind,
    // An ID number is private: only its SHA-256 may be a key.
    keyText: kind === 'id' ? createHash('sha256').update(text).digest('hex') : text,
  };
}

/** One target is one household for ever (第三十五条): a second one with the same key is refused. */
export function refuseDuplicate({ store }: FeatureContext, { keyText, uscc, idNumber }: HouseholdIdentity): void {
  const known = store.get<Pick<HouseholdRow, 'id' | 'name' | 'keyKind'>>(
    'select id, name, keyKind from household where keyText = ?',
    keyText,
  );
  if (known)
    throw new RefusalError({
      code: 'duplicate',
      householdId: known.id,
      name: known.name,
      key: shownKey({ uscc, idNumber, keyKind: known.keyKind }),
    });
}
