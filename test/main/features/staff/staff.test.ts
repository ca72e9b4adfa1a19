import { expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('set-up', '吴管理');
const { client } = office;
const draft = { roles: ['窗口' as const], unitId: null, certNo: '', certFrom: '', certTo: '' };

test('a new person can log in; one who has left cannot, and stays in the list of people', async () => {
  const added = await client.staff.add({ ...draft, name: '新来的', password: samplePassword });
  await office.as('新来的');
  expect((await client.session.state()).operator).toMatchObject({ personId: added.personId, roles: ['窗口'] });
  await office.as('吴管理');
  await client.staff.update({ ...draft, name: '新来的', personId: added.personId, active: false });
  expect((await client.session.state()).people.map((person) => person.name)).not.toContain('新来的');
  expect((await client.staff.list()).people.find((person) => person.personId === added.personId)?.active).toBe(false);
  await client.session.lock();
  expect(await refusalOf(client.session.unlock({ personId: added.personId, password: samplePassword }))).toEqual({
    code: 'not-found',
    what: 'person',
  });
  await office.as('吴管理');
});

test('a renamed person logs in under the new name with the same password', async () => {
  const { personId } = await client.staff.add({ ...draft, name: '原来名', password: samplePassword });
  await client.staff.update({ ...draft, name: '现在名', personId, active: true });
  await office.as('现在名');
  expect((await client.session.state()).operator?.personId).toBe(personId);
  await office.as('吴管理');
});

test('two people of one name are not told apart, so the second is refused, also when both are added at once', async () => {
  const both = await Promise.allSettled([
    client.staff.add({ ...draft, name: '同名者', password: samplePassword }),
    client.staff.add({ ...draft, name: '同名者', password: samplePassword }),
  ]);
  expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await client.session.state()).people.filter((person) => person.name === '同名者')).toHaveLength(1);
  expect(await refusalOf(client.staff.add({ ...draft, name: '同名者', password: samplePassword }))).toEqual({
    code: 'duplicate-person',
    name: '同名者',
  });
});

test('the last administrator cannot be lost', async () => {
  const personId = await office.personId('吴管理');
  expect(
    await refusalOf(client.staff.update({ ...draft, name: '吴管理', roles: ['窗口'], personId, active: true })),
  ).toEqual({ code: 'last-administrator' });
  expect(
    await refusalOf(client.staff.update({ ...draft, name: '吴管理', roles: ['系统管理员'], personId, active: false })),
  ).toEqual({ code: 'last-administrator' });
});

test('a certificate needs both its days in order (第十八条)', async () => {
  const refusal = await refusalOf(
    client.staff.add({ ...draft, name: '无期限', certNo: '22040100077', password: samplePassword }),
  );
  expect(refusal).toMatchObject({
    code: 'invalid',
    problems: [
      { field: 'certFrom', article: 18 },
      { field: 'certTo', article: 18 },
    ],
  });
  expect((await client.session.state()).people.map((person) => person.name)).not.toContain('无期限');
});

test('a password set by the administrator replaces the person’s own', async () => {
  const personId = await office.personId('孙伟');
  await client.staff.setPassword({ personId, password: '临时的密码' });
  await client.session.lock();
  expect(await refusalOf(client.session.unlock({ personId, password: samplePassword }))).toMatchObject({
    code: 'wrong-password',
  });
  expect((await client.session.unlock({ personId, password: '临时的密码' })).operator?.name).toBe('孙伟');
});
