import type { FeatureContext } from '../../features/context.ts';

/**
 * Ends the parts of a session in turn, each whatever another one meets, a full disk say: what stays open would outlive the lock.
 * @param report told of what went wrong; left out where the failure that made them end is what counts
 */
export async function endAll(
  parting: readonly (() => Promise<void>)[],
  report: FeatureContext['report'] = () => '',
): Promise<void> {
  for (const end of parting) await end().catch((error: unknown) => report(error, 'process', 'lock'));
}
