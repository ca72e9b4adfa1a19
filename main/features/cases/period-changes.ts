import { v7 as newId } from 'uuid';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { extensionLeft, whyNotExtend, whyNotSuspend } from '../../../shared/periods/changes.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { invalidField, notFound } from '../../platform/refusal-error.ts';
import { periodChangeTable } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { changePartsOfCase } from './change-parts.ts';

export interface PeriodChangeRequest {
  caseId: string;
  ruleId: string;
  kind: 'extension' | 'suspension';
  n: number | null;
  from: string | null;
  paperId: string;
  basis: string;
}

/** Extends or suspends a period by an issued approval paper; see `cases.changePeriod`. */
export async function changePeriod(context: FeatureContext, request: PeriodChangeRequest): Promise<CaseFile> {
  const { caseId, ruleId, kind, n, from } = request;
  requireAccess(context, caseId);
  const rule = context.definitions.periodRules.find((periodRule) => periodRule.id === ruleId);
  if (!rule) throw notFound('template');
  const file = readCaseFile(context, caseId);
  const paper = approvalFor(file, request.paperId);
  refuseUnlawful(rule, file, request);
  const row = {
    id: newId(),
    caseId,
    ruleId,
    kind,
    n,
    from,
    to: null,
    basis: `${request.basis}（${paper.number ?? paper.name}）`,
    createdAt: nowOf(context),
  };
  const verb = kind === 'extension' ? '延长期限' : '中止期限';
  return changePartsOfCase(context, caseId, { verb, what: rule.name, detail: { ...row } }, (tx) =>
    tx.insert(periodChangeTable, row),
  );
}

function approvalFor(file: CaseFile, paperId: string): Paper {
  const paper = file.papers.find((candidate) => candidate.id === paperId);
  if (paper?.status === 'issued' && paper.approvals.length > 0) return paper;
  throw invalidField('paperId', '批准文书', '延长或者中止期限须先经审批，请选一份已经批准并出具的审批表。', 13);
}

function refuseUnlawful(rule: PeriodRule, file: CaseFile, { kind, n, from }: PeriodChangeRequest): void {
  const whyNot = { extension: whyNotExtend, suspension: whyNotSuspend }[kind](rule, file.periodChanges);
  if (whyNot !== null) throw invalidField('ruleId', '期限', whyNot);
  const left = extensionLeft(rule, file.periodChanges);
  if (kind === 'extension' && (n === null || (left !== null && n > left)))
    throw invalidField('n', '延长', `“${rule.name}”${left === null ? '' : `最多还可延长${left}，`}请按批准的数填写。`);
  if (kind === 'suspension' && from === null) throw invalidField('from', '中止日期', '请填写中止的日期。');
}

/** A suspended period runs on from `to`. */
export async function endSuspension(
  context: FeatureContext,
  { caseId, ruleId, to, basis }: { caseId: string; ruleId: string; to: string; basis: string },
): Promise<CaseFile> {
  requireAccess(context, caseId);
  const open = context.store.get<{ id: string; from: string }>(
    `select id, "from" from period_change where caseId = ? and ruleId = ? and kind = 'suspension' and "to" is null order by createdAt desc limit 1`,
    caseId,
    ruleId,
  );
  if (!open) throw invalidField('ruleId', '期限', '这个期限没有中止，不需要恢复。');
  if (to < open.from) throw invalidField('to', '恢复日期', '恢复日期早于中止日期，请核对。');
  const what = context.definitions.periodRules.find((rule) => rule.id === ruleId)?.name ?? ruleId;
  return changePartsOfCase(context, caseId, { verb: '恢复期限', what, detail: { to, basis } }, (tx) =>
    tx.update(periodChangeTable, { id: open.id }, { to }),
  );
}
