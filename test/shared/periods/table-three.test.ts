import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper, RuleSettings } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods, receipt } from './case.ts';

const at = (day: string) => `${day}T10:00:00+08:00`;
const ids = (today: string, papers: Paper[]) =>
  periods(caseFile(today, { papers }))
    .map(({ ruleId }) => ruleId)
    .toSorted();
const one = (today: string, papers: Paper[], ruleId: string) => period(caseFile(today, { papers }), ruleId);
const choosing = (settings: Partial<RuleSettings>, file: CaseFile): CaseFile => ({
  ...file,
  settings: { ...file.settings, ...settings },
});
const DISPATCH = '劳务派遣经营许可';
const STAFFING = '人力资源服务许可';

describe('劳务派遣 (劳务派遣行政许可实施办法)', () => {
  const accepted = (action: string, matter = DISPATCH) =>
    paper('X05', at('2026-03-06'), { acceptedAt: '2026-03-06', matter, action });
  const received = (action: string, matter = DISPATCH) =>
    paper('X02', at('2026-03-02'), { receivedAt: '2026-03-02', matter, action });

  it('a change is made in ten working days from its application, anything else decided in twenty from acceptance', () => {
    expect(ids('2026-03-10', [received('变更'), accepted('变更')])).toEqual(['X10C', 'X5']);
    expect(one('2026-03-10', [received('变更')], 'X10C')).toMatchObject({ from: '2026-03-02', due: '2026-03-16' });
    expect(ids('2026-03-10', [received('延续'), accepted('延续')])).toEqual(['X20', 'X5']);
    expect(ids('2026-03-10', [received('变更', '别的许可'), accepted('变更', '别的许可')])).toEqual(['X20', 'X5']);
  });

  it('is met by the decision on the change', () => {
    const changed = paper('X13a', at('2026-03-16'), { decidedAt: '2026-03-16' });
    expect(one('2026-03-20', [received('变更'), changed], 'X10C').metAt).toBe('2026-03-16');
  });

  it.each([
    // 2026-04-04 to 06 are days off: five working days end later than a week.
    ['2026-04-01', '2026-04-09'],
    ['2026-03-16', '2026-03-23'],
  ])('decided on %s, the licensee is told by %s', (day, due) => {
    const granted = paper('X11', at(day), { decidedAt: day, matter: DISPATCH });
    expect(one(day, [granted], 'X5N')).toMatchObject({ due, metAt: null });
    expect(one('2026-04-20', [granted, receipt([granted], due)], 'X5N').metAt).toBe(due);
    expect(ids(day, [paper('X11', at(day), { decidedAt: day, matter: STAFFING })])).not.toContain('X5N');
  });

  it('is renewed sixty days before it ends, any other licence thirty', () => {
    const granted = (matter: string) => [paper('X11', at('2026-03-16'), { validTo: '2029-03-15', matter })];
    expect(one('2026-03-17', granted(DISPATCH), 'X60')).toMatchObject({ due: '2029-01-14' });
    expect(ids('2026-03-17', granted(DISPATCH))).not.toContain('X30');
    expect(one('2026-03-17', granted(STAFFING), 'X30')).toMatchObject({ due: '2029-02-13' });
    expect(ids('2026-03-17', granted(STAFFING))).not.toContain('X60');
  });
});

describe('人力资源服务许可 (人力资源市场暂行条例19, 许可法32, 42)', () => {
  const received = paper('X02', at('2026-03-02'), { receivedAt: '2026-03-02', matter: STAFFING });
  const accepted = paper('X05', at('2026-03-12'), { acceptedAt: '2026-03-12', matter: STAFFING });

  it('does not run while papers are missing', () => {
    const told = paper('X04', at('2026-03-05'), { issuedAt: '2026-03-05' });
    expect(ids('2026-06-01', [received, told])).toEqual(['X5']);
  });

  it('runs from acceptance, in the days 法规科 has chosen, and says so', () => {
    const file = caseFile('2026-03-13', { papers: [received, accepted] });
    expect(period(file, 'XR20')).toMatchObject({
      from: '2026-03-12',
      due: '2026-04-10',
      note: expect.stringContaining('按工作日计算'),
    });
    expect(periods(file, 'XR20d')).toEqual([]);
    const natural = choosing({ staffingTerm: '自然日' }, file);
    expect(period(natural, 'XR20d')).toMatchObject({
      statutory: '2026-04-01',
      due: '2026-04-01',
      note: expect.stringContaining('按自然日计算'),
    });
    expect([...periods(natural, 'XR20'), ...periods(natural, 'X20')]).toEqual([]);
  });

  it('twenty natural days that end on a rest day end after it', () => {
    const late = paper('X05', at('2026-03-15'), { acceptedAt: '2026-03-15', matter: STAFFING });
    const file = choosing({ staffingTerm: '自然日' }, caseFile('2026-03-16', { papers: [late] }));
    expect(period(file, 'XR20d')).toMatchObject({ statutory: '2026-04-04', due: '2026-04-07' });
  });
});

describe('工伤认定办法8', () => {
  const applied = paper('G01', null, { appliedAt: '2026-03-02' });
  const told = paper('G02', at('2026-03-10'), { issuedAt: '2026-03-10' });

  it('gives another fifteen days once all supplements are in, and nothing before that', () => {
    expect(one('2026-03-11', [applied, told], 'G15')).toMatchObject({ due: '2026-03-17', metAt: '2026-03-10' });
    expect(ids('2026-06-01', [applied, told])).not.toContain('G15s');
    const begun = paper('G03', null, { supplementedAt: '2026-04-20' });
    // 2026-05-05 is the last day of 劳动节.
    expect(one('2026-04-21', [applied, told, begun], 'G15s')).toMatchObject({
      statutory: '2026-05-05',
      due: '2026-05-06',
      metAt: null,
    });
    const accepted = { ...begun, status: 'issued' as const, issuedAt: at('2026-05-06') };
    const done = { ...accepted, values: { ...begun.values, acceptedAt: '2026-05-06' } };
    expect(one('2026-05-07', [applied, told, done], 'G15s').metAt).toBe('2026-05-06');
  });

  it('is met by a refusal too', () => {
    const refused = paper('G04', at('2026-05-06'), { supplementedAt: '2026-04-20', decidedAt: '2026-05-06' });
    expect(one('2026-05-07', [applied, told, refused], 'G15s').metAt).toBe('2026-05-06');
  });
});

describe('责令改正 is checked, whatever paper ordered it (制度28)', () => {
  it.each([
    ['J19', { correctBy: '2026-03-20' }],
    ['S06', { correctBy: '2026-03-20' }],
    ['J11', { correctBy: '2026-03-20', conclusion: '责令改正' }],
  ])('%s', (templateId, values) => {
    const order = paper(templateId, at('2026-03-10'), values, { number: `${templateId}第1号` });
    expect(one('2026-03-15', [order], 'S28')).toMatchObject({ from: '2026-03-20', due: '2026-03-23', metAt: null });
    const checked = paper('J20', at('2026-03-22'), { orderRef: `${templateId}第1号`, checkedAt: '2026-03-22T10:00' });
    expect(one('2026-03-25', [order, checked], 'S28').metAt).toBe('2026-03-22');
  });

  it('not after an inspection that found nothing', () => {
    const told = paper('J11', at('2026-03-10'), { correctBy: '2026-03-20', conclusion: '立案' });
    expect(ids('2026-03-25', [told])).not.toContain('S28');
  });
});

describe('the court refuses (强制法56②, 58③)', () => {
  const letter = (kind: string, receivedAt: string, more: Paper['values'] = {}) =>
    paper('F08', null, { kind, receivedAt, ...more });

  it.each(['不予受理强制执行申请裁定书', '不准予执行裁定书'])('%s: fifteen days to the higher court', (kind) => {
    expect(one('2026-03-10', [letter(kind, '2026-03-09')], 'QA15')).toMatchObject({ due: '2026-03-24', metAt: null });
    // 2026-04-05 is the second day of 清明节.
    expect(one('2026-03-22', [letter(kind, '2026-03-21')], 'QA15')).toMatchObject({
      statutory: '2026-04-05',
      due: '2026-04-07',
    });
    const asked = letter(kind, '2026-03-09', { handling: '已向上一级人民法院申请复议', handledAt: '2026-03-20' });
    expect(one('2026-03-22', [asked], 'QA15').metAt).toBe('2026-03-20');
  });

  it('nothing runs where the court enforces', () =>
    expect(ids('2026-03-10', [letter('准予执行裁定书', '2026-03-09')])).not.toContain('QA15'));
});

describe('社会保险费滞纳金', () => {
  const order = (lateFeeFrom: string, arrears = 10_000) => paper('S08', at('2026-03-02'), { lateFeeFrom, arrears });
  const note = (today: string, lateFeeFrom: string, settings: Partial<RuleSettings> = {}) =>
    period(choosing(settings, caseFile(today, { papers: [order(lateFeeFrom)] })), 'ALF').note;

  it('is 2‰ a day until 2011-06-30 and 万分之五 from 2011-07-01 on (征缴暂行条例13, 社保法86)', () => {
    // Two days at 20 yuan, two at 5.
    expect(note('2011-07-02', '2011-06-29')).toContain('50.00元（4日，其中2011年7月1日以前的2日按每日万分之20）');
    expect(note('2011-06-30', '2011-06-30')).toContain('20.00元（1日，其中2011年7月1日以前的1日按每日万分之20）');
    expect(note('2011-07-01', '2011-07-01')).toContain('5.00元（1日）');
  });

  it('has no cap unless 法规科 chose that of 强制法45②, which it then says', () => {
    // 2021-01-01 to 2026-12-01 are 2161 days.
    expect(note('2026-12-01', '2021-01-01')).toContain('10,805.00元（2161日）。');
    const capped = note('2026-12-01', '2021-01-01', { lateFeeCap: '以欠缴额为限' });
    expect(capped).toContain('10,000.00元（2161日），上限10,000.00元（已到上限）');
    expect(capped).toContain('由法规科在“设置—规则设置”中选定');
  });
});

describe('加处罚款 pauses from the day 法规科 chose (处罚法73③)', () => {
  const decision = paper('J32', at('2026-02-24'), { penalties: [{ kind: '罚款', amount: 10_000 }] });
  const days = (remedyPause: RuleSettings['remedyPause'], values: Paper['values']) => {
    const answer = paper('F01', null, { recvAt: '2026-03-26', ...values });
    const file = caseFile('2026-04-08', { papers: [decision, receipt([decision], '2026-03-02'), answer] });
    const words = period(choosing({ remedyPause }, file), 'P3pct').note ?? '';
    return [Number(/（(\d+)日）/.exec(words)?.[1]), words.includes('没有录入'), words.includes('从受理之日起')];
  };
  const both = { appliedAt: '2026-03-20', acceptedAt: '2026-03-24' };

  it.each([
    // To be paid until 17 March: the 18th and 19th, or to the 23rd, or to the 25th, are charged.
    ['申请之日', both, [2, false, false]],
    ['受理之日', both, [6, false, true]],
    ['受理之日', { appliedAt: '2026-03-20' }, [8, true, true]],
    ['申请之日', { acceptedAt: '2026-03-24' }, [6, true, false]],
  ] as const)('%s, %j', (choice, values, expected) => expect(days(choice, values)).toEqual(expected));
});

describe('复议法34, 行诉法45: fifteen days to sue where 复议 was not taken up or not decided', () => {
  const letter = (kind: string, values: Paper['values']) => paper('F08', null, { kind, ...values });

  it.each(['行政复议决定书', '行政复议不予受理决定书', '驳回行政复议申请决定书'])('after %s', (kind) => {
    const file = [letter(kind, { receivedAt: '2026-03-10', partyReceivedAt: '2026-03-09' })];
    expect(one('2026-03-10', file, 'F15R')).toMatchObject({ from: '2026-03-09', due: '2026-03-24' });
  });

  it.each([
    ['普通程序', '2026-05-08'],
    ['简易程序', '2026-04-08'],
  ])('%s without an answer in time', (procedureKind, end) => {
    const accepted = paper('F01', null, { procedureKind, acceptedAt: '2026-03-09', recvAt: '2026-03-11' });
    expect(periods(caseFile(end, { papers: [accepted] }), 'F15R')).toEqual([]);
    const over = caseFile('2026-06-30', { papers: [accepted] });
    expect(period(over, 'F15R')).toMatchObject({ from: end, note: expect.stringContaining('逾期没有作出决定') });
    const answered = letter('行政复议决定书', { madeAt: end, receivedAt: '2026-05-11', partyReceivedAt: '2026-05-12' });
    const [only, ...more] = periods(caseFile('2026-06-30', { papers: [accepted, answered] }), 'F15R');
    expect([only?.from, more]).toEqual(['2026-05-12', []]);
  });

  it('a penalty on the spot is enforced after them, any other waits for the six months', () => {
    const refused = letter('行政复议不予受理决定书', { receivedAt: '2026-03-10', partyReceivedAt: '2026-03-09' });
    const spot = paper('J34', at('2026-02-10'), { at: '2026-02-10T10:00', kind: '罚款' });
    const applied = paper('F01', null, { appliedAt: '2026-02-20', recvAt: '2026-03-11' });
    const file = caseFile('2026-04-10', { papers: [spot, applied, refused] });
    const summary = { ...file, case: { ...file.case, procedure: 'penalty.summary' } };
    expect(period(summary, 'Q3M')).toMatchObject({ from: '2026-03-24', statutory: '2026-06-24' });
    expect(periods(caseFile('2026-04-10', { papers: [applied, refused] }), 'Q3M')).toEqual([]);
  });
});
