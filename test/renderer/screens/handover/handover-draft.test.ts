import { describe, expect, test } from 'vitest';
import {
  chosenKeys,
  newHandover,
  proposedKeys,
  toggled,
  whyNoLeave,
  whyNotAnswered,
  whyNotNoticed,
} from '../../../../renderer/screens/handover/handover-draft.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import type { HandoverItem } from '../../../../shared/contract/handover.ts';

const item = (key: string, flags: Partial<Pick<HandoverItem, 'internal' | 'late'>> = {}): HandoverItem => ({
  key,
  group: '事实',
  seq: 1,
  title: key,
  kind: '书证',
  source: '',
  proves: '',
  originality: '原件',
  pages: 1,
  paperId: null,
  exhibitId: null,
  sha256: '',
  internal: false,
  late: false,
  remark: '',
  ...flags,
});
const ticked = ['决定书', '调查终结报告', '决定后补的照片', '已作废的笔录'];
const items = [item('决定书'), item('调查终结报告', { internal: true }), item('决定后补的照片', { late: true })];

describe('the as-decided set', () => {
  test('proposes neither inner papers nor what came after the decision', () => {
    expect(proposedKeys(items)).toEqual(['决定书']);
    expect(chosenKeys(items, { keys: null, leave: null })).toEqual(['决定书']);
  });

  test('an inner paper may be ticked, what came later may not, and what left the set is dropped', () => {
    expect(chosenKeys(items, { keys: ticked, leave: null })).toEqual(['决定书', '调查终结报告']);
  });

  test('what came later may be ticked by leave, never by itself', () => {
    const leave = { ground: '', grantedOn: '', reference: '' };
    expect(chosenKeys(items, { keys: ticked, leave })).toEqual(['决定书', '调查终结报告', '决定后补的照片']);
    expect(chosenKeys(items, { keys: null, leave })).toEqual(['决定书']);
  });

  test('ticking goes back and forth', () => {
    expect(toggled(['甲'], '乙')).toEqual(['甲', '乙']);
    expect(toggled(['甲', '乙'], '甲')).toEqual(['乙']);
  });
});

const withoutAnswer = aCaseFile();

describe('the notice', () => {
  const draft = { ...newHandover(withoutAnswer), receivedAt: '2026-11-20' };

  test('asks for the day it came, the body, and the other side', () => {
    expect(whyNotNoticed(draft, '某某县人民法院', '2026-11-22')).toBeNull();
    expect(whyNotNoticed({ ...draft, receivedAt: '' }, '某某县人民法院', '2026-11-22')).toContain('日期');
    expect(whyNotNoticed({ ...draft, receivedAt: '2026-11-23' }, '某某县人民法院', '2026-11-22')).toContain(
      '不能晚于今天',
    );
    expect(whyNotNoticed(draft, ' ', '2026-11-22')).toContain('接收机关');
    expect(whyNotNoticed({ ...draft, opponents: ['', ' '] }, '某某县人民法院', '2026-11-22')).toContain('对方当事人');
  });

  test.each([
    [{ ground: '原告提出新证人', grantedOn: '2026-11-21', reference: '庭审笔录' }, null],
    [{ ground: '', grantedOn: '2026-11-21', reference: '庭审笔录' }, '理由或者证据'],
    [{ ground: '原告提出新证人', grantedOn: '', reference: '庭审笔录' }, '日期'],
    [{ ground: '原告提出新证人', grantedOn: '2026-11-19', reference: '庭审笔录' }, '收到通知书以后'],
    [{ ground: '原告提出新证人', grantedOn: '2026-11-23', reference: '庭审笔录' }, '今天以前'],
    [{ ground: '原告提出新证人', grantedOn: '2026-11-21', reference: '' }, '文书或者方式'],
  ])('leave to add evidence %j', (leave, missing) => {
    const why = whyNoLeave({ ...draft, leave }, '2026-11-22');
    if (missing === null) expect(why).toBeNull();
    else expect(why).toContain(missing);
  });

  test('the answer has at least ten characters', () => {
    expect(whyNotAnswered({ answer: '　同意　' }, '行政诉讼答辩状')).toContain('行政诉讼答辩状');
    expect(whyNotAnswered({ answer: '请求驳回原告的诉讼请求。' }, '行政诉讼答辩状')).toBeNull();
  });
});
