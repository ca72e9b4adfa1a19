import type { AuditEntry } from '../../../shared/contract/cases.ts';
import type { FeatureContext } from '../context.ts';
import type { AreaRouter, Implementer } from '../implementer.ts';
import type { Jobs } from '../jobs.ts';
import { requireAccess } from '../staff/access.ts';
import type { createFaults } from './faults.ts';
import type { createVerification } from './verify.ts';

/** Acts of the system itself, which its administrator may read in full. */
const systemVerbs = new Set([
  '首次设置',
  '登录',
  '锁定',
  '登记人员',
  '修改人员',
  '重设密码',
  '修改密码',
  '登记科室',
  '修改科室',
  '修改设置',
  '制作恢复信',
  '用恢复信重设密码',
  '导出故障记录',
  '登记核对值',
  '备份',
  '从备份恢复',
]);

/** That somebody did something, without a word of the case (第四十二条: the system administrator sees no case content). */
const withoutContent = ({ seq, at: moment, who, verb }: AuditEntry): AuditEntry => ({
  seq,
  at: moment,
  who,
  verb,
  what: '案件内容不显示',
  detail: {},
});

/** The audit chain, the error log, verification and running jobs (监督). */
export function supervisionRouter(
  os: Implementer['supervision'],
  context: FeatureContext,
  jobs: Jobs,
  verification: ReturnType<typeof createVerification>,
  faults: ReturnType<typeof createFaults>,
) {
  const onlySystem = context.operator.roles.every((role) => role === '系统管理员');
  return {
    audit: os.audit.handler(({ input }) =>
      context.audit
        .entries(input)
        .map((entry) => (onlySystem && !systemVerbs.has(entry.verb) ? withoutContent(entry) : entry)),
    ),
    faults: os.faults.handler(({ input }) => faults.list(input)),
    exportFaults: os.exportFaults.handler(({ input }) => faults.exportTo(input)),
    verify: os.verify.handler(() => verification.start()),
    stopVerify: os.stopVerify.handler(() => jobs.stop('verify')),
    lastVerification: os.lastVerification.handler(() => verification.last()),
    job: os.job.handler(({ input }) => jobs.get(input.jobId)),
    running: os.running.handler(({ input }) => {
      requireAccess(context, input.caseId);
      return jobs.runningFor(input.kind, input.caseId);
    }),
  } satisfies AreaRouter<'supervision'>;
}
