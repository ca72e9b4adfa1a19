import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { Moment } from '../../../shared/regulation/finding.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import { questions } from '../../../shared/regulation/questions.ts';
import { scoreOf } from '../../../shared/regulation/review.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { upTo, withAnswer, without } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const found = (file: CaseFile, moment: Moment = 'filing') =>
  judge(judgementOf(file), moment).filter((finding) => finding.questionId !== undefined);
const unasked = (file: CaseFile): CaseFile => ({ ...file, answers: [] });

describe('questions to a person', () => {
  it('say why no check decides them, and ask for 是 when all is in order', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(
      questions.filter(({ question, why, basis }) => !question.endsWith('？') || !why.endsWith('。') || basis === ''),
    ).toEqual([]);
    // A question after wrongs would turn 是 into the defect.
    expect(questions.filter(({ question }) => /有无|是否(有人|发现|存在)/.test(question))).toEqual([]);
  });

  it('are open findings before filing; those that could fail the file wait for an answer, or for a reason', () => {
    const open = found(unasked(aCaseFile()));
    expect(open.map(({ questionId, severity }) => [questionId, severity])).toEqual([
      ['V04', 'err'],
      ['V05', 'err'],
      ['V09', 'err'],
      ['A01', 'info'],
      ['A06', 'info'],
    ]);
    expect(open[0]?.sentence).toBe('归档前请回答：事实是否清楚，主要证据是否充分并经查证？');
    expect(blocking(open, 'filing').map(({ questionId }) => questionId)).toEqual(['V04', 'V05', 'V09']);
    expect(scoreOf(open)).toMatchObject({ points: 100, vetoes: [] });
  });

  it('of fact and law are not put to the archive', () => {
    const archive = questions.filter(
      ({ asked, by }) => asked === '归档' && (by === undefined || by.includes('档案员')),
    );
    expect(archive.map(({ id }) => id)).toEqual(['A06']);
  });

  it('are not asked while the case is worked on, nor of cases they do not concern', () => {
    expect(found(unasked(upTo(aCaseFile(), 'J32')), 'live')).toEqual([]);
    expect(found(unasked(without(aCaseFile(), 'J32'))).map(({ questionId }) => questionId)).toEqual([
      'V09',
      'A01',
      'A06',
    ]);
  });

  it('are defects of their own severity when answered 否, at any time', () => {
    const [finding] = found(withAnswer(aCaseFile(), 'V05', '否', '引用的条款已经修订。'), 'live');
    expect(finding).toMatchObject({ checkId: 'V05', severity: 'veto', article: 26 });
    expect(finding?.sentence).toBe(
      '“定性和适用依据（法、条、款、项）是否准确有效，决定是否在法定种类和幅度内？”回答为“否”（王建国，2026-04-24）：引用的条款已经修订。',
    );
    expect(found(withAnswer(aCaseFile(), 'R44a', '否'), 'live').map(({ severity }) => severity)).toEqual(['warn']);
  });

  it('block the filing when the answer is a veto or err, and the last answer counts', () => {
    const bad = withAnswer(aCaseFile(), 'V04', '否', '主要证据未经核实');
    expect(blocking(found(bad), 'filing').map(({ questionId }) => questionId)).toEqual(['V04']);
    expect(blocking(found(bad), 'issue')).toEqual([]);
    expect(found(withAnswer(bad, 'V04', '是'))).toEqual([]);
  });
});
