import type { Period } from '../../../shared/periods/rule.ts';

/** The last day of a period that is the office's own: the earlier, statutory one. */
export const endOfDuty = ({ statutory, due }: Period): string | null => statutory ?? due;

/** The one period that binds the office now: of those that run against it, the one that ends first. */
export function bindingPeriod(periods: readonly Period[]): Period | undefined {
  const running = periods.filter(
    (period) =>
      period.metAt === null &&
      period.duty === '本机关' &&
      (period.kind === 'max' || period.kind === 'before') &&
      endOfDuty(period) !== null,
  );
  return running.toSorted((a, b) => (endOfDuty(a) ?? '').localeCompare(endOfDuty(b) ?? ''))[0];
}
