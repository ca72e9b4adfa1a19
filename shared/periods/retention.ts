import type { CaseFile } from '../case-file.ts';
import type { PeriodRule } from './rule.ts';

/** Years of a 保管期限; null for 永久 and what says no number. */
const yearsOf = (retention: string): number | null => {
  const years = Number.parseInt(retention, 10);
  return Number.isNaN(years) ? null : years;
};

/** The rule as this office counts it: as long as the volume is kept (第三十七条), or the term of a county (档案法实施条例20). */
export function retentionRuleOf(rule: PeriodRule, { volume, office }: Pick<CaseFile, 'volume' | 'office'>): PeriodRule {
  if (rule.asVolume && volume !== null) {
    const n = yearsOf(volume.retention);
    return n === null ? { ...rule, extend: `案卷保管期限为${volume.retention}` } : { ...rule, n };
  }
  return rule.county !== undefined && office.level === '县级' ? { ...rule, n: rule.county } : rule;
}
