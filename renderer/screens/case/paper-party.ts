import type { CaseFile, Paper, Party } from '../../../shared/case-file.ts';
import { carried, PARTY_ORIGIN } from '../../../shared/template/carry.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import type { Values } from '../../../shared/template/values.ts';

const sourcesOf = (field: Field): string[] => field.from?.split(' | ') ?? [];
const isOfParty = (field: Field): boolean => sourcesOf(field).some((source) => source.startsWith('party.'));

/** Whether papers of this template state a party, so that one of several must be chosen. */
export const statesParty = (template: Template): boolean => fieldsOf(template).some(isOfParty);

/** The case as a paper for this party sees it: they stand first, where carried values come from. */
export const seenFor = (file: CaseFile, party: Party): CaseFile =>
  ({ ...file, parties: [party, ...file.parties.filter((one) => one.householdId !== party.householdId)] });

/** The party a paper is for: the one it names; undefined while it names nobody of the case. */
export function partyOfPaper(template: Template, paper: Pick<Paper, 'values'>, file: CaseFile): Party | undefined {
  const names = fieldsOf(template).filter((field) => sourcesOf(field).includes('party.name')).map((field) => paper.values[field.key]);
  return file.parties.find((party) => names.includes(party.name));
}

/** What the party's fields hold for this party; what the household file leaves open is emptied, so that nothing of another party stays. */
export function valuesForParty(template: Template, file: CaseFile, party: Party): Values {
  const values: Values = {};
  for (const field of fieldsOf(template).filter(isOfParty)) {
    const found = carried(field, seenFor(file, party));
    if (found === undefined || found.origin === PARTY_ORIGIN) values[field.key] = found?.value ?? null;
  }
  return values;
}
