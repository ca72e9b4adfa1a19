import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';

/** What the contract's own checks say of an input; the parts of a zod issue that are used here. */
export interface InputIssue {
  code?: string;
  path?: readonly unknown[];
  message: string;
  origin?: string;
  minimum?: unknown;
  maximum?: unknown;
  format?: string;
}

/** The fields a clerk fills in, by their name in the contract. */
const labels: Readonly<Record<string, string>> = {
  name: '名称',
  code: '代码',
  password: '密码',
  new: '新密码',
  old: '原密码',
  head: '负责人',
  unit: '承办单位',
  roles: '岗位',
  certNo: '执法证号',
  certFrom: '执法证有效期起',
  certTo: '执法证有效期止',
  government: '本级人民政府',
  formerReconsiderationBody: '原行政复议机关',
  reconsiderationOnline: '网上申请行政复议的渠道',
  courts: '管辖法院',
  level: '机关级别',
  address: '地址',
  phone: '电话',
  fondsNo: '全宗号',
  fondsName: '全宗名称',
  idleLockMinutes: '自动锁定时间',
  hearingFineUnit: '较大数额罚款标准（单位）',
  hearingFinePerson: '较大数额罚款标准（个人）',
  kind: '种类',
  uscc: '统一社会信用代码',
  legalRep: '法定代表人',
  position: '职务',
  idType: '证件类型',
  idNumber: '证件号码',
  query: '查找的内容',
  causeName: '案由',
  officerIds: '承办人',
  reason: '理由',
  opinion: '意见',
  witness: '见证人',
  fileName: '文件名',
  title: '名称',
  source: '来源',
  maker: '制作人',
  proves: '证明内容',
  place: '地点',
  device: '设备',
  startAt: '开始时间',
  endAt: '结束时间',
  transcript: '文字内容',
  retention: '保管期限',
  archiveNo: '归档号',
  situation: '卷内情况说明',
  recipient: '接收机关',
  caseNo: '案号',
  opponents: '对方当事人',
  receivedAt: '收到日期',
  answer: '答辩（答复）内容',
  agent: '代理人',
  keys: '证据',
  receivedBy: '签收人',
  receiptNo: '回执编号',
  remark: '备注',
  folder: '文件夹',
  basis: '依据',
  effectiveFrom: '生效日期',
  from: '开始日期',
  to: '结束日期',
  off: '放假日',
  work: '调休上班日',
  year: '年份',
  n: '天数',
  stillDevice: '拍照设备',
  screenProtected: '防截屏',
};

/**
 * Input that does not fit the contract. A text too long or too short is the clerk's and said by its field; a field that is
 * missing, unknown or of another kind is the page's, and never shown with the names of the program's own parts.
 */
export function refusalOfInput(issues: readonly InputIssue[]): Refusal {
  const problems = issues.map(problemOf);
  const known = problems.filter((problem) => problem !== null);
  return known.length > 0 && known.length === problems.length
    ? { code: 'invalid', problems: known }
    : { code: 'malformed' };
}

function problemOf(issue: InputIssue): FieldProblem | null {
  const path = (issue.path ?? []).map((part) =>
    String(part !== null && typeof part === 'object' && 'key' in part ? part.key : part),
  );
  const label = labels[path.findLast((part) => !/^\d+$/.test(part)) ?? ''];
  const sentence = label === undefined ? null : sentenceOf(label, issue);
  return label === undefined || sentence === null ? null : { field: path.join('.'), label, sentence, article: null };
}

function sentenceOf(label: string, { code, message, origin, minimum, maximum, format }: InputIssue): string | null {
  const unit = origin === 'string' ? '个字' : origin === 'array' ? '项' : '';
  if (code === 'custom') return message;
  if (code === 'too_small')
    return unit === ''
      ? `“${label}”不能小于${String(minimum)}。`
      : Number(minimum) <= 1
        ? `请填写“${label}”。`
        : `“${label}”至少要有${String(minimum)}${unit}。`;
  if (code === 'too_big')
    return unit === '' ? `“${label}”不能大于${String(maximum)}。` : `“${label}”最多${String(maximum)}${unit}。`;
  if (code === 'invalid_format' && format === 'date') return `“${label}”不是有效的日期，应写成2026-03-02这样。`;
  if (code === 'invalid_format' && format === 'regex' && !message.startsWith('无效')) return `“${label}”${message}。`;
  return null;
}
