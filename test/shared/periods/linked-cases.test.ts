import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaseFile, LinkedCase, Paper } from '../../../shared/case-file.ts';
import { templatesAcross } from '../../../shared/periods/events.ts';
import { caseFile, paper, period, periods, receipt } from './case.ts';
import { rules } from './data.ts';

const at = (day: string) => `${day}T10:00:00+08:00`;
const decision = paper(
  'J32',
  at('2021-08-30'),
  { penalties: [{ kind: '罚款', amount: 5000 }], decidedAt: '2021-08-30' },
  { number: '某人社监罚字〔2021〕第001号' },
);
const served = [decision, receipt([decision], '2021-08-31')];
const linked = (stands: LinkedCase['stands'], papers: Paper[], procedure = 'penalty.ordinary'): LinkedCase => ({
  id: randomUUID(),
  number: '',
  causeName: '',
  procedure,
  stands,
  papers,
});
const demand = paper('J43', at('2022-02-01'), { decisionRef: decision.number, servedAt: '2021-08-31' });

const enforcing = (today: string, over: Partial<CaseFile> = {}): CaseFile => {
  const file = caseFile(today, { papers: [demand], linked: [linked('earlier', served)], ...over });
  return { ...file, case: { ...file.case, procedure: 'enforcement' } };
};

describe('a case that enforces the decision of another', () => {
  it('counts 申请执行 from the end of the time to sue that decision, and 加处罚款', () => {
    expect(periods(enforcing('2022-02-28'), 'Q3M')).toEqual([]);
    expect(period(enforcing('2022-03-01'), 'Q3M')).toMatchObject({
      from: '2022-02-28',
      statutory: '2022-05-28',
      due: '2022-05-30',
      metAt: null,
    });
    expect(period(enforcing('2022-03-01'), 'P3pct').charge?.principal).toBe(5000);
  });

  it('does not show again what is counted in the case it follows', () => {
    expect(
      periods(enforcing('2022-03-01'))
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual(['P3pct', 'Q3M']);
  });

  it('has no such time when the party sued in a case beside it', () => {
    const suit = linked('beside', [paper('F02', null, { recvAt: '2022-01-10' })], 'remedy.litigation');
    expect(periods(enforcing('2022-03-01', { linked: [linked('earlier', served), suit] }), 'Q3M')).toEqual([]);
  });

  it('counts from the end of the time to sue a decision of reconsideration that upheld it', () => {
    const upheld = paper('F08', null, {
      kind: '行政复议决定书',
      result: '维持（驳回）',
      receivedAt: '2022-01-10',
      partyReceivedAt: '2022-01-11',
    });
    const reconsidered = (result: string) =>
      linked(
        'beside',
        [paper('F01', null, { recvAt: '2021-10-10' }), { ...upheld, values: { ...upheld.values, result } }],
        'remedy.reconsideration',
      );
    const file = (result: string) =>
      enforcing('2022-03-01', { linked: [linked('earlier', served), reconsidered(result)] });
    expect(period(file('维持（驳回）'), 'Q3M')).toMatchObject({ from: '2022-01-26', statutory: '2022-04-26' });
    expect(periods(file('撤销'), 'Q3M')).toEqual([]);
  });

  it('goes by the demand where the decision is in no case of the workstation', () => {
    const alone = enforcing('2022-03-01', { linked: [] });
    expect(period(alone, 'F6M')).toMatchObject({ subjectId: demand.id, from: '2021-08-31' });
    expect(period(alone, 'Q3M')).toMatchObject({ subjectId: demand.id, from: '2022-02-28', statutory: '2022-05-28' });
  });
});

describe('the case with the decision', () => {
  const file = (papers: Paper[], procedure: string, own: Paper[] = served) =>
    caseFile('2022-03-10', { papers: own, linked: [linked('later', papers, procedure)] });

  it('sees that the application was made in the case that follows', () => {
    const applied = paper('J44', at('2022-03-09'), { date: '2022-03-09', decisionRef: decision.number });
    expect(period(file([demand, applied], 'enforcement'), 'Q3M').metAt).toBe('2022-03-09');
    expect(period(file([demand], 'enforcement'), 'Q3M').metAt).toBeNull();
  });

  it('sees that the party sued, and must withdraw what it published when the court annuls it', () => {
    const judged = paper('F08', null, {
      kind: '一审判决书',
      result: '撤销',
      receivedAt: '2022-02-20',
      effectiveAt: '2022-03-08',
    });
    const published = paper('J47b', at('2021-09-01'), { kind: '公示', at: '2021-09-01' });
    const sued = file([paper('F02', null, { recvAt: '2022-01-10' }), judged], 'remedy.litigation', [
      ...served,
      published,
    ]);
    expect(period(sued, 'F6M').metAt).toBe('2022-01-10');
    expect(period(sued, 'P3')).toMatchObject({ from: '2022-03-08', due: '2022-03-11', metAt: null });
    expect(periods({ ...sued, papers: served }, 'P3')).toEqual([]);
  });

  it('leaves the periods of the other case to it', () => {
    const filed = paper('J45', at('2022-03-09'), { terminatedAt: '2022-03-09' });
    expect(periods(file([filed], 'enforcement'), 'S35')).toEqual([]);
  });
});

it('asks other cases only for papers that rules across cases name', () => {
  const asked = templatesAcross(rules);
  expect(asked).toEqual(expect.arrayContaining(['J32', 'J33', 'S08', 'J40', 'J43', 'J44', 'F01', 'F02', 'F08', 'J39']));
  for (const inner of ['J01', 'J04', 'J18', 'J07']) expect(asked).not.toContain(inner);
});
