import { describe, expect, test } from 'vitest';
import { newPerson } from '../../../../shared/identity/case-person.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';

const shared = await officeOfFile('approved', '王建国');
const agent = newPerson({
  kind: '委托代理人',
  name: ' 周 某',
  idNumber: '１１０１０５１９４９１２３１００２x',
  sex: '男',
  phone: '13800138000',
});

describe('the people of a case', () => {
  test('are entered once, changed and taken off, all on record', async () => {
    await using office = await officeAt('approved', '王建国');
    const { client } = office;
    const { case: record } = await office.caseFile();
    const caseId = record.id;
    const entered = await client.cases.savePerson({ caseId, personId: null, version: null, person: agent });
    const person = entered.people.find(({ name }) => name === '周某');
    // What the number says stands, whatever was typed beside it.
    expect(person).toMatchObject({ idNumber: '11010519491231002X', sex: '女', birth: '1949-12-31', version: 1 });
    const { id: personId, version: _, ...details } = person ?? { id: '', version: 0, ...agent };

    const changed = await client.cases.savePerson({
      caseId,
      personId,
      version: 1,
      person: { ...details, phone: '13900139000' },
    });
    expect(changed.people.find(({ id }) => id === personId)).toMatchObject({ phone: '13900139000', version: 2 });
    expect(await refusalOf(client.cases.savePerson({ caseId, personId, version: 1, person: details }))).toMatchObject({
      code: 'stale',
    });

    expect(await refusalOf(client.cases.removePerson({ caseId, personId, version: 1 }))).toMatchObject({
      code: 'stale',
    });
    const after = await client.cases.removePerson({ caseId, personId, version: 2 });
    expect(after.people.some(({ id }) => id === personId)).toBe(false);
    const [removed, edited, added] = await client.cases.history({ caseId });
    expect([removed?.verb, edited?.verb, added?.verb]).toEqual(['删去本案人员', '修改本案人员', '登记本案人员']);
    expect(edited?.detail).toMatchObject({ before: { phone: '13800138000' }, after: { phone: '13900139000' } });
    await office.as('赵强');
    expect((await office.ended((await client.supervision.verify()).id)).faults).toEqual([]);
  });

  test.each([
    [{ idNumber: '110105194912310021' }, 'idNumber'],
    [{ kind: '当事人' as const }, 'kind'],
    [{ partyId: '0190a3a0-0000-7000-8000-000000000000' }, 'partyId'],
    [{ name: '陈福来', idNumber: '440524188001010014' }, 'name'],
  ])('%o is refused', async (wrong, field) => {
    const { client, caseFile } = shared;
    const {
      case: { id: caseId },
    } = await caseFile();
    const person = { ...agent, ...wrong };
    expect(await refusalOf(client.cases.savePerson({ caseId, personId: null, version: null, person }))).toMatchObject({
      code: 'invalid',
      problems: [{ field }],
    });
  });

  test('whom an issued paper describes joins the list', async () => {
    const { caseFile } = shared;
    const { people } = await caseFile();
    expect(people).toMatchObject([
      {
        kind: '法定代表人（负责人）',
        name: '陈福来',
        idNumber: '440524188001010014',
        employer: '辽源市福满园餐饮有限公司',
        address: '辽源市龙山区东吉街5号',
      },
    ]);
  });

  test('are closed with the case, and nobody who has no part in it changes them', async () => {
    await using office = await officeAt('filed', '王建国');
    const { client } = office;
    const {
      case: { id: caseId },
    } = await office.caseFile();
    const request = { caseId, personId: null, version: null, person: agent };
    expect(await refusalOf(client.cases.savePerson(request))).toMatchObject({ code: 'wrong-status', is: '已归档' });
    await office.as('周静');
    expect(await refusalOf(client.cases.savePerson(request))).toMatchObject({ code: 'not-allowed' });
  });
});
