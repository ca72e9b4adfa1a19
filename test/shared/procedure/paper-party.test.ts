import { expect, test } from 'vitest';
import type { Party } from '../../../shared/identity/party.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { carried, initialValues, partyOfPaper, statesParty, valuesForParty } from '../../../shared/procedure/carry.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, withPaper, withValues } from '../../support/change-case-file.ts';
import { party } from '../../support/case-values.ts';
import { definitions } from '../../support/judgement.ts';
import { fineOfPerson, person, twoParties } from '../../support/two-parties.ts';

const file = aCaseFile({ parties: [party, person] });
const templateOf = (id: string) => {
  const template = definitions.templates.get(id);
  if (template === undefined) throw new Error(`No template ${id}`);
  return template;
};
const valuesFor = (id: string, from: Party, to: Party, input = file) =>
  valuesForParty(
    templateOf(id),
    paperIn(input, id).values,
    viewFor(input, from.householdId),
    viewFor(input, to.householdId),
  );

test('a paper is for the party it was made out to, else for the one it names', () => {
  expect(partyOfPaper(templateOf('J21'), paperIn(file, 'J21'), file)?.name).toBe(party.name);
  const other = withValues(file, 'J21', { partyName: person.name });
  expect(partyOfPaper(templateOf('J21'), paperIn(other, 'J21'), other)?.householdId).toBe(person.householdId);
  const made = withPaper(file, 'J21', { partyId: person.householdId });
  expect(partyOfPaper(templateOf('J21'), paperIn(made, 'J21'), made)?.householdId).toBe(person.householdId);
  const stranger = withValues(file, 'J21', { partyName: '某某公司' });
  expect(partyOfPaper(templateOf('J21'), paperIn(stranger, 'J21'), stranger)).toBeUndefined();
});

test('choosing a party fills in their identity and leaves nothing of the other one', () => {
  const values = valuesFor('J21', party, person);
  expect(values).toMatchObject({
    partyName: person.name,
    partyKind: '个人',
    partyIdNumber: person.idNumber,
    partyUscc: null,
    partyLegalRep: null,
  });
  expect(Object.keys(values).every((key) => key.startsWith('party'))).toBe(true);
});

test('what was carried over from the papers of the one follows the papers of the other; what was typed stays', () => {
  const both = twoParties();
  expect(valuesFor('J32', party, person, both)).toMatchObject({ partyName: person.name, penalties: fineOfPerson });
  const typed = withValues(both, 'J32', { penalties: [{ kind: '警告', basis: '第二十五条' }] });
  expect(valuesFor('J32', party, person, typed)).not.toHaveProperty('penalties');
});

test('a receipt is addressed to them too', () => {
  expect(valuesFor('J40', party, person)).toEqual({ addressee: person.name, place: person.address });
});

test('a new paper begins with its own party and what that party was told', () => {
  const name = fieldsOf(templateOf('J21')).find((field) => field.key === 'partyName');
  expect(name && carried(name, viewFor(file, person.householdId))?.value).toBe(person.name);
  expect(name && carried(name, viewFor(file, null))?.value).toBe(party.name);
});

test('papers without a party ask for none', () => {
  expect(statesParty(templateOf('J21'))).toBe(true);
  expect(statesParty(templateOf('J52'))).toBe(false);
});

test('a paper of the whole case sets out one party in full and names the others', () => {
  const values = initialValues(templateOf('J04'), file);
  expect(values).toMatchObject({
    partyName: party.name,
    otherParties: `${person.name}（居民身份证：${person.idNumber}，住址：${person.address}）`,
  });
  expect(initialValues(templateOf('J04'), aCaseFile())).not.toHaveProperty('otherParties');
  expect(initialValues(templateOf('J04'), { ...file, parties: [person, party] })['otherParties']).toBe(
    `${party.name}（统一社会信用代码：${party.uscc}，住所：${party.address}）`,
  );
});
