import { expect, test } from 'vitest';
import { auditLines, matches } from '../../../../renderer/screens/supervision/audit-lines.ts';
import type { AuditEntry } from '../../../../shared/contract/cases.ts';

const entry = (detail: Record<string, unknown>): AuditEntry => ({
  seq: 7,
  at: '2026-11-22T01:00:00.000Z',
  who: '张敏',
  verb: '修改当事人信息',
  what: '某某餐饮有限公司',
  detail,
  signed: true,
});

test('changed values are said old and new, unchanged ones are not', () => {
  expect(
    auditLines(
      entry({ reason: '营业执照变更登记', before: { name: '旧名', phone: '1' }, after: { name: '新名', phone: '1' } }),
    ),
  ).toEqual([
    { label: '原因', before: null, now: '营业执照变更登记' },
    { label: '名称', before: '旧名', now: '新名' },
  ]);
});

test('ids, hashes and other names of internals stay out of the page', () => {
  expect(
    auditLines(
      entry({ sha256: 'ab', householdId: 'x', after: { version: 3, keyText: 'y', roles: ['承办人', '法规科'] } }),
    ),
  ).toEqual([{ label: '岗位', before: null, now: '承办人、法规科' }]);
});

test('reasons given instead of mending and faults found are said one by one', () => {
  const lines = auditLines(
    entry({ overrides: [{ checkId: 'R17a', reason: '当事人已注销' }], faults: ['证据“照片”已损坏。'] }),
  );
  expect(lines.map(({ label, now }) => `${label}：${now}`)).toEqual([
    '未补正（核查项 R17a）：当事人已注销',
    '发现：证据“照片”已损坏。',
  ]);
});

test('an entry is found by its person, its act and by what it states', () => {
  const item = entry({ opinion: '同意立案' });
  for (const query of ['', '张', '当事人', '餐饮', '同意']) expect(matches(item, query)).toBe(true);
  expect(matches(item, '李')).toBe(false);
});
