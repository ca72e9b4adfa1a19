import { describe, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { confirmedBy } from '../../../support/confirmed.ts';

const office = await officeOfFile('set-up', '吴管理');
const { client } = office;
const second = await confirmedBy(client);
const draft = { roles: ['窗口' as const], unitId: null, certNo: '', certFrom: '', certTo: '' };

test('a new person can log in; one who has left cannot, and stays in the list of people', async () => {
  const added = await client.staff.add({ ...draft, name: '新来的', password: samplePassword, ...second });
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
  const { personId } = await client.staff.add({ ...draft, name: '原来名', password: samplePassword, ...second });
  await client.staff.update({ ...draft, name: '现在名', personId, active: true });
  await office.as('现在名');
  expect((await client.session.state()).operator?.personId).toBe(personId);
  await office.as('吴管理');
});

test('two people of one name are not told apart, so the second is refused, also when both are added at once', async () => {
  const both = await Promise.allSettled([
    client.staff.add({ ...draft, name: '同名者', password: samplePassword, ...second }),
    client.staff.add({ ...draft, name: '同名者', password: samplePassword, ...second }),
  ]);
  expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await client.session.state()).people.filter((person) => person.name === '同名者')).toHaveLength(1);
  expect(await refusalOf(client.staff.add({ ...draft, name: '同名者', password: samplePassword, ...second }))).toEqual({
    code: 'duplicate-person',
    name: '同名者',
  });
});

test('the last administrator cannot be lost', async () => {
  const personId = await office.personId('吴管理');
  expect(
    await refusalOf(
      client.staff.update({ ...draft, name: '吴管理', roles: ['窗口'], personId, active: true, ...second }),
    ),
  ).toEqual({ code: 'last-administrator' });
  expect(
    await refusalOf(client.staff.update({ ...draft, name: '吴管理', roles: ['系统管理员'], personId, active: false })),
  ).toEqual({ code: 'last-administrator' });
});

test('a certificate needs both its days in order (第十八条)', async () => {
  const refusal = await refusalOf(
    client.staff.add({ ...draft, name: '无期限', certNo: '22040100077', password: samplePassword, ...second }),
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
  await client.staff.setPassword({ personId, password: 'linshi-mima', ...second });
  await client.session.lock();
  expect(await refusalOf(client.session.unlock({ personId, password: samplePassword }))).toMatchObject({
    code: 'wrong-password',
  });
  expect((await client.session.unlock({ personId, password: 'linshi-mima' })).operator?.name).toBe('孙伟');
});

describe('a second person', () => {
  const added = { ...draft, name: '要人同意的', password: samplePassword };
  const joined = async (): Promise<boolean> =>
    (await client.staff.list()).people.some(({ name }) => name === added.name);

  test('must be another one, of 法规科 or 分管领导, with the right password', async () => {
    await office.as('吴管理');
    const refused = { code: 'second-person', act: '登记人员', people: ['孙伟', '赵强'] };
    expect(await refusalOf(client.staff.add(added))).toEqual(refused);
    for (const name of ['吴管理', '王建国']) {
      const who = { personId: await office.personId(name), password: samplePassword };
      expect(await refusalOf(client.staff.add({ ...added, confirmedBy: who }))).toEqual(refused);
    }
    const wrong = { ...second.confirmedBy, password: '不是这个密码' };
    expect(await refusalOf(client.staff.add({ ...added, confirmedBy: wrong }))).toMatchObject({
      code: 'wrong-password',
    });
    expect(await joined()).toBe(false);
    await client.staff.add({ ...added, ...second });
    expect(await joined()).toBe(true);
    const [entry] = (await client.supervision.audit({ of: 'office', limit: 20 })).filter(
      ({ verb }) => verb === '登记人员',
    );
    expect(entry).toMatchObject({ who: '吴管理', what: '要人同意的', detail: { confirmedBy: '赵强' } });
  });

  test('agrees to a role more, a return, a reset password, and to the leaving of one who agrees; a new name needs nobody', async () => {
    await office.as('吴管理');
    const { people } = await client.staff.list();
    const person = (name: string) => {
      const found = people.find((candidate) => candidate.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    };
    const [worker, confirmer] = [person('要人同意的'), person('孙伟')];
    for (const change of [
      { ...worker, roles: ['窗口' as const, '法规科' as const] },
      { ...confirmer, active: false },
      { ...confirmer, roles: ['承办人' as const] },
    ])
      expect(await refusalOf(client.staff.update(change))).toMatchObject({ code: 'second-person' });
    expect(
      await refusalOf(client.staff.setPassword({ personId: worker.personId, password: 'lingwai-yige' })),
    ).toMatchObject({ code: 'second-person', act: '重设他人密码' });
    await client.staff.update({ ...worker, name: '改了名的' });
    await client.staff.update({ ...worker, name: '改了名的', active: false });
    expect(await refusalOf(client.staff.update({ ...worker, name: '改了名的' }))).toMatchObject({
      code: 'second-person',
    });
  });
});
