import { expect, test } from 'vitest';
import type { Party } from '../../../shared/case-file.ts';
import { partyOfPaper, seenFor, statesParty, valuesForParty } from '../../../renderer/screens/case/paper-party.ts';
import { carried } from '../../../shared/template/carry.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { aCaseFile, paperIn, withValues } from '../../support/a-case-file.ts';
import { party, uuid } from '../../support/case-values.ts';
import { catalogue } from '../../support/judgement.ts';

const person: Party = { ...party, householdId: uuid(77), kind: '个人', name: '刘洋', uscc: '', legalRep: '', position: '', idType: '居民身份证', idNumber: '220402199001011234', address: '辽源市西安区', phone: '' };
const file = aCaseFile({ parties: [party, person] });
const templateOf = (id: string) => {
  const template = catalogue.templates.get(id);
  if (template === undefined) throw new Error(`No template ${id}`);
  return template;
};

test('a paper is for the party it names, and for nobody while it names a stranger', () => {
  expect(partyOfPaper(templateOf('J21'), paperIn(file, 'J21'), file)?.name).toBe(party.name);
  const other = withValues(file, 'J21', { partyName: '刘洋' });
  expect(partyOfPaper(templateOf('J21'), paperIn(other, 'J21'), other)?.householdId).toBe(person.householdId);
  const stranger = withValues(file, 'J21', { partyName: '某某公司' });
  expect(partyOfPaper(templateOf('J21'), paperIn(stranger, 'J21'), stranger)).toBeUndefined();
});

test('choosing a party fills in their identity and leaves nothing of the other one', () => {
  const values = valuesForParty(templateOf('J21'), file, person);
  expect(values).toMatchObject({ partyName: '刘洋', partyKind: '个人', partyIdNumber: '220402199001011234', partyUscc: null, partyLegalRep: null });
  expect(Object.keys(values).every((key) => key.startsWith('party'))).toBe(true);
});

test('a receipt is addressed to them too', () => {
  expect(valuesForParty(templateOf('J40'), file, person)).toEqual({ addressee: '刘洋', place: '辽源市西安区' });
});

test('carried values are compared with the household of the party the paper is for', () => {
  const name = fieldsOf(templateOf('J21')).find((field) => field.key === 'partyName');
  expect(name && carried(name, seenFor(file, person))?.value).toBe('刘洋');
  expect(seenFor(file, person).parties).toHaveLength(2);
});

test('papers without a party ask for none', () => {
  expect(statesParty(templateOf('J21'))).toBe(true);
  expect(statesParty(templateOf('J52'))).toBe(false);
});
