import type { CaseFile, Paper } from '../case-file.ts';
import { newPerson, type CasePerson, type PersonDetails } from '../identity/case-person.ts';
import { isSameName } from '../identity/person-name.ts';
import { peopleSaid } from '../template/person-ties.ts';
import { fieldsOf, type Template } from '../template/template.ts';

/** Whether two descriptions are of one person: the same number, or the same name where not both have one. */
export const isSamePerson = (one: PersonDetails, other: PersonDetails): boolean =>
  one.idNumber !== '' && other.idNumber !== '' ? one.idNumber === other.idNumber : isSameName(one.name, other.name);

/** Who stands behind a party: the person who is it, or its legal representative or owner, as its household (一户式档案) has them. */
function peopleOfParties({ parties }: Pick<CaseFile, 'parties'>): CasePerson[] {
  return parties.flatMap((party) => {
    const { householdId: partyId, idNumber, phone, address, version } = party;
    const own = { idType: party.idType === '' ? '居民身份证' : party.idType, idNumber, partyId };
    const person =
      party.kind === '个人'
        ? { ...own, kind: '当事人' as const, name: party.name, phone, address }
        : {
            ...own,
            kind: party.kind === '单位' ? ('法定代表人（负责人）' as const) : ('经营者' as const),
            name: party.legalRep,
            employer: party.name,
            job: party.position,
          };
    return person.name === '' ? [] : [{ ...newPerson(person), id: `party:${partyId}`, version }];
  });
}

/** Everybody who can be picked in a paper: the list of the case, and who stands behind its parties. */
export function choosablePeople(file: Pick<CaseFile, 'people' | 'parties'>): CasePerson[] {
  const behind = peopleOfParties(file).filter((person) => !file.people.some((listed) => isSamePerson(listed, person)));
  return [...file.people, ...behind];
}

/** Who alone is this in the case, for the party in hand; undefined where nobody or several are. */
export function onlyPerson(file: CaseFile, kind: string): CasePerson | undefined {
  const parties = file.parties.map(({ householdId }) => householdId);
  const found = choosablePeople(file).filter(
    (person) => person.kind === kind && (person.partyId === null || parties.includes(person.partyId)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** More than a name is known of them, so that they are worth keeping for another paper. */
const isDescribed = ({ idNumber, phone, address }: PersonDetails): boolean => [idNumber, phone, address].some(Boolean);

/** Whether the case has this person already, in its list or as a party (当事人) with a household of its own. */
export const isKnownPerson = (file: Pick<CaseFile, 'people' | 'parties'>, person: PersonDetails): boolean =>
  choosablePeople(file).some(
    (known) => (known.kind === '当事人' || file.people.includes(known)) && isSamePerson(known, person),
  );

/** Whom a paper describes and the case does not know yet; for the party of the paper, where it has one. */
export const unknownPeople = (
  file: Pick<CaseFile, 'people' | 'parties'>,
  template: Template,
  { values, partyId }: Pick<Paper, 'values' | 'partyId'>,
): PersonDetails[] =>
  peopleSaid(fieldsOf(template), values)
    .map(({ person }) => ({ ...person, partyId: file.parties.length > 1 ? partyId : null }))
    .filter((person) => isDescribed(person) && !isKnownPerson(file, person));

/** The same of all papers of the case, each person once; the latest paper says most of them. */
export function unlistedPeople(file: CaseFile, templates: ReadonlyMap<string, Template>): PersonDetails[] {
  const said = file.papers
    .filter(({ status }) => status !== 'void')
    .toReversed()
    .flatMap((paper) => {
      const template = templates.get(paper.templateId);
      return template === undefined ? [] : unknownPeople(file, template, paper);
    });
  return said.filter((person, index) => !said.slice(0, index).some((earlier) => isSamePerson(earlier, person)));
}
