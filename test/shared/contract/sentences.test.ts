import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/contract/refusals.ts';
import { plain, sentenceOf } from '../../../shared/contract/sentences.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';

const id = '8f2d1a30-6f0b-4d7e-9a51-1c2b3d4e5f60';
const finding = {
  checkId: 'R18a',
  severity: 'veto',
  article: 18,
  basis: '处罚法42',
  sentence: '询问笔录只有1名执法人员。',
} as const;

/** One example of every refusal there is. */
const examples: Refusal[] = [
  { code: 'locked' },
  { code: 'seat-lent', act: '查看人员', owner: '王建国' },
  { code: 'practice' },
  { code: 'practice-anew' },
  { code: 'no-lending', why: 'own-seat', name: '王建国' },
  { code: 'no-lending', why: 'no-content-key', name: '吴管理' },
  { code: 'no-lending', why: 'nothing-waits', name: '孙伟' },
  { code: 'no-lending', why: 'key-change-due', name: '张丽' },
  { code: 'wrong-password', waitSeconds: 8 },
  { code: 'wrong-recovery-code' },
  { code: 'profile-exists' },
  { code: 'profile-damaged', what: 'database' },
  { code: 'profile-damaged', what: 'keyring-missing' },
  { code: 'profile-newer', theirs: 7, ours: 5 },
  { code: 'not-allowed', act: '签批决定', roles: ['分管领导'], article: 23 },
  { code: 'not-found', what: 'paper' },
  {
    code: 'invalid',
    problems: [{ field: 'partyName', label: '当事人名称', sentence: '当事人名称没有填。', article: 13 }],
  },
  { code: 'stale', what: '立案审批表', by: '李四', at: '2026-11-22 10:05' },
  { code: 'duplicate', householdId: id, name: '辽源某某餐饮有限公司', key: '91350100M000100Y43' },
  { code: 'duplicate-person', name: '张三' },
  { code: 'last-administrator' },
  { code: 'second-person', act: '登记人员', people: ['赵强', '孙伟'] },
  {
    code: 'not-yet',
    act: '制发行政处罚决定书',
    obstacles: [{ sentence: '须先完成：送达事先告知书（第二十二条）。', article: 22 }],
  },
  { code: 'findings', act: '归档', findings: [finding], overridable: false },
  { code: 'wrong-status', what: '立案审批表', is: '已制发', act: '修改' },
  { code: 'approval-order', label: '签批人意见', waitsFor: '审核人意见' },
  { code: 'out-to-sign', what: '调查询问笔录', act: '修改' },
  { code: 'no-opinion', verdict: '退回修改' },
  { code: 'opinion-used', what: '立案审批表' },
  { code: 'not-asked', label: '承办人意见', by: '承办人', asked: ['王建国', '李敏'] },
  { code: 'same-person', label: '审核人意见', other: '承办人意见' },
  { code: 'certificate', name: '张三', certTo: '2026-10-31', day: '2026-11-22' },
  { code: 'missing-glyph', characters: ['𠮷'] },
  { code: 'file', name: '现场.mp4', why: 'truncated', limit: null },
  { code: 'disk-full', needed: 3 * 1024 ** 3, free: 200 * 1024 ** 2 },
  { code: 'disk-full', needed: 64 * 1024 ** 2, free: null },
  { code: 'unreadable', name: '现场.mp4', why: 'too-many-files' },
  { code: 'unreadable', name: '现场.mp4', why: 'in-use' },
  { code: 'unreadable', name: '现场.mp4', why: 'not-permitted' },
  { code: 'not-saved', why: 'full' },
  { code: 'not-saved', why: 'disk' },
  { code: 'not-saved', why: 'read-only' },
  { code: 'not-saved', why: 'in-use' },
  { code: 'key-damaged', name: '张三' },
  { code: 'letter-damaged' },
  { code: 'key-not-renewed', name: '张三' },
  { code: 'key-change' },
  { code: 'database-in-doubt', why: 'unsure' },
  { code: 'database-in-doubt', why: 'gone' },
  { code: 'damaged', name: '现场.mp4', what: '内容与入库时的校验值不符。' },
  { code: 'forged', act: '立卷归档', differences: ['证据“现场录像”不见了：第58条记录登记过，是绕过程序删去的。'] },
  { code: 'folder', why: 'full', folder: 'E:\\移送' },
  { code: 'folder', why: 'not-writable', folder: 'E:\\移送' },
  { code: 'camera', device: '/dev/video0' },
  ...(['type', 'no-reader', 'no-credential'] as const).map((why): Refusal => ({ code: 'no-text', why })),
  { code: 'printer', printer: '二楼打印机', what: '立案审批表' },
  { code: 'busy', what: '全库校验' },
  { code: 'data-file', file: 'J04.yaml', line: 12, reason: '没有这个字段。' },
  { code: 'malformed' },
  { code: 'internal', id: 'a1b2c3' },
  { code: 'process-died' },
];

describe('refusals in the clerk’s words', () => {
  it('has an example of every code', () => {
    const codes = Refusal.options.map((option) => option.shape.code.value).toSorted();
    expect([...new Set(examples.map((example) => example.code))].toSorted()).toEqual(codes);
  });

  it.each(examples)('says $code in Chinese, without internals', (refusal) => {
    const { happened } = sentenceOf(refusal);
    expect(happened).toMatch(/[\u4e00-\u9fa5]/);
    const text = plain(refusal);
    expect(text).not.toMatch(/操作失败|undefined|null|NaN|SELECT|Error|\[object/);
    expect(text).toMatch(/[。！？]$/);
    expect(text).not.toMatch(/。。|。（/);
  });

  it('names the article that asks for it', () => {
    expect(
      plain({
        code: 'not-yet',
        act: '制发行政处罚决定书',
        obstacles: [{ sentence: '须先完成：送达事先告知书。', article: 22 }],
      }),
    ).toBe('还不能制发行政处罚决定书。须先完成：送达事先告知书（第二十二条）。按 F2 转到第一个缺项。');
    expect(sentenceOf({ code: 'not-allowed', act: '签批决定', roles: ['分管领导'], article: 23 })).toEqual({
      happened: '您的岗位不能签批决定。',
      missing: '须由分管领导办理。',
      article: 23,
      press: '请交分管领导登录办理。',
    });
  });

  it.each(['empty', 'truncated', 'too-large', 'changed', 'program', 'incomplete'] as const)(
    'says why a file was not taken: %s',
    (why) => {
      expect(plain({ code: 'file', name: '现场.mp4', why, limit: 8 * 1024 ** 3 })).toContain('“现场.mp4”');
    },
  );
  it.each(['missing', 'not-writable', 'inside-profile', 'not-absolute', 'too-long', 'exists'] as const)(
    'says why a folder was not taken: %s',
    (why) => {
      expect(plain({ code: 'folder', why, folder: 'E:\\移送' })).toMatch(/文件夹/);
    },
  );

  it.each([
    [1, '第一条'],
    [10, '第十条'],
    [15, '第十五条'],
    [20, '第二十条'],
    [51, '第五十一条'],
  ])('%i → %s', (article, name) => {
    expect(articleName(article)).toBe(name);
  });
});
