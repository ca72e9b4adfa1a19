import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { conditions } from '../../../shared/procedure/conditions.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import type { Values } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, plusPaper, upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

/** The decision drafted for a day. */
const deciding = (day: string, file: CaseFile = aCaseFile()): CaseFile =>
  withPaper(upTo(file, 'J32'), 'J32', { status: 'draft', issuedAt: null, number: null, values: { decidedAt: day } });
const before = (file: CaseFile, add: (earlier: CaseFile) => CaseFile): CaseFile => {
  const { papers } = file;
  const added = add(file).papers.slice(papers.length);
  return { ...file, papers: [...papers.slice(0, -1), ...added, ...papers.slice(-1)] };
};
const told = (servedAt: string | null) => (file: CaseFile) => {
  const withNotice = plusPaper(file, 'J22', '行政处罚听证告知书', '2026-03-25', { partyName: '某厂' });
  if (servedAt === null) return withNotice;
  const documents = [paperIn(withNotice, 'J22').id];
  return plusPaper(withNotice, 'J40', '送达回证', servedAt, { mode: '直接', servedAt, documents });
};
const defence = (day: string, values: Values) => (file: CaseFile) =>
  plusPaper(file, 'J23', '陈述申辩笔录', day, { form: '陈述申辩笔录', at: `${day}T09:00`, ...values });
const asked = (day: string) => defence(day, { hearingRequested: true });
const waived = (day: string, ...waivedRights: string[]) => defence(day, { form: '放弃权利记录', waivedRights });
const held = (day: string) => (file: CaseFile) =>
  plusPaper(plusPaper(file, 'J26', '听证笔录', day, { startAt: `${day}T09:00` }), 'J27', '听证报告', day, {});
const said = (file: CaseFile) =>
  judge(judgementOf(file), 'issue')
    .filter(({ checkId }) => checkId === 'R22d')
    .map(({ severity, sentence }) => `${severity} ${sentence}`);
const stopped = (file: CaseFile) =>
  blocking(
    findingsOfIssue(judgementOf(file), paperIn(file, 'J32'), `${String(paperIn(file, 'J32').values.decidedAt)}T16:00`),
    'issue',
  ).filter(({ checkId }) => checkId === 'R22d');

/** 处罚法64①: five working days from the service of the notice that tells of the hearing, whichever it is. */
describe('a decision waits for the time to ask for a hearing', () => {
  it.each([
    // Served on Thursday 26 March: five working days end on 2 April.
    ['2026-03-26', '2026-04-02', '2026-04-02才届满'],
    ['2026-03-26', '2026-04-03', null],
    // Served on Friday 27 March: they end on 3 April, before 清明.
    ['2026-03-27', '2026-04-03', '2026-04-03才届满'],
    ['2026-03-27', '2026-04-04', null],
    // 清明 (4 to 6 April) does not count.
    ['2026-03-30', '2026-04-07', '2026-04-07才届满'],
    ['2026-03-30', '2026-04-08', null],
  ])('听证告知书 alone, served on %s, decided on %s', (servedAt, day, says) => {
    const file = before(deciding(day), told(servedAt));
    expect(said(file)).toEqual(says === null ? [] : [expect.stringContaining(says)]);
    expect(stopped(file)).toHaveLength(says === null ? 0 : 1);
  });

  it('and for its service, before which no time runs', () => {
    expect(said(before(deciding('2026-04-30'), told(null)))).toEqual([expect.stringContaining('还没有送达当事人')]);
    expect(stopped(before(deciding('2026-04-30'), told(null)))).toHaveLength(1);
  });

  it('and for the later of two notices', () => {
    const both = (day: string) =>
      before(withValues(deciding(day), 'J21', { rights: ['陈述', '申辩', '听证'] }), told('2026-03-27'));
    expect(said(both('2026-04-03'))).toEqual([expect.stringContaining('2026-04-03才届满')]);
    expect(said(both('2026-04-07'))).toEqual([]);
  });

  it('unless the party gave the hearing up on record; giving up the defence is not that', () => {
    const with23 = (...rights: string[]) =>
      before(before(deciding('2026-04-02'), told('2026-03-26')), waived('2026-03-30', ...rights));
    expect(said(with23('陈述', '申辩', '听证'))).toEqual([]);
    expect(said(with23('陈述', '申辩'))).toHaveLength(1);
  });

  it('says so where the calendar has no such year yet', () => {
    const late = judgementOf(before(deciding('2026-04-03'), told('2026-03-26')));
    const unknown = {
      ...late,
      periods: late.periods.map((period) =>
        period.ruleId === 'P5' ? { ...period, due: null, note: '2027年节假日安排尚未录入。' } : period,
      ),
    };
    expect(judge(unknown, 'issue').filter(({ checkId }) => checkId === 'R22d')).toMatchObject([
      { severity: 'err', sentence: '当事人要求听证的期限算不出届满日：2027年节假日安排尚未录入。' },
    ]);
  });

  it('and nobody is put on record as silent before it is over', () => {
    const silent = (day: string) =>
      before(
        before(deciding('2026-04-10'), told('2026-03-26')),
        defence(day, { form: '逾期未提出记录', waivedRights: ['听证'] }),
      );
    expect(said(silent('2026-04-02'))).toEqual([expect.stringContaining('还不能记为逾期未提出')]);
    expect(said(silent('2026-04-03'))).toEqual([]);
  });
});

/** 处罚法63, 65: a hearing that was asked for is held before the decision. */
describe('a decision waits for a hearing that was asked for', () => {
  const notice = told('2026-03-26');
  const after31 = (day: string, ...adds: ((file: CaseFile) => CaseFile)[]) =>
    adds.reduce((file, add) => before(file, add), deciding(day));

  it('also when it was asked for after 决定审批', () => {
    const file = after31('2026-04-10', notice, asked('2026-04-02'));
    expect(said(file)).toEqual([expect.stringMatching(/^veto 当事人2026-04-02要求听证，还没有举行听证/)]);
    expect(stopped(file)).toHaveLength(1);
    const judgement = judgementOf(file);
    expect(obstaclesToIssue(judgement, paperIn(file, 'J32')).map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('听证报告'),
    );
  });

  it.each([
    ['held before the decision', held('2026-04-14'), '2026-04-15', 0],
    ['held on the day', held('2026-04-15'), '2026-04-15', 0],
    ['held the day after', held('2026-04-16'), '2026-04-15', 1],
    ['taken back', waived('2026-04-08', '听证'), '2026-04-15', 0],
    ['given up before it was asked for', waived('2026-03-31', '听证'), '2026-04-15', 1],
  ])('%s', (_, add, day, count) => expect(said(after31(day, notice, asked('2026-04-02'), add))).toHaveLength(count));

  it('is not bound by a request that came too late, but says so', () => {
    expect(said(after31('2026-04-10', notice, asked('2026-04-03')))).toEqual([
      expect.stringMatching(/^warn 当事人2026-04-03要求听证，已超过2026-04-02/),
    ]);
  });

  it('asks for no hearing any more once the request was taken back', () => {
    expect(conditions.hearingRequested(after31('2026-04-10', notice, asked('2026-04-02')))).toBe(true);
    expect(
      conditions.hearingRequested(after31('2026-04-10', notice, asked('2026-04-02'), waived('2026-04-08', '听证'))),
    ).toBe(false);
  });
});
