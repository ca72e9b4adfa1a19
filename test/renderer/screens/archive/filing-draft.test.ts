import { describe, expect, test } from 'vitest';
import {
  byUrgency,
  byEffect,
  newFiling,
  overridesOf,
  whyNotChecked,
  whyNotDescribed,
} from '../../../../renderer/screens/archive/filing-draft.ts';
import { allChecks } from '../../../../shared/regulation/checks/all-checks.ts';
import type { Check, Finding } from '../../../../shared/regulation/finding.ts';

const blockingCheck = (severity: 'veto' | 'err'): Check => {
  const found = allChecks.find((check) => check.severity === severity && check.blocks.includes('filing'));
  if (found === undefined) throw new Error(`no ${severity} blocks filing`);
  return found;
};
const finding = (check: Check, sentence: string): Finding => ({
  checkId: check.id,
  severity: check.severity,
  article: check.article,
  basis: check.basis,
  sentence,
});

const veto = finding(blockingCheck('veto'), '决定书没有送达。');
const err = finding(blockingCheck('err'), '笔录少一个签名。');
const hint: Finding = { ...err, severity: 'warn', sentence: '建议补充照片。' };
const question: Finding = { ...err, checkId: 'V04', questionId: 'V04', unanswered: true, sentence: '事实是否清楚？' };
const draft = {
  ...newFiling({ retention: '永久', archiveNo: '20260001' }),
  inspectorId: 'inspector',
  situation: '卷内文件齐全，无缺损。',
};

describe('before filing', () => {
  test('findings are parted by what they do', () => {
    expect(byEffect([veto, err, question, hint])).toEqual({
      vetoes: [veto],
      errs: [err],
      questions: [question],
      reminders: [hint],
    });
  });

  test('a veto stops the filing whatever reason is written', () => {
    expect(whyNotChecked(byEffect([veto]), { reasons: { [veto.checkId]: '已经说明情况了' } })).toContain(
      '1 项一票否决',
    );
  });

  test('an err waits for a reason of four characters', () => {
    const found = byEffect([err]);
    expect(whyNotChecked(found, { reasons: {} })).toContain('还有 1 项');
    expect(whyNotChecked(found, { reasons: { [err.checkId]: ' 无 法 ' } })).toContain('还有 1 项');
    expect(whyNotChecked(found, { reasons: { [err.checkId]: '当事人已注销，无法补签' } })).toBeNull();
    expect(whyNotChecked(byEffect([hint]), { reasons: {} })).toBeNull();
  });

  test('a question that could fail the file waits for its answer, or for the reason to file without; a small one does not', () => {
    const found = byEffect([question]);
    expect(whyNotChecked(found, { reasons: {} })).toContain('还有 1 个问题没有回答');
    const kept = { ...draft, reasons: { V04: '承办人外出，期限将满' } };
    expect(whyNotChecked(found, kept)).toBeNull();
    expect(overridesOf(found, kept)).toEqual([{ checkId: 'V04', reason: '承办人外出，期限将满' }]);
    expect(whyNotChecked(byEffect([{ ...question, severity: 'info' }]), { reasons: {} })).toBeNull();
  });

  test('reasons go on record once for each check that still stands', () => {
    const kept = { ...draft, reasons: { [err.checkId]: ' 当事人已注销 ', gone: '早已补正的问题' } };
    expect(overridesOf(byEffect([err, { ...err, sentence: '另一份也少签名。' }]), kept)).toEqual([
      { checkId: err.checkId, reason: '当事人已注销' },
    ]);
  });
});

describe('describing the volume', () => {
  test('says what is missing, and lets nobody inspect their own volume', () => {
    expect(whyNotDescribed(draft, 'me')).toBeNull();
    expect(whyNotDescribed({ ...draft, inspectorId: '' }, 'me')).toBe('请选定检查人。');
    expect(whyNotDescribed({ ...draft, inspectorId: 'me' }, 'me')).toContain('不能与立卷人是同一人');
    expect(whyNotDescribed({ ...draft, archiveNo: '  ' }, 'me')).toContain('归档号');
    expect(whyNotDescribed({ ...draft, situation: '' }, 'me')).toContain('本卷情况');
  });
});

test('the queue begins with what is overdue, then what falls due first', () => {
  const row = (id: string, due: string | null, overdue: boolean, closedAt = '2026-01-01') => ({
    id,
    due,
    overdue,
    closedAt,
  });
  const sorted = byUrgency([
    row('no day', null, false),
    row('later', '2026-12-20', false),
    row('soon', '2026-11-25', false),
    row('late', '2026-11-01', true),
    row('no day, older', null, false, '2025-01-01'),
  ]);
  expect(sorted.map((item) => item.id)).toEqual(['late', 'soon', 'later', 'no day, older', 'no day']);
});
