import { describe, expect, it } from 'vitest';
import { caseFile, paper, period, periods, receipt } from './case.ts';

const injury = (today: string, papers = [paper('G03', '2021-08-02', { acceptedAt: '2021-08-02' })]) =>
  caseFile(today, { case: { ...caseFile(today).case, procedure: 'injury' }, papers });
const accepted = paper('G03', '2021-08-02', { acceptedAt: '2021-08-02' });
const suspended = paper(
  'G07',
  '2021-08-22',
  { suspendedAt: '2021-08-22' },
  { name: '工伤认定中止通知书', number: '辽人社工中字〔2021〕第001号' },
);
const resumed = paper('G08', '2021-11-10', { resumedAt: '2021-11-10' });

const permit = (papers: ReturnType<typeof paper>[]) =>
  caseFile('2026-03-20', { case: { ...caseFile('2026-03-20').case, procedure: 'permit' }, papers });
const taken = paper('X05', '2026-03-02', { acceptedAt: '2026-03-02', matter: '劳务派遣经营许可' });

describe('periods follow the papers that change them', () => {
  it('中止通知书 stops 工伤认定, 恢复通知书 counts the rest on (vector DV21)', () => {
    expect(period(injury('2021-09-01', [accepted, suspended]), 'G60')).toMatchObject({
      due: null,
      note: expect.stringContaining('中止，尚未恢复'),
    });
    expect(period(injury('2021-12-01', [accepted, suspended, resumed]), 'G60')).toMatchObject({
      statutory: '2021-12-20',
      due: '2021-12-20',
      note: expect.stringContaining('至2021-11-10不计入期限'),
    });
  });

  it('特别程序所需时间告知书 takes its working days out, 延长审查期限审批表 sets the new day, never beyond the law', () => {
    expect(period(permit([taken]), 'X20').due).toBe('2026-03-30');
    expect(period(permit([taken, paper('X09', '2026-03-09', { startAt: '2026-03-09', days: 5 })]), 'X20').due).toBe(
      '2026-04-07',
    );
    expect(period(permit([taken, paper('X10a', '2026-03-20', { newDeadline: '2026-04-10' })]), 'X20').due).toBe(
      '2026-04-10',
    );
    expect(period(permit([taken, paper('X10a', '2026-03-20', { newDeadline: '2026-06-10' })]), 'X20').due).toBe(
      '2026-04-14',
    );
  });

  it('批准延期缴纳 moves the day of payment, a refusal does not', () => {
    const decision = paper('J32', '2026-03-02', {
      decidedAt: '2026-03-02',
      penalties: [{ kind: '罚款', amount: 3600 }],
    });
    const with38 = (verdict: string) =>
      caseFile('2026-03-20', {
        papers: [
          decision,
          receipt([decision], '2026-03-03'),
          paper('J38b', '2026-03-10', { verdict, newDeadline: '2026-06-30' }),
        ],
      });
    expect(period(with38('批准'), 'P15').due).toBe('2026-06-30');
    expect(period(with38('不批准'), 'P15').due).toBe('2026-03-18');
  });

  it('延长查封（扣押） approved moves the end of a 查封, never by more than thirty days; another matter does not (强制法25)', () => {
    const sealed = paper('Q01b', '2026-03-06', { kind: '查封', periodFrom: '2026-03-06' });
    const approved = (matter: string, newDeadline: string) =>
      caseFile('2026-04-01', { papers: [sealed, paper('J46', '2026-04-01', { matter, newDeadline })] });
    expect(period(approved('延长查封（扣押）', '2026-04-20'), 'Q30').due).toBe('2026-04-20');
    expect(period(approved('延长查封（扣押）', '2026-06-30'), 'Q30').statutory).toBe('2026-05-05');
    expect(period(approved('延长调查', '2026-04-20'), 'Q30').due).toBe('2026-04-07');
  });

  it('the days of a test the party was told of do not count towards a 查封 (强制法25第三款)', () => {
    const sealed = paper('Q01b', '2026-03-06', { kind: '查封', periodFrom: '2026-03-06' });
    const tested = (testFrom: string, testTo: string) =>
      caseFile('2026-04-01', { papers: [sealed, paper('Q01f', '2026-03-09', { testFrom, testTo })] });
    expect(period(tested('2026-03-09', '2026-03-19'), 'Q30').statutory).toBe('2026-04-15');
    expect(period(tested('2026-03-09', '2026-03-09'), 'Q30').statutory).toBe('2026-04-05');
  });

  it('归档 runs once in a case: from the closing, before it from the result that was served', () => {
    const granted = paper('X11', '2026-03-10', { decidedAt: '2026-03-10' });
    const served = receipt([granted], '2026-03-11');
    expect(period(permit([taken, granted, served]), 'S35').from).toBe('2026-03-11');
    expect(
      period(permit([taken, granted, served, paper('J45', '2026-03-16', { terminatedAt: '2026-03-16' })]), 'S35').from,
    ).toBe('2026-03-16');
    expect(periods(permit([paper('J45', '2026-03-16', { terminatedAt: '2026-03-16' })]), 'S35b')).toEqual([]);
  });
});
