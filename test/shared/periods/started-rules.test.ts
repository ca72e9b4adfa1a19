import { describe, expect, it } from 'vitest';
import type { CaseFile, Exhibit, Paper, Volume } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods, receipt, recording } from './case.ts';

const at = (day: string) => `${day}T10:00:00+08:00`;
/** A 来文登记表 of a kind, kept as a draft until all is done. */
const incoming = (kind: string, values: Paper['values']): Paper => paper('F08', null, { kind, ...values });
/** The same with more filled in later. */
const later = (item: Paper, values: Paper['values']): Paper => ({ ...item, values: { ...item.values, ...values } });

const j53 = paper('J53', null, { lateException: true, returnedAt: '2026-03-06T18:00', recordings: [] });
const stored = { recordings: [{ importedAt: '2026-03-06T20:00' }, { importedAt: '2026-03-07T09:00' }] };
const source = paper('J01', null, { receivedAt: '2026-03-02T09:40', sourceType: '巡查', conductEndedAt: '2024-03-10' });
const filing = paper('J04', at('2026-03-05'), { conductEndedAt: '2024-03-20' });
const onTheSpot = paper('J34', at('2026-03-06'), {
  at: '2026-03-06T15:30',
  kind: '罚款',
  partyKind: '个人',
  amountPerson: 100,
  immediateCollect: true,
});
const handedIn = paper('J39', null, { collectedOnSpot: true, handedInAt: '2026-03-09' });
const published = paper('J47b', at('2026-03-10'), { kind: '公示', at: '2026-03-10' });
const withdrawn = paper('J47b', at('2026-05-20'), { kind: '撤回公示', at: '2026-05-20' });
const changed = paper('J56', at('2026-05-20'), { kind: '变更', decidedAt: '2026-05-20' });
const suspended = paper('Q03', at('2026-03-02'), { kind: '中止执行', date: '2026-03-02' });
const listed = paper('J59', at('2026-03-02'), { decidedAt: '2026-03-02' });
const penalised = paper('J32', at('2026-03-02'), { decidedAt: '2026-03-02', publish: true });
const licence = paper('X11', at('2026-03-02'), { decidedAt: '2026-03-02' });
const handled = paper('J33', at('2026-03-02'), { decidedAt: '2026-03-02', publish: true });
const approvedApart = paper('J47a', null, { decidedAt: '2026-03-02', decisionKind: '行政许可' });
const other = paper('J47a', null, { decidedAt: '2026-03-02', decisionKind: '其他行政执法决定' });
const application = paper('J44', at('2026-03-02'), { date: '2026-03-02' });
const taken = incoming('受理强制执行申请通知书', { madeAt: '2026-03-09' });
const injury = (values: Paper['values']): Paper =>
  paper('G01', null, { relation: '用人单位', injuryKind: '事故伤害', accidentAt: '2026-03-02T08:00', ...values });
const accepted = paper('G03', at('2026-03-02'), { acceptedAt: '2026-03-02', clear: '是，15日内决定' });
const arrears = paper('S08', at('2026-03-02'), { lateFeeFrom: '2026-02-01', arrears: 10_000 });
const paid = paper('J39', at('2026-03-31'), { performed: '全部履行', performedAt: '2026-03-31' });
const refused = incoming('公安机关不予立案通知书', { receivedAt: '2026-03-03' });
const opened = incoming('公安机关立案通知书', { receivedAt: '2026-03-03' });
const reconsidered = incoming('行政复议决定书', {
  receivedAt: '2026-05-12',
  partyReceivedAt: '2026-05-13',
  result: '维持（驳回）',
});

interface Row {
  id: string;
  start: Paper[];
  due: string | null;
  settles?: Paper[];
  metAt?: string;
  today?: string;
  procedure?: string;
}

/** What starts each period that had no start of its own, when it is due, and what ends it. */
const rows: Row[] = [
  { id: 'S36b', start: [j53], due: '2026-03-07T18:00', settles: [later(j53, stored)], metAt: '2026-03-07T09:00' },
  // The newest statement of the day counts: the filing approval before the source.
  { id: 'J2Y', start: [source], due: '2026-03-10', settles: [source, filing], metAt: '2026-03-05' },
  { id: 'P2Y', start: [source], due: '2026-03-10', settles: [source, filing], metAt: '2026-03-05' },
  { id: 'P2', start: [onTheSpot], due: '2026-03-10', settles: [onTheSpot, handedIn], metAt: '2026-03-09' },
  {
    id: 'P2b',
    start: [handedIn],
    due: '2026-03-11',
    settles: [later(handedIn, { bankedAt: '2026-03-10' })],
    metAt: '2026-03-10',
  },
  {
    id: 'P3',
    start: [published, later(reconsidered, { result: '撤销' })],
    due: '2026-05-15',
    settles: [published, later(reconsidered, { result: '撤销' }), withdrawn],
    metAt: '2026-05-20',
  },
  // Seven working days from the decision itself, whether or not its publication was approved apart.
  { id: 'PUB7', start: [penalised], due: '2026-03-11', settles: [penalised, published], metAt: '2026-03-10' },
  {
    id: 'PUB7',
    start: [licence, approvedApart],
    due: '2026-03-11',
    settles: [licence, published],
    metAt: '2026-03-10',
  },
  { id: 'PUB20', start: [handled], due: '2026-03-30', settles: [handled, published], metAt: '2026-03-10' },
  { id: 'PUB20', start: [other], due: '2026-03-30', settles: [other, published], metAt: '2026-03-10' },
  { id: 'QF5', start: [application], due: '2026-03-09', settles: [application, taken], metAt: '2026-03-09' },
  {
    id: 'QF7',
    start: [taken],
    due: '2026-03-18',
    settles: [taken, incoming('准予执行裁定书', { madeAt: '2026-03-16' })],
    metAt: '2026-03-16',
  },
  {
    id: 'G30',
    start: [injury({})],
    due: '2026-04-01',
    settles: [injury({ appliedAt: '2026-03-20' })],
    metAt: '2026-03-20',
  },
  {
    id: 'G15b',
    start: [accepted],
    due: '2026-03-17',
    settles: [accepted, paper('G09', at('2026-03-12'), { decidedAt: '2026-03-12' })],
    metAt: '2026-03-12',
  },
  {
    id: 'G50Y',
    start: [paper('J45', at('2026-03-12'), { terminatedAt: '2026-03-12' })],
    due: '2076-03-12',
    procedure: 'injury',
  },
  // Our own change of a decision that was published (处罚法75, 48).
  {
    id: 'P3',
    start: [published, changed],
    due: '2026-05-25',
    settles: [published, changed, withdrawn],
    metAt: '2026-05-20',
  },
  {
    id: 'Q39',
    start: [suspended],
    due: '2029-03-02',
    settles: [suspended, paper('Q03', at('2026-09-01'), { kind: '恢复执行', date: '2026-09-01' })],
    metAt: '2026-09-01',
  },
  {
    id: 'L3Y',
    start: [listed, paper('J60', at('2026-08-03'), { verdict: '不予提前移出', decidedAt: '2026-08-03' })],
    due: '2029-03-02',
    settles: [listed, paper('J60', at('2026-10-12'), { verdict: '准予提前移出', decidedAt: '2026-10-12' })],
    metAt: '2026-10-12',
  },
  { id: 'ALF', start: [arrears], due: null, settles: [arrears, paid], metAt: '2026-03-31' },
  {
    id: 'Y3b',
    start: [refused],
    due: '2026-03-06',
    settles: [later(refused, { handledAt: '2026-03-05' })],
    metAt: '2026-03-05',
  },
  {
    id: 'Y3c',
    start: [opened],
    due: '2026-03-06',
    settles: [later(opened, { handledAt: '2026-03-05' })],
    metAt: '2026-03-05',
  },
  {
    id: 'F15R',
    start: [reconsidered],
    due: '2026-05-28',
    settles: [reconsidered, paper('F02', null, { recvAt: '2026-05-25' })],
    metAt: '2026-05-25',
  },
  ...(
    [
      ['FR5b', '行政复议申请书（经本机关提出）', 'receivedAt', '2026-03-09'],
      ['FS15b', '准许延期提供证据通知书', 'countsFrom', '2026-03-17'],
      ['FSX15', '举证通知书（简易程序）', 'countsFrom', '2026-03-17'],
      ['FA15', '一审判决书', 'receivedAt', '2026-03-17'],
      ['FA10', '一审裁定书', 'receivedAt', '2026-03-12'],
      ['FI60', '行政复议意见书', 'receivedAt', '2026-05-06'],
    ] as const
  ).map(([id, kind, field, due]) => {
    const item = incoming(kind, { [field]: '2026-03-02' });
    return { id, start: [item], due, settles: [later(item, { handledAt: '2026-03-05' })], metAt: '2026-03-05' };
  }),
  // A new decision or an act within the time the body set, also after an annulment in part (复议法64, 77, 行诉法70).
  ...(
    [
      { result: '撤销', remake: '责令重新作出' },
      { result: '部分撤销', remake: '责令重新作出' },
      { result: '责令履行' },
    ] as const
  ).map((outcome) => {
    const item = incoming('行政复议决定书', { receivedAt: '2026-03-02', actBy: '2026-03-31', ...outcome });
    const settles = [later(item, { handledAt: '2026-03-05' })];
    return { id: 'FN', start: [item], due: '2026-03-31', settles, metAt: '2026-03-05' };
  }),
];

const fileOf = (
  { procedure = 'penalty.ordinary', today = '2026-03-07' }: Row,
  papers: Paper[],
  over: Partial<CaseFile> = {},
): CaseFile => {
  const file = caseFile(today, { papers, ...over });
  return { ...file, case: { ...file.case, procedure } };
};

describe.each(rows.map((row) => [row.id, row] as const))('%s', (id, row) => {
  it(`starts, and is due ${row.due}`, () =>
    expect(period(fileOf(row, row.start), id)).toMatchObject({ due: row.due, metAt: null }));
  if (row.settles)
    it(`is gone on ${row.metAt}`, () => expect(period(fileOf(row, row.settles ?? []), id).metAt).toBe(row.metAt));
});

describe('recordings and the volume', () => {
  const exhibits = (importedAt: string): Exhibit[] => [recording('2026-03-10T11:20', importedAt)];
  const volume = (retention: string): Volume => ({
    id: caseFile('2026-03-01').case.id,
    caseId: caseFile('2026-03-01').case.id,
    filedAt: '2026-07-01T09:00:00+08:00',
    filer: '甲',
    inspector: '乙',
    retention,
    archiveNo: '',
    supplementId: null,
    part: null,
    items: 10,
    pages: 40,
    sha256: '',
  });

  it('S36a: what was recorded is stored the same day', () => {
    expect(period(caseFile('2026-03-12', { exhibits: exhibits('2026-03-10T18:00:00+08:00') }), 'S36a')).toMatchObject({
      due: '2026-03-10',
      metAt: '2026-03-10',
    });
    expect(period(caseFile('2026-03-12', { exhibits: exhibits('2026-03-11T08:00:00+08:00') }), 'S36a')).toMatchObject({
      due: '2026-03-10',
      metAt: '2026-03-11',
    });
  });

  it.each([
    ['30年', '2056-07-01'],
    ['10年', '2036-07-01'],
  ])('S37b: recordings of evidence are kept as long as a volume kept %s', (retention, due) => {
    const file = caseFile('2026-07-02', { exhibits: exhibits('2026-03-10T18:00:00+08:00'), volume: volume(retention) });
    expect(period(file, 'S37b')).toMatchObject({ kind: 'min', due, metAt: null });
    expect(periods({ ...file, exhibits: [] }, 'S37b')).toEqual([]);
  });

  it('S37b: 永久 has no end', () => {
    const file = caseFile('2126-07-02', { exhibits: exhibits('2026-03-10T18:00:00+08:00'), volume: volume('永久') });
    expect(period(file, 'S37b')).toMatchObject({
      due: null,
      metAt: null,
      note: '没有固定的天数：案卷保管期限为永久。',
    });
  });

  it('AR: files go to the state archives after 20 years, those of a county after 10', () => {
    const file = caseFile('2026-07-02', { volume: volume('永久') });
    expect(period(file, 'AR').due).toBe('2046-07-01');
    expect(period({ ...file, office: { ...file.office, level: '县级' } }, 'AR').due).toBe('2036-07-01');
  });
});

describe('the limitation of two years', () => {
  const told = paper('J01', null, { receivedAt: '2026-03-02T09:40', sourceType: '投诉', conductEndedAt: '2024-03-01' });

  it('is judged by the day of the complaint (举报、投诉即视为发现)', () => {
    expect(period(caseFile('2026-03-02', { papers: [told] }), 'J2Y')).toMatchObject({
      due: '2026-03-01',
      metAt: '2026-03-02',
    });
  });

  it('is there once, by the newest statement, and not while the conduct goes on', () => {
    const report = paper('J18', at('2026-04-20'), { conductEndedAt: '2024-06-30' });
    expect(period(caseFile('2026-04-21', { papers: [told, filing, report] }), 'J2Y')).toMatchObject({
      from: '2024-06-30',
      subjectId: report.id,
      metAt: '2026-03-02',
    });
    expect(periods(caseFile('2026-03-02', { papers: [later(told, { conductEndedAt: '' })] }), 'J2Y')).toEqual([]);
  });

  it('is prolonged to five years where 处罚法36 says so', () => {
    const change = { ruleId: 'P2Y', kind: 'extension' as const, n: 3, from: null, to: null, basis: '处罚法36' };
    expect(period(caseFile('2026-03-02', { papers: [told], periodChanges: [change] }), 'P2Y').due).toBe('2029-03-01');
  });
});

describe('加处罚款 and 滞纳金', () => {
  const decision = paper(
    'J32',
    at('2026-02-25'),
    {
      penalties: [
        { kind: '罚款', amount: 5000 },
        { kind: '没收违法所得', amount: 900 },
      ],
    },
    { number: '某人社监罚字〔2026〕第001号' },
  );
  const served = [decision, receipt([decision], '2026-03-02')];
  const words = (today: string, papers: Paper[] = []) =>
    period(caseFile(today, { papers: [...served, ...papers] }), 'P3pct').note;

  it('begins the day after the fine fell due', () => {
    expect(periods(caseFile('2026-03-17', { papers: served }), 'P3pct')).toEqual([]);
    expect(period(caseFile('2026-03-18', { papers: served }), 'P3pct')).toMatchObject({
      subjectId: decision.id,
      from: '2026-03-17',
      due: null,
      metAt: null,
    });
  });

  it('counts 3 % of the fine for each day, up to the fine', () => {
    expect(words('2026-03-27')).toBe('加处罚款截至今日1,500.00元（10日），上限5,000.00元。');
    expect(words('2026-12-27')).toBe('加处罚款截至今日5,000.00元（285日），上限5,000.00元（已到上限）。');
  });

  it('rests while the decision is reconsidered or before the court (处罚法73)', () => {
    const asked = paper('F01', null, { appliedAt: '2026-03-22', recvAt: '2026-03-27' });
    expect(words('2026-04-30', [asked])).toBe(
      '加处罚款截至今日600.00元（4日），上限5,000.00元。复议、诉讼期间停止计算。',
    );
    expect(words('2026-05-17', [asked, reconsidered])).toBe('加处罚款截至今日1,200.00元（8日），上限5,000.00元。');
  });

  it('ends with the payment; a fine paid in time has none', () => {
    const pay = (performedAt: string) =>
      paper('J39', at(performedAt), { performed: '全部履行', performedAt, decisionRef: decision.number });
    expect(words('2026-06-30', [pay('2026-03-27')])).toBe('加处罚款截至缴清之日1,500.00元（10日），上限5,000.00元。');
    expect(periods(caseFile('2026-06-30', { papers: [...served, pay('2026-03-10')] }), 'P3pct')).toEqual([]);
  });

  it('滞纳金 counts its first day too', () => {
    expect(period(caseFile('2026-02-01', { papers: [arrears] }), 'ALF').note).toBe('滞纳金截至今日5.00元（1日）。');
    expect(period(caseFile('2026-04-30', { papers: [arrears, paid] }), 'ALF').note).toBe(
      '滞纳金截至缴清之日295.00元（59日）。',
    );
  });
});

describe('公示', () => {
  it('is not due for a penalty that nobody said was to be published (处罚法48), and once for a decision approved apart', () => {
    const quiet = paper('J32', at('2026-03-02'), { decidedAt: '2026-03-02', publish: false });
    expect(periods(caseFile('2026-03-07', { papers: [quiet] }), 'PUB7')).toEqual([]);
    expect(periods(caseFile('2026-03-07', { papers: [licence, approvedApart] }), 'PUB7')).toHaveLength(1);
  });
});
