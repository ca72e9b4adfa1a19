import { initialsOf, spelledOf } from '../../../shared/chinese/pinyin.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { FeatureContext } from '../context.ts';

/** Brings the search after a household: found by its names, old ones too, by their pinyin, in full or its initials, and by what identifies it. */
export function indexHousehold({ search }: FeatureContext, row: HouseholdRow, formerNames: string[]): void {
  const body = [row.uscc, row.idNumber, row.phone, row.legalRep, row.address, ...formerNames]
    .filter(Boolean)
    .join('\n');
  const names = [row.name, ...formerNames];
  search.put(
    { kind: 'household', refId: row.id, caseId: null, householdId: row.id, title: row.name, body, at: row.updatedAt },
    { letters: names.map(initialsOf), words: names.flatMap(spelledOf) },
  );
}
