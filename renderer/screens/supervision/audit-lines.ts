import { RuleSettings } from '../../../shared/case-file.ts';
import { Cause } from '../../../shared/causes/cause.ts';
import type { AuditEntry } from '../../../shared/contract/cases.ts';
import { caseStateWords } from '../../../shared/procedure/case-words.ts';
import { causeChanges, emptyForm, formOf } from '../../parts/editions/cause-words.ts';
import type { Change } from '../../parts/editions/change.ts';
import { ruleChanges, type RuleNames } from '../../parts/editions/rule-words.ts';
import { caseLabels } from '../../parts/records/case-labels.ts';

/** One line of what an entry states: a changed value old → new, or a remark. */
export interface AuditLine {
  label: string;
  /** Null where there was nothing before. */
  before: string | null;
  now: string;
}

/** Parts of an entry that a clerk can read, by the name main records them under; the rest are hashes and ids. */
const labels: Readonly<Record<string, string>> = {
  reason: '原因',
  opinion: '意见',
  verdict: '结论',
  fileName: '文件名',
  receiptNo: '收据编号',
  receivedBy: '签收人',
  receivedAt: '签收日期',
  failure: '没有完成的原因',
  name: '名称',
  kind: '类别',
  uscc: '统一社会信用代码',
  legalRep: '法定代表人',
  position: '职务',
  idType: '证件种类',
  idNumber: '证件号码',
  address: '地址',
  phone: '电话',
  roles: '岗位',
  certNo: '执法证号',
  certFrom: '执法证起',
  certTo: '执法证止',
  active: '在岗',
  absentFrom: '请假自',
  absentTo: '请假至',
  standIn: '代理人',
  head: '负责人',
  code: '机关代字',
  government: '本级人民政府',
  courts: '管辖法院',
  fondsNo: '全宗号',
  fondsName: '全宗名称',
  ...caseLabels,
  closedAt: '终结日期',
  pages: '页数',
  items: '件数',
  bytes: '字节数',
  remark: '备注',
  caseNo: '案号',
  confirmedBy: '同意人',
};

const stateWords: Readonly<Record<string, string>> = caseStateWords;

type Facts = Readonly<Record<string, unknown>>;
const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

function words(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return stateWords[value] ?? value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('、') : '';
}

/** What an edition of 规则设置 or of a 案由 changed; null where the entry is about neither, or was written when they had other fields. */
function editionChanges({ verb, detail: { before, after } }: AuditEntry, names: RuleNames): Change[] | null {
  if (verb === '修改规则设置') {
    const [old, now] = [RuleSettings.safeParse(before), RuleSettings.safeParse(after)];
    return old.success && now.success ? ruleChanges(old.data, now.data, names) : null;
  }
  if (verb !== '新建案由' && verb !== '修改案由') return null;
  const [old, now] = [Cause.safeParse(before), Cause.safeParse(after)];
  return now.success ? causeChanges(old.success ? formOf(old.data, []) : emptyForm(), formOf(now.data, [])) : null;
}

/** Each value that is another now, with what it was. */
function changedLines(entry: AuditEntry, names: RuleNames): AuditLine[] {
  const changes = editionChanges(entry, names);
  if (changes !== null)
    return changes.map(({ where, before, after }) => ({
      label: where,
      before: before === '' ? null : before,
      now: after,
    }));
  const valuesBefore = factsOf(entry.detail['before']);
  return Object.entries(factsOf(entry.detail['after'])).flatMap(([key, value]): AuditLine[] => {
    const label = labels[key];
    const [before, now] = [words(valuesBefore[key]), words(value)];
    return label === undefined || before === now ? [] : [{ label, before: before === '' ? null : before, now }];
  });
}

/** What an entry states beyond who did what: changed values with what they were (第四条), opinions, reasons, faults found. */
export function auditLines(entry: AuditEntry, names: RuleNames): AuditLine[] {
  const { detail } = entry;
  const stated = Object.entries(detail).flatMap(([key, value]): AuditLine[] => {
    const label = labels[key];
    const now = words(value);
    return label === undefined || now === '' ? [] : [{ label, before: null, now }];
  });
  return [
    ...stated,
    ...changedLines(entry, names),
    ...overrideLines(detail['overrides']),
    ...faultLines(detail['faults']),
  ];
}

function overrideLines(overrides: unknown): AuditLine[] {
  if (!Array.isArray(overrides)) return [];
  return overrides
    .map((override) => factsOf(override))
    .map(({ checkId, reason }) => ({ label: `未补正（核查项 ${words(checkId)}）`, before: null, now: words(reason) }));
}

const faultLines = (faults: unknown): AuditLine[] =>
  Array.isArray(faults) ? faults.map((fault) => ({ label: '发现', before: null, now: words(fault) })) : [];

/** Whether an entry names `query`: person, act, subject or anything it states. */
export function matches(entry: AuditEntry, query: string, names: RuleNames): boolean {
  if (query === '') return true;
  return [
    entry.who,
    entry.verb,
    entry.what,
    ...auditLines(entry, names).flatMap(({ label, before, now }) => [label, before ?? '', now]),
  ].some((text) => text.includes(query));
}
