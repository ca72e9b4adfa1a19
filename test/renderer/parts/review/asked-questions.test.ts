import { expect, test } from 'vitest';
import { whyNotAnswered, questionsOf } from '../../../../renderer/parts/review/asked-questions.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { upTo, withAnswer } from '../../../support/change-case-file.ts';
import { judgementOf } from '../../../support/judgement.ts';

test('a case is asked what must be answered before it is filed, and keeps the questions of the review apart', () => {
  const { filing, review } = questionsOf(judgementOf(aCaseFile()));
  expect(filing.map(({ question }) => question.id)).toEqual(['V04', 'V05', 'V09', 'A01', 'A06']);
  expect(review.length).toBeGreaterThan(0);
  expect(review.every(({ question }) => question.asked === '评查')).toBe(true);
});

test('what does not concern the case is not asked', () => {
  const undecided = upTo(aCaseFile(), 'J21');
  expect(questionsOf(judgementOf(undecided)).filing.map(({ question }) => question.id)).not.toContain('V04');
});

test('the later answer is the one that counts', () => {
  const file = withAnswer(aCaseFile(), 'V04', '否', '缺考勤记录原件');
  expect(questionsOf(judgementOf(file)).filing.find(({ question }) => question.id === 'V04')?.answer).toMatchObject({
    answer: '否',
    note: '缺考勤记录原件',
  });
});

test('否 and 不适用 are explained, 是 need not be', () => {
  expect(whyNotAnswered(null, '')).toContain('请先选');
  expect(whyNotAnswered('否', ' ')).toContain('写明情况');
  expect(whyNotAnswered('不适用', '没有涉嫌犯罪的情形')).toBeNull();
  expect(whyNotAnswered('是', '')).toBeNull();
});
