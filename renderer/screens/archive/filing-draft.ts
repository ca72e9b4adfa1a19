import * as z from 'zod';
import type { VolumePlan } from '../../../shared/contract/archive.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { blocking } from '../../../shared/regulation/judge.ts';

/** What the archivist decides about a volume; `reasons` are of errs that are not put right, by check. */
export const FilingDraft = z.strictObject({
  retention: z.string(),
  archiveNo: z.string(),
  catalogNo: z.string(),
  volumeNo: z.string(),
  inspectorId: z.string(),
  situation: z.string(),
  reasons: z.record(z.string(), z.string()).readonly(),
  /** Papers and exhibits by id where the archivist put them otherwise; empty: as the office has set. */
  order: z.array(z.string()).readonly(),
});
export type FilingDraft = z.infer<typeof FilingDraft>;

export const newFiling = (plan: Pick<VolumePlan, 'retention' | 'archiveNo'>): FilingDraft => ({
  retention: plan.retention,
  archiveNo: plan.archiveNo,
  catalogNo: '',
  volumeNo: runningNumber(plan.archiveNo),
  inspectorId: '',
  situation: '',
  reasons: {},
  order: [],
});

/** The number of the volume in its year, where 归档号 is the year with four digits. */
const runningNumber = (archiveNo: string): string =>
  /^\d{8}$/.test(archiveNo) ? String(Number(archiveNo.slice(4))) : '';

/**
 * Findings before filing by their effect: vetoes stop it, errs need a written reason, open questions an answer (or, where they could fail
 * the file, a reason to file without), the others only remind.
 */
export interface FilingFindings {
  vetoes: Finding[];
  errs: Finding[];
  questions: Finding[];
  reminders: Finding[];
}

export function byEffect(findings: Finding[]): FilingFindings {
  const questions = findings.filter(({ unanswered }) => unanswered === true);
  const found = findings.filter((finding) => !questions.includes(finding));
  const stopping = blocking(found, 'filing');
  return {
    vetoes: stopping.filter(({ severity }) => severity === 'veto'),
    errs: stopping.filter(({ severity }) => severity === 'err'),
    questions,
    reminders: found.filter((finding) => !stopping.includes(finding)),
  };
}

const LEAST_REASON = 4;
export const hasReason = ({ reasons }: Pick<FilingDraft, 'reasons'>, checkId: string): boolean =>
  (reasons[checkId] ?? '').trim().length >= LEAST_REASON;

/** Whether the case is not filed while this question is open. */
export const mustBeAnswered = ({ severity }: Finding): boolean => severity === 'err';

/** Why the check is not passed yet, or null. */
export function whyNotChecked(
  { vetoes, errs, questions }: FilingFindings,
  draft: Pick<FilingDraft, 'reasons'>,
): string | null {
  if (vetoes.length > 0) return `有 ${vetoes.length} 项一票否决的问题，补正以后才能归档。`;
  const without = (finding: Finding): boolean => !hasReason(draft, finding.checkId);
  const open = errs.filter(without).length;
  if (open > 0) return `还有 ${open} 项须补正，或者写明不补正的理由（至少 ${LEAST_REASON} 个字）。`;
  const unanswered = questions.filter(mustBeAnswered).filter(without).length;
  return unanswered > 0
    ? `还有 ${unanswered} 个问题没有回答；等不到回答的，写明先归档的理由（至少 ${LEAST_REASON} 个字）。`
    : null;
}

/** Why the volume is not described yet, or null. */
export function whyNotDescribed(
  { retention, archiveNo, inspectorId, situation }: FilingDraft,
  operatorId: string,
): string | null {
  if (retention === '') return '请选定保管期限。';
  if (archiveNo.trim() === '') return '请填写归档号。';
  if (inspectorId === '') return '请选定检查人。';
  if (inspectorId === operatorId) return '检查人不能与立卷人是同一人，请选另一人检查。';
  return situation.trim() === '' ? '请写明本卷情况；没有缺损、修改、移出的，写“卷内文件齐全，无缺损”。' : null;
}

/** The reasons that go on record: only of errs and questions that still stand. */
export const overridesOf = (
  { errs, questions }: FilingFindings,
  draft: FilingDraft,
): { checkId: string; reason: string }[] =>
  [...new Set([...errs, ...questions.filter(mustBeAnswered)].map(({ checkId }) => checkId))].map((checkId) => ({
    checkId,
    reason: (draft.reasons[checkId] ?? '').trim(),
  }));

interface Queued {
  due: string | null;
  overdue: boolean;
  closedAt: string;
}

/** What is overdue first, then by the day it falls due; without a day at the end, longest closed first. */
export function byUrgency<Row extends Queued>(rows: readonly Row[]): Row[] {
  const day = ({ due }: Queued): string => due ?? '9999';
  return rows.toSorted(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) || day(a).localeCompare(day(b)) || a.closedAt.localeCompare(b.closedAt),
  );
}
