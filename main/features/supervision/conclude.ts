import type { Finding } from '../../platform/audit/finding.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { emitChanged, type FeatureContext, type OfficeContext } from '../context.ts';
import type { JobFailure } from '../jobs.ts';

/** How a verification that found nothing ends in its entry. */
export const soundWords = '全部完好';

/** A verification that found nothing sets the day shown in the status line. */
export async function conclude(context: FeatureContext | OfficeContext, faults: Finding[]): Promise<void> {
  const what = faults.length === 0 ? soundWords : `发现${faults.length}处问题`;
  await context.store.unit.run(async () => context.audit.append({ verb: '验证', what, detail: { faults } }));
  emitChanged(context, ['cases']);
}

/** When everything was last found whole. */
export const verifiedAt = ({ store }: Pick<FeatureContext, 'store'>): string | null =>
  store.get<{ at: string }>(
    `select at from audit where verb = '验证' and what = ? order by seq desc limit 1`,
    soundWords,
  )?.at ?? null;

export const interruption: JobFailure = {
  sentence: (error) =>
    refusalOfDatabase(error) instanceof RefusalError ? '数据库无法读完，已经损坏，请停止使用并从备份恢复。' : null,
  unforeseen: '验证中断：读取数据时出错，请再按一次“验证”继续。',
};
