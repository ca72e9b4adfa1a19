import { expect, test } from 'vitest';
import { auditLines, matches } from '../../../../renderer/screens/supervision/audit-lines.ts';
import { RuleSettings } from '../../../../shared/case-file.ts';
import { Cause } from '../../../../shared/causes/cause.ts';
import type { AuditEntry } from '../../../../shared/contract/cases.ts';

const names = { template: (id: string) => id, procedure: (id: string) => id, reviewItem: (id: string) => id };
const linesOf = (audited: AuditEntry) => auditLines(audited, names);
const entry = (detail: Record<string, unknown>, verb = '修改当事人信息'): AuditEntry => ({
  seq: 7,
  at: '2026-11-22T01:00:00.000Z',
  who: '张敏',
  verb,
  what: '某某餐饮有限公司',
  detail,
  signed: true,
});

test('changed values are said old and new, unchanged ones are not', () => {
  expect(
    linesOf(
      entry({ reason: '营业执照变更登记', before: { name: '旧名', phone: '1' }, after: { name: '新名', phone: '1' } }),
    ),
  ).toEqual([
    { label: '原因', before: null, now: '营业执照变更登记' },
    { label: '名称', before: '旧名', now: '新名' },
  ]);
});

test('ids, hashes and other names of internals stay out of the page', () => {
  expect(
    linesOf(
      entry({ sha256: 'ab', householdId: 'x', after: { version: 3, keyText: 'y', roles: ['承办人', '法规科'] } }),
    ),
  ).toEqual([{ label: '岗位', before: null, now: '承办人、法规科' }]);
});

test('reasons given instead of mending and faults found are said one by one', () => {
  const lines = linesOf(
    entry({ overrides: [{ checkId: 'R17a', reason: '当事人已注销' }], faults: ['证据“照片”已损坏。'] }),
  );
  expect(lines.map(({ label, now }) => `${label}：${now}`)).toEqual([
    '未补正（核查项 R17a）：当事人已注销',
    '发现：证据“照片”已损坏。',
  ]);
});

test('an entry is found by its person, its act and by what it states', () => {
  const item = entry({ opinion: '同意立案' });
  for (const query of ['', '张', '当事人', '餐饮', '同意']) expect(matches(item, query, names)).toBe(true);
  expect(matches(item, '李', names)).toBe(false);
});

test('an edition of the rules says each field by its name and in its words', () => {
  const before = RuleSettings.parse({});
  const after = { ...before, hearingFineUnit: 50_000, volumeOrder: 'conclusion', weights: { A04: 2 } };
  expect(linesOf(entry({ reason: '按省厅通知', before, after }, '修改规则设置'))).toEqual([
    { label: '原因', before: null, now: '按省厅通知' },
    { label: '较大数额罚款（单位）', before: '未确定', now: '50000元' },
    { label: '卷内排列', before: '按办理先后（立案在前）', now: '结论在前（决定书在前）' },
    { label: '评查项“A04”', before: '程序建议', now: '2分' },
  ]);
});

test('an edition of a 案由 says which part was changed, a first one what it holds', () => {
  const before = Cause.parse({
    id: 'own-001',
    name: '本局的案由',
    group: '劳动保障监察',
    procedures: ['correction'],
    violated: [{ law: '劳动法', article: 41 }],
  });
  const penal = [{ law: '劳动法', article: 91, item: 1, unverified: true }];
  const after = { ...before, version: 2, penal };
  expect(linesOf(entry({ before, after }, '修改案由'))).toEqual([
    { label: '处罚（处理）的规定', before: null, now: '《劳动法》第九十一条第一项（未经核实）' },
  ]);
  expect(linesOf(entry({ after: before }, '新建案由')).map(({ label }) => label)).toEqual([
    '名称',
    '可以适用的流程',
    '适用（违反）的规定',
  ]);
});
