import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseFile, LinkedCase, Paper } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods, receipt } from './case.ts';

const onTheSpot = (day: string, values: Paper['values'] = {}) =>
  paper(
    'J34',
    `${day}T10:00:00+08:00`,
    { at: `${day}T10:00`, kind: '罚款', ...values },
    { number: '某人社监当罚字第1号' },
  );
const summary = (today: string, papers: Paper[]): CaseFile => {
  const file = caseFile(today, { papers });
  return { ...file, case: { ...file.case, procedure: 'penalty.summary' } };
};
const enforcing = (today: string, papers: Paper[], earlier: Paper[] = []): CaseFile => {
  const linked: LinkedCase = {
    id: randomUUID(),
    number: '',
    causeName: '',
    procedure: 'penalty.summary',
    stands: 'earlier',
    papers: earlier,
  };
  const file = caseFile(today, { papers, linked: earlier.length === 0 ? [] : [linked] });
  return { ...file, case: { ...file.case, procedure: 'enforcement' } };
};
const reconsidersFirst = expect.stringContaining('当场处罚应当先申请行政复议');
const suesAtOnce = expect.stringContaining('从六个月起诉期限届满之日起算');

/** 强制法53 with 复议法23①(一): the three months run from the end of the window that is really there. */
describe('applying to the court for a penalty on the spot', () => {
  it.each([
    // Before 2024 the party could sue within six months; 2024-06-30 is a Sunday, the three months then end within 国庆.
    ['2023-12-31', '2024-07-01', '2024-10-01', '2024-10-08', suesAtOnce],
    // From 2024-01-01 on only 复议 within sixty days is open.
    ['2024-01-01', '2024-03-01', '2024-06-01', '2024-06-03', reconsidersFirst],
    // Sixty days that end within 国庆 end after it.
    ['2025-08-04', '2025-10-09', '2026-01-09', '2026-01-09', reconsidersFirst],
  ])('decided on %s it opens on %s, until %s (rolled %s)', (day, from, statutory, due, why) => {
    const decision = onTheSpot(day);
    expect(period(summary('2026-03-01', [decision]), 'Q3M')).toMatchObject({
      subjectId: decision.id,
      from,
      statutory,
      due,
      note: why,
    });
  });

  it('counts the same in the case that enforces it, whatever the demand says', () => {
    const demand = paper('J43', '2024-04-01', { servedAt: '2024-01-01' });
    const file = enforcing('2024-04-02', [demand], [onTheSpot('2024-01-01')]);
    expect(period(file, 'Q3M')).toMatchObject({ from: '2024-03-01', statutory: '2024-06-01', note: reconsidersFirst });
    expect(periods(enforcing('2024-07-02', [demand], [onTheSpot('2024-01-01')]), 'Q3M')).toHaveLength(1);
  });

  it.each([
    ['2023-12-31', true, '2024-07-01'],
    ['2024-01-01', true, '2024-03-01'],
    ['2024-01-01', false, '2024-07-01'],
  ])('goes by a demand of %s where the decision is elsewhere (on the spot: %s): from %s', (servedAt, flag, from) => {
    const demand = paper('J43', '2024-04-01', { servedAt, ...(flag ? { onTheSpot: true } : {}) });
    expect(period(enforcing('2024-08-01', [demand]), 'Q3M').from).toBe(from);
  });

  it('opens the day after the window has closed, and not for a warning', () => {
    expect(periods(summary('2024-03-01', [onTheSpot('2024-01-01')]), 'Q3M')).toEqual([]);
    expect(periods(summary('2024-03-02', [onTheSpot('2024-01-01')]), 'Q3M')).toHaveLength(1);
    expect(periods(summary('2024-03-02', [onTheSpot('2024-01-01', { kind: '警告' })]), 'Q3M')).toEqual([]);
  });

  it('does not open while the party is in 复议, and opens fifteen days after the decision that upheld it', () => {
    const applied = paper('F01', null, { recvAt: '2024-02-20' });
    const upheld = paper('F08', null, {
      kind: '行政复议决定书',
      result: '维持（驳回）',
      receivedAt: '2024-04-15',
      partyReceivedAt: '2024-04-15',
    });
    expect(periods(summary('2024-04-20', [onTheSpot('2024-01-01'), applied]), 'Q3M')).toEqual([]);
    expect(period(summary('2024-05-01', [onTheSpot('2024-01-01'), applied, upheld]), 'Q3M')).toMatchObject({
      from: '2024-04-30',
      note: expect.stringContaining('十五日'),
    });
  });
});

/** 处罚法72②: with approved instalments or delay the three months start when that time ends. */
describe('applying to the court after 延期、分期缴纳 was approved', () => {
  const decided = (number: string) =>
    paper(
      'J32',
      '2024-03-01T10:00:00+08:00',
      { decidedAt: '2024-03-01', penalties: [{ kind: '罚款', amount: 9000 }] },
      { number },
    );
  const decision = decided('某人社监罚字〔2024〕第001号');
  const served = [decision, receipt([decision], '2024-03-05')];
  const deferral = (newDeadline: string, over: Paper['values'] = {}) =>
    paper('J38b', '2024-03-15', { verdict: '批准', decisionRef: decision.number, newDeadline, ...over });
  const at = (papers: Paper[], today = '2024-10-10') => period(caseFile(today, { papers }), 'Q3M');

  it.each([
    // The time to sue (2024-09-05) ends later than the instalments, or on the same day: it stays.
    ['2024-06-30', '2024-09-05', '2024-12-05'],
    ['2024-09-05', '2024-09-05', '2024-12-05'],
    ['2024-09-06', '2024-09-06', '2024-12-06'],
    // 2024-11-30 plus three months is 2025-02-28.
    ['2024-11-30', '2024-11-30', '2025-02-28'],
  ])('the last instalment on %s: from %s until %s', (newDeadline, from, due) =>
    expect(at([...served, deferral(newDeadline)])).toMatchObject({ from, due }),
  );

  it('says why, and goes by the last of several approvals', () => {
    const moved = at([...served, deferral('2024-10-31'), deferral('2024-12-31')]);
    expect(moved).toMatchObject({ from: '2024-12-31', statutory: '2025-03-31' });
    expect(moved.note).toContain('处罚法72第二款');
    expect(moved.note).not.toContain('六个月');
  });

  it('is moved neither by a refusal, nor by a draft, nor by the instalments of another decision', () => {
    const other = decided('某人社监罚字〔2024〕第002号');
    for (const paperOfOthers of [
      deferral('2024-12-31', { verdict: '不批准' }),
      { ...deferral('2024-12-31'), status: 'draft' as const, issuedAt: null },
      deferral('2024-12-31', { decisionRef: other.number }),
    ])
      expect(at([...served, other, paperOfOthers]).from).toBe('2024-09-05');
  });

  it('counts in the case that enforces, where the approval is in the case before', () => {
    const demand = paper('J43', '2024-11-01', { decisionRef: decision.number, servedAt: '2024-03-05' });
    expect(period(enforcing('2024-11-10', [demand], [...served, deferral('2024-10-31')]), 'Q3M')).toMatchObject({
      from: '2024-10-31',
      statutory: '2025-01-31',
    });
  });

  it('moves the sixty days of a penalty on the spot alike', () => {
    const penalty = onTheSpot('2024-01-01');
    const later = deferral('2024-05-31', { decisionRef: penalty.number });
    expect(period(summary('2024-06-10', [penalty, later]), 'Q3M').from).toBe('2024-05-31');
  });
});

/** 强制法53 or 行诉法95 with 行诉解释153: after a judgment that dismissed the suit there is a window too; which is a choice of 法规科. */
describe('applying to the court after a judgment', () => {
  const decision = paper('J32', '2024-03-01T10:00:00+08:00', { decidedAt: '2024-03-01' });
  const judgment = (values: Paper['values']) =>
    paper('F08', null, { kind: '一审判决书', result: '维持（驳回）', receivedAt: '2024-08-01', ...values });
  const inForce = judgment({ effectiveAt: '2024-08-31' });
  const sued = [decision, receipt([decision], '2024-03-05'), paper('F02', null, { recvAt: '2024-05-10' })];
  const by = (judgedTerm: '三个月' | '二年', papers: Paper[]): CaseFile => {
    const file = caseFile('2024-10-10', { papers });
    return { ...file, settings: { ...file.settings, judgedTerm } };
  };
  const windows = (file: CaseFile) =>
    periods(file)
      .filter(({ ruleId }) => ruleId.startsWith('Q'))
      .map(({ ruleId, from, statutory, due }) => [ruleId, from, statutory, due]);

  it('runs from the day the judgment is in force, by one of the two laws', () => {
    // 2024-11-30 is a Saturday, 2026-08-31 a Monday.
    expect(windows(by('三个月', [...sued, inForce]))).toEqual([['Q3J', '2024-08-31', '2024-11-30', '2024-12-02']]);
    expect(windows(by('二年', [...sued, inForce]))).toEqual([['Q2J', '2024-08-31', '2026-08-31', '2026-08-31']]);
  });

  it('says that the length is disputed', () => {
    expect(period(by('三个月', [...sued, inForce]), 'Q3J').note).toContain('有争议');
    expect(period(by('二年', [...sued, inForce]), 'Q2J').note).toContain('有争议');
  });

  it.each([
    ['is not in force yet', judgment({})],
    ['annulled the decision', judgment({ effectiveAt: '2024-08-31', result: '撤销' })],
    ['is a decision of 复议', judgment({ effectiveAt: '2024-08-31', kind: '行政复议决定书' })],
  ])('does not run where it %s', (_, letter) => expect(windows(by('三个月', [...sued, letter]))).toEqual([]));

  it('does not run for a decision in which there is nothing to enforce', () => {
    const injury = paper('G09', '2024-03-01T10:00:00+08:00', { decidedAt: '2024-03-01' });
    expect(windows(by('三个月', [injury, inForce]))).toEqual([]);
  });

  it('is met by the application', () => {
    const applied = paper('J44', '2024-10-08T10:00:00+08:00', { date: '2024-10-08' });
    expect(period(by('三个月', [...sued, inForce, applied]), 'Q3J').metAt).toBe('2024-10-08');
  });
});
