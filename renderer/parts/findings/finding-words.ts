import type { Severity } from '../../../shared/regulation/finding.ts';

/** Severities of a finding as clerks call them. */
export const severityWords: Readonly<Record<Severity, string>> = {
  veto: '一票否决',
  err: '须补正',
  warn: '提醒',
  info: '提示',
};
