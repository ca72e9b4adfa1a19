import { beforeAll, describe, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

async function add(name: string, roles: Role[], unit: string, certNo = ''): Promise<void> {
  const { units } = await office.client.staff.list();
  await office.client.staff.add({
    name,
    roles,
    unitId: units.find((each) => each.name === unit)?.id ?? null,
    certNo,
    certFrom: certNo === '' ? '' : '2023-05-01',
    certTo: certNo === '' ? '' : '2028-04-30',
    password: samplePassword,
    ...(await confirmedBy(office.client)),
  });
}

const office = await officeOfFile('approved', '吴管理');

/** The window of 办公室, and a second 承办单位 with a head and officers of its own. */
beforeAll(async () => {
  await office.client.staff.addUnit({ name: '工伤保险科', head: '钱红' });
  await add('陈窗口', ['窗口'], '办公室');
  await add('钱红', ['承办单位负责人'], '工伤保险科');
  await add('郑强', ['承办人'], '工伤保险科', '22040100061');
  await add('冯远', ['承办人'], '工伤保险科', '22040100062');
});

const unitId = async (name: string): Promise<string> =>
  (await office.client.staff.list()).units.find((unit) => unit.name === name)?.id ?? '';
const personIds = (...names: string[]): Promise<string[]> => Promise.all(names.map((name) => office.personId(name)));

let shops = 0;
/** Registered by the window for a unit, without an officer. */
async function registered(unit: string) {
  await office.as('陈窗口');
  const { householdId } = await office.client.households.create({
    kind: '无照单位',
    name: `城西小吃店${(shops += 1)}`,
    address: '某路1号',
  });
  const { case: item } = await office.client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId,
    causeName: '涉嫌拖欠工资',
    officerIds: [],
    unitId: await unitId(unit),
  });
  return item;
}

const lines = async (name: string, caseId: string) => {
  await office.as(name);
  const { todo, waiting } = await office.client.inbox.list();
  const titles = (list: typeof todo) =>
    list.filter((item) => item.kind === 'assign' && item.caseId === caseId).map(({ title }) => title);
  return { todo: titles(todo), waiting: titles(waiting) };
};
const sees = async (name: string, caseId: string): Promise<boolean> => {
  await office.as(name);
  return (await office.client.cases.list({})).some(({ id }) => id === caseId);
};

describe('分派: what the window registers', () => {
  test('is the head’s to assign and the window’s to wait for, then the officers’ at once, with the way on record', async () => {
    const item = await registered('工伤保险科');
    expect(await lines('陈窗口', item.id)).toEqual({ todo: [], waiting: ['等钱红分派'] });
    expect(await lines('张丽', item.id)).toEqual({ todo: [], waiting: [] });
    expect(await sees('张丽', item.id)).toBe(false);
    expect(await lines('钱红', item.id)).toEqual({ todo: ['分派：选定承办人'], waiting: [] });
    const officerIds = await personIds('郑强', '冯远');
    const request = { caseId: item.id, version: item.version, unitId: item.unitId, officerIds };
    await office.client.cases.assign(request);
    expect(await lines('钱红', item.id)).toEqual({ todo: [], waiting: [] });
    const [entry] = await office.client.cases.history({ caseId: item.id, limit: 1 });
    expect(entry).toMatchObject({
      who: '钱红',
      verb: '分派案件',
      detail: { before: { officers: [] }, after: { unit: '工伤保险科', officers: ['郑强', '冯远'] } },
    });
    await office.as('郑强');
    expect((await office.client.inbox.list()).todo.map(({ caseId }) => caseId)).toContain(item.id);
    expect(await refusalOf(office.client.cases.assign(request))).toMatchObject({ code: 'stale' });
  });

  test('is given on by the window while nobody has it; it picks no officers', async () => {
    const item = await registered('工伤保险科');
    const request = { caseId: item.id, version: item.version, unitId: item.unitId };
    const picked = office.client.cases.assign({ ...request, officerIds: await personIds('郑强') });
    expect(await refusalOf(picked)).toMatchObject({ code: 'invalid', problems: [{ article: 13 }] });
    const other = { ...request, unitId: await unitId('劳动保障监察支队'), officerIds: [] };
    expect(await refusalOf(office.client.cases.assign(other))).toMatchObject({ problems: [{ field: 'reason' }] });
    await office.client.cases.assign({ ...other, reason: '属于劳动保障监察的事项' });
    expect(await lines('钱红', item.id)).toEqual({ todo: [], waiting: [] });
    expect(await lines('张丽', item.id)).toEqual({ todo: ['分派：选定承办人'], waiting: [] });
  });

  test('a unit without a head is 分管领导’s to assign', async () => {
    const item = await registered('办公室');
    expect(await lines('孙伟', item.id)).toEqual({ todo: ['分派：选定承办人'], waiting: [] });
  });
});

describe('moving a started case', () => {
  test('takes a reason, goes to the other head, and from those who had it; the window sees what nobody handles', async () => {
    await office.as('张丽');
    const [item] = (await office.client.cases.list({})).filter(({ state }) => state === 'open');
    if (item === undefined) throw new Error('no started case');
    const { version } = (await office.client.cases.open({ caseId: item.id })).file.case;
    const request = { caseId: item.id, version, unitId: await unitId('工伤保险科') };
    await office.client.cases.assign({ ...request, officerIds: [], reason: '本案属于工伤待遇' });
    expect(await sees('张丽', item.id)).toBe(false);
    expect(await lines('钱红', item.id)).toEqual({ todo: ['分派：选定承办人'], waiting: [] });
    expect((await office.client.cases.history({ caseId: item.id, limit: 1 }))[0]).toMatchObject({
      verb: '移交承办单位',
      detail: {
        reason: '本案属于工伤待遇',
        before: { unit: '劳动保障监察支队' },
        after: { unit: '工伤保险科', officers: [] },
      },
    });
    expect(await sees('王建国', item.id)).toBe(false);
    expect(await sees('陈窗口', item.id)).toBe(true);
  });

  test('an officer who left leaves the case on the head’s list until somebody has it', async () => {
    const item = await registered('工伤保险科');
    await office.as('钱红');
    const { unitId: unit } = item;
    const officerIds = await personIds('郑强');
    await office.client.cases.assign({ caseId: item.id, version: item.version, unitId: unit, officerIds });
    await office.as('吴管理');
    const zheng = (await office.client.staff.list()).people.find(({ name }) => name === '郑强');
    if (zheng === undefined) throw new Error('no 郑强');
    await office.client.staff.update({ ...zheng, active: false });
    expect(await lines('钱红', item.id)).toEqual({ todo: ['分派：选定承办人'], waiting: [] });
    const { file } = await office.client.cases.open({ caseId: item.id });
    const next = { caseId: item.id, version: file.case.version, unitId: unit };
    await office.client.cases.assign({ ...next, officerIds: await personIds('冯远'), reason: '郑强离岗' });
    expect(await lines('钱红', item.id)).toEqual({ todo: [], waiting: [] });
    expect(await sees('冯远', item.id)).toBe(true);
  });
});

test('nobody becomes an officer who could not sign as one', async () => {
  const item = await registered('工伤保险科');
  await office.as('钱红');
  const officerIds = await personIds('张丽');
  const refusal = await refusalOf(
    office.client.cases.assign({ caseId: item.id, version: item.version, unitId: item.unitId, officerIds }),
  );
  expect(JSON.stringify(refusal)).toContain('张丽的岗位没有“承办人”');
});
