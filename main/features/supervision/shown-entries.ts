import type { AuditEntry } from '../../../shared/contract/cases.ts';
import type { ChainEntry } from '../../platform/audit/chain.ts';
import type { Concern, Finding } from '../../platform/audit/finding.ts';
import type { FeatureContext } from '../context.ts';
import { mayRead, readableFindings } from '../staff/access.ts';

/** Acts that name nothing of a case, and those that name parties; what is in neither list is shown to who may read everything. */
const ofOffice = `首次设置 设立机关库 收回案卷密钥 登录 锁定 输错密码 登记人员 修改人员 重设密码 修改密码 登记科室 修改科室 修改设置 制作恢复信 用恢复信重设密码
  核对密钥文件 更新密钥文件 启用签名密钥 更换签名密钥 导出故障记录 登记核对值 备份 从备份恢复 验证 发现记录缺失 录入工作日历 修改规则设置 确认待核实事项
  新建文书模板 修改文书模板 登记查阅 核对纸上锚点`;
const concerns: Readonly<Record<string, Concern>> = {
  ...Object.fromEntries(ofOffice.split(/\s+/).map((verb) => [verb, 'office'] as const)),
  建立一户式档案: 'parties',
  修改当事人信息: 'parties',
};

/**
 * Entries of a chain as this person may read them: of what is not theirs, only that somebody did something (第四十二条). `otherwise` is whom an
 * act concerns that is in no case and in neither list.
 */
export function shownEntries(
  context: Pick<FeatureContext, 'store' | 'operator'>,
  entries: readonly ChainEntry[],
  otherwise: Concern = 'everything',
): AuditEntry[] {
  const known = new Map<Concern, boolean>();
  const isReadable = (concern: Concern): boolean => {
    const readable = known.get(concern) ?? mayRead(context, concern);
    known.set(concern, readable);
    return readable;
  };
  return entries.map((entry) =>
    isReadable(entry.caseId || (concerns[entry.verb] ?? otherwise))
      ? { ...entry, detail: withReadableFaults(context, entry.detail) }
      : withoutContent(entry),
  );
}

const withoutContent = ({ seq, at: moment, who, verb, signed }: ChainEntry): AuditEntry => ({
  seq,
  at: moment,
  who,
  verb,
  what: '案件内容不显示',
  detail: {},
  signed,
});

/** What a verification found is about many cases. */
function withReadableFaults(
  context: Pick<FeatureContext, 'store' | 'operator'>,
  detail: Record<string, unknown>,
): Record<string, unknown> {
  const { faults } = detail;
  if (!Array.isArray(faults)) return detail;
  return { ...detail, faults: readableFindings(context, faults.map(findingOf)) };
}

/** Before there were concerns an entry held sentences, which may name anything. */
const findingOf = (fault: Finding | string): Finding =>
  typeof fault === 'string' ? { sentence: fault, concern: 'everything' } : fault;
