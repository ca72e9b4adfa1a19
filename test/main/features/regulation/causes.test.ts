import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cause } from '../../../../shared/causes/cause.ts';
import { refusalOf } from '../../../support/office.ts';
import { regulationDesk, type RegulationDesk } from './context.ts';

let desk: RegulationDesk;
beforeAll(async () => {
  desk = await regulationDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const OVERTIME = 'overtime';
const newest = async (causeId: string): Promise<Cause> =>
  structuredClone((await desk.client.regulation.causeEditions({ causeId }))[0]!.cause);
const save = async (cause: Cause, effectiveFrom: string, reason = '按省厅通知修改') =>
  desk.client.regulation.saveCause({ cause, effectiveFrom, reason });
const correctionOf = async (caseId: string): Promise<string | undefined> =>
  (await desk.client.cases.open({ caseId })).file.cause?.correction;

test('a case takes from its 案由 what was in force when it began', async () => {
  await desk.as('李敏', '2026-03-02T09:00');
  const running = await desk.begin();
  expect(await correctionOf(running.case.id)).toContain('立即停止违反规定延长工作时间的行为');
  await desk.as('赵强', '2026-03-02T10:00');
  const { cause } = await save({ ...(await newest(OVERTIME)), correction: '三日内调整排班' }, '2026-03-02');
  expect(cause.version).toBe(2);
  await desk.as('李敏', '2026-03-02T11:00');
  const fresh = await desk.begin();
  expect(await correctionOf(fresh.case.id)).toBe('三日内调整排班');
  expect(await correctionOf(running.case.id)).toContain('立即停止违反规定延长工作时间的行为');
  const { causes } = await desk.client.regulation.definitions();
  expect(causes.find(({ id }) => id === OVERTIME)?.correction).toBe('三日内调整排班');
});

test('every change is on record, in order', async () => {
  await desk.as('赵强', '2026-03-03T09:00');
  expect(
    (await desk.client.regulation.causeEditions({ causeId: OVERTIME })).map(({ cause, effectiveFrom, by }) => [
      cause.version,
      effectiveFrom,
      by,
    ]),
  ).toEqual([
    [2, '2026-03-02', '赵强'],
    [1, '', ''],
  ]);
  const entries = await desk.client.supervision.audit({ limit: 20 });
  expect(entries.find(({ verb }) => verb === '修改案由')).toMatchObject({
    verb: '修改案由',
    who: '赵强',
    what: '涉嫌违反规定延长劳动者工作时间',
  });
});

test('one the bureau makes begins on its day, and not before', async () => {
  await desk.as('赵强', '2026-03-04T09:00');
  const own: Cause = { ...(await newest(OVERTIME)), id: 'own-001', version: 1, name: '其他加班', also: [] };
  await save(own, '2026-03-10', '本局自定案由');
  expect((await desk.client.regulation.ownCauses()).map(({ cause }) => cause.id)).toEqual(['own-001']);
  const known = async () => (await desk.client.regulation.definitions()).causes.some(({ id }) => id === 'own-001');
  expect(await known()).toBe(false);
  await desk.as('赵强', '2026-03-10T09:00');
  expect(await known()).toBe(true);
});

test.each<[string, (cause: Cause) => Cause, string, string]>([
  [
    'a law with too few articles',
    (cause) => ({ ...cause, penal: [{ law: '劳动保障监察条例', article: 37, unverified: false }] }),
    'penal.0',
    '《劳动保障监察条例》只有36条，没有第三十七条。',
  ],
  [
    'a law of the province without its day',
    (cause) => ({ ...cause, violated: [{ law: '某省条例', article: 3, unverified: true }] }),
    'violated.0',
    '《某省条例》不在法律目录中，程序不知道它的施行日期，请写明自哪一天起施行。',
  ],
  [
    'nothing but what is over',
    (cause) => ({ ...cause, violated: [{ law: '劳动法', article: 41, until: '2020-01-01', unverified: false }] }),
    'violated',
    '没有一条规定在2026年3月11日施行，请补上这一天施行的规定。',
  ],
  ['the name of another', (cause) => ({ ...cause, name: '使用童工' }), 'name', '案由“涉嫌使用童工”与别的案由同名。'],
  ['a procedure there is not', (cause) => ({ ...cause, procedures: ['odd'] }), 'procedures', '流程“odd”不存在。'],
])('%s is refused at its place', async (_, change, field, sentence) => {
  await desk.as('赵强', '2026-03-11T09:00');
  const refusal = await refusalOf(save(change(await newest(OVERTIME)), '2026-03-11'));
  expect(refusal).toMatchObject({ code: 'invalid', problems: [{ field, sentence }] });
});

test('not for the past, not over what somebody saved meanwhile, not by others than 法规科', async () => {
  await desk.as('赵强', '2026-03-12T09:00');
  const cause = await newest(OVERTIME);
  expect(await refusalOf(save(cause, '2026-03-11'))).toMatchObject({
    code: 'invalid',
    problems: [{ field: 'effectiveFrom' }],
  });
  expect(await refusalOf(save({ ...cause, version: 1 }, '2026-03-12'))).toMatchObject({ code: 'stale', by: '赵强' });
  await desk.as('李敏', '2026-03-12T10:00');
  expect(await refusalOf(save(cause, '2026-03-12'))).toMatchObject({ code: 'not-allowed' });
});
