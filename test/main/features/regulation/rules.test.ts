import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuleSettings } from '../../../../shared/case-file.ts';
import { calendarOf } from '../../../../shared/time/calendar.ts';
import { refusalOf } from '../../../support/office.ts';
import { regulationDesk, type RegulationDesk } from './context.ts';

let desk: RegulationDesk;
beforeAll(async () => {
  desk = await regulationDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const newestRules = async (): Promise<RuleSettings> =>
  structuredClone((await desk.client.regulation.ruleEditions())[0]!.settings);
const basedOn = async (): Promise<string> => (await desk.client.regulation.ruleEditions())[0]!.at;
const settingsOf = async (caseId: string): Promise<RuleSettings> =>
  (await desk.client.cases.open({ caseId })).file.settings;

test('rule settings are editions: a running case is judged by those it began with', async () => {
  await desk.as('李敏', '2026-03-02T09:00');
  const running = await desk.begin();
  await desk.as('赵强', '2026-03-02T10:00');
  expect((await desk.client.regulation.ruleEditions()).map(({ reason }) => reason)).toEqual(['随程序提供']);
  const settings = {
    ...(await newestRules()),
    hearingFineUnit: 50_000,
    recordingLevels: { J21: 'must' as const },
    retentions: { 'penalty.ordinary': '30年' as const },
  };
  await desk.client.regulation.saveRules({
    settings,
    basedOn: await basedOn(),
    effectiveFrom: '2026-03-02',
    reason: '按省厅通知确定听证线',
  });
  await desk.as('李敏', '2026-03-02T11:00');
  const fresh = await desk.begin();
  expect((await settingsOf(running.case.id)).hearingFineUnit).toBeNull();
  expect((await settingsOf(fresh.case.id)).hearingFineUnit).toBe(50_000);
  const levelFor = async (caseId: string) =>
    (await desk.client.cases.open({ caseId })).templates.find(({ id }) => id === 'J21')?.recording.level;
  expect(await levelFor(running.case.id)).toBe('may');
  expect((await desk.client.regulation.definitions()).templates.find(({ id }) => id === 'J21')?.recording.level).toBe(
    'must',
  );
});

test('settings for the past, or with a value that cannot be, are refused by field', async () => {
  await desk.as('赵强', '2026-03-03T09:00');
  const settings = await newestRules();
  expect(
    await refusalOf(
      desk.client.regulation.saveRules({
        settings,
        basedOn: await basedOn(),
        effectiveFrom: '2026-03-02',
        reason: '倒签生效日期',
      }),
    ),
  ).toMatchObject({ code: 'invalid', problems: [{ field: 'effectiveFrom' }] });
  expect(
    await refusalOf(
      desk.client.regulation.saveRules({
        settings: { ...settings, hearingFineUnit: -1 },
        basedOn: await basedOn(),
        effectiveFrom: '2026-03-03',
        reason: '负数的罚款线',
      }),
    ),
  ).toMatchObject({ code: 'invalid', problems: [{ field: 'settings.hearingFineUnit' }] });
});

test('of two changes made from the same edition the later is told', async () => {
  await desk.as('赵强', '2026-03-04T09:00');
  const [settings, seen] = [await newestRules(), await basedOn()];
  const weighing = (points: number) =>
    desk.client.regulation.saveRules({
      settings: { ...settings, weights: { A02: points } },
      basedOn: seen,
      effectiveFrom: '2026-03-04',
      reason: '按省厅评查标准',
    });
  expect((await weighing(6)).settings.weights).toEqual({ A02: 6 });
  expect(await refusalOf(weighing(2))).toMatchObject({ code: 'stale', what: '规则设置', by: '赵强' });
});

test('a year without a calendar leaves the date open, and entering it makes it a date', async () => {
  await desk.as('李敏', '2027-03-01T09:00');
  const {
    case: { id },
  } = await desk.begin();
  const paper = await desk.client.documents.create({ caseId: id, templateId: 'J01' });
  await desk.client.documents.save({
    paperId: paper.id,
    version: paper.version,
    values: { sourceType: '投诉', receivedAt: '2027-03-01T09:00' },
  });
  const period = async () =>
    (await desk.client.cases.open({ caseId: id })).periods.find(({ ruleId }) => ruleId === 'J05W');
  expect(await period()).toMatchObject({ due: null, note: expect.stringContaining('2027') });
  await desk.as('赵强', '2027-03-01T10:00');
  const calendar = {
    year: 2027,
    off: ['2027-01-01', '2027-03-03'],
    work: ['2027-03-06'],
    source: '国办发明电〔2026〕1号',
  };
  const years = await desk.client.regulation.addCalendarYear(calendar);
  expect(years.at(-1)).toEqual({ calendar, shipped: false });
  expect(calendarOf(years.map((year) => year.calendar)).years.has(2027)).toBe(true);
  await desk.as('李敏', '2027-03-01T11:00');
  // 2, 4, 5, 6 (worked), 8 March: the third is a day off, the seventh a Sunday.
  expect(await period()).toMatchObject({ due: '2027-03-08', note: expect.stringContaining('未经核实，请法规科确认') });
  // What is stored for 今日 and the list was counted anew, on record.
  expect((await desk.client.cases.history({ caseId: id })).map(({ verb }) => verb)).toContain('重算期限');
});

test('a shipped year may not be entered again, nor a day that cannot be', async () => {
  await desk.as('赵强', '2027-03-02T09:00');
  expect(
    await refusalOf(
      desk.client.regulation.addCalendarYear({ year: 2026, off: ['2026-01-01'], work: [], source: '通知' }),
    ),
  ).toMatchObject({ code: 'invalid', problems: [{ field: 'year' }] });
  expect(
    await refusalOf(
      desk.client.regulation.addCalendarYear({ year: 2028, off: ['2028-01-01'], work: ['2028-01-04'], source: '通知' }),
    ),
  ).toMatchObject({ code: 'invalid', problems: [{ field: 'work.0' }] });
});

test('a confirmed note is unconfirmed no more, with who, when and the remark; others may not confirm', async () => {
  await desk.as('李敏', '2027-03-03T09:00');
  const [newest] = await desk.client.cases.list({ order: 'begun', descending: true });
  const of = async (ruleId: string) =>
    (await desk.client.cases.open({ caseId: newest?.id ?? '' })).periods.find((period) => period.ruleId === ruleId)
      ?.note;
  expect(await of('J05W')).toContain('未经核实，请法规科确认');
  const open = (await desk.client.regulation.notes()).filter(({ confirmed }) => confirmed === null);
  const note = open.find(({ id }) => id.startsWith('period:J05W:'));
  expect(await refusalOf(desk.client.regulation.confirmNote({ id: note!.id }))).toMatchObject({
    code: 'not-allowed',
    roles: ['法规科'],
  });
  await desk.as('赵强', '2027-03-03T10:00');
  const after = await desk.client.regulation.confirmNote({ id: note!.id, remark: '已对照原文' });
  expect(after.filter(({ confirmed }) => confirmed === null)).toHaveLength(open.length - 1);
  expect(after.find(({ id }) => id === note!.id)?.confirmed).toMatchObject({
    by: '赵强',
    remark: '已对照原文',
    at: '2027-03-03T02:00:00.000Z',
  });
  expect((await desk.client.regulation.definitions()).periodRules.find(({ id }) => id === 'J05W')?.confidence).toBe(
    'L',
  );
  await desk.as('李敏', '2027-03-03T11:00');
  expect(await of('J05W')).toBeNull();
  await desk.as('赵强', '2027-03-03T12:00');
  expect(
    (await desk.client.supervision.audit({ limit: 10 })).find(({ verb }) => verb.startsWith('确认')),
  ).toMatchObject({ verb: '确认待核实事项', what: note!.where });
});
