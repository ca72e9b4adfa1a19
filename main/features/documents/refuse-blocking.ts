import type { Finding, Moment } from '../../../shared/regulation/finding.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import { RefusalError } from '../../platform/refusal-error.ts';

export interface Override {
  checkId: string;
  reason: string;
}

/** A veto blocks for good; an err blocks until a written reason for it goes on record (it reaches 法规科 through the audit). */
export function refuseBlocking(
  findings: Finding[],
  moment: Exclude<Moment, 'live'>,
  act: string,
  overrides: Override[],
): void {
  const reasons = new Set(overrides.map((override) => override.checkId));
  const standing = blocking(findings, moment).filter(
    (finding) => finding.severity === 'veto' || !reasons.has(finding.checkId),
  );
  if (standing.length === 0) return;
  throw new RefusalError({
    code: 'findings',
    act,
    findings: standing,
    overridable: standing.every((finding) => finding.severity === 'err'),
  });
}
