import { expect, test } from 'vitest';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import { officeOfFile } from '../../../support/office.ts';
import { textOf } from '../../platform/print/support.ts';

const office = await officeOfFile('filed', '王建国');
const file = await office.caseFile();
const householdId = file.parties[0]?.householdId ?? '';
const url = byteRoutes.householdCatalogue.url({ householdId });
const printed = async (): Promise<string> => textOf(Buffer.from(await (await office.get(url)).arrayBuffer()));

test('lists every paper, exhibit, recording and volume of the household with number, pages and state', async () => {
  const said = await printed();
  expect(said).toContain('辽源市福满园餐饮有限公司');
  const wanted = [
    ...file.papers.flatMap(({ name, number }) => [name, number ?? '']),
    ...file.exhibits.map(({ title }) => title),
    file.case.causeName,
    file.case.number,
    '已归档',
    '已出具',
  ];
  for (const part of wanted) expect(said).toContain(part.replaceAll(/\s/g, ''));
});

test('lists no case that may not be opened, is refused to who may not read, and stands in 查阅记录', async () => {
  const begun = await office.client.cases.begin({
    procedure: file.case.procedure,
    householdId,
    causeName: '涉嫌拖欠工资二十个月',
    officerIds: file.case.officerIds,
  });
  expect(begun.case.state).toBe('source');
  expect(await printed()).toContain('涉嫌拖欠工资二十个月');
  await office.as('周静');
  expect(await printed()).not.toContain('涉嫌拖欠工资二十个月');
  await office.as('吴管理');
  expect((await office.get(url)).status).toBe(422);
  await office.as('赵强');
  const looks = await office.client.supervision.looks({});
  expect(looks.filter(({ kind }) => kind === '一户式目录').map(({ who }) => who)).toEqual(['周静', '王建国']);
});

test('a household that does not exist is not found', async () => {
  expect((await office.get(byteRoutes.householdCatalogue.url({ householdId: file.case.id }))).status).toBe(404);
});
