import type { CaseFile } from '../../../shared/case-file.ts';
import type { HandoverItem } from '../../../shared/contract/handover.ts';
import { deadlineFor } from '../../../shared/periods/deadlines.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { volumeItems } from '../archive/order.ts';
import { openCase } from '../cases/open-case.ts';
import type { FeatureContext } from '../context.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { judgementOf } from '../documents/papers.ts';
import { evidenceSet, numbered } from './evidence-set.ts';
import type { Chosen } from './package-request.ts';

export interface PlanRequest {
  caseId: string;
  kind: 'court' | 'reconsideration';
  receivedAt: string;
  simplified: boolean;
}
export interface MakeRequest extends PlanRequest {
  recipient: string;
  caseNo: string;
  opponents: string[];
  answer: string;
  agent: string;
  keys: string[];
  form: 'folder' | 'zip';
  folderTicket: string;
}

export interface PackagePlan {
  items: HandoverItem[];
  recipients: string[];
  due: string | null;
  basis: string;
  answerName: string;
  findings: Finding[];
}

/** What would be handed over, to whom and by when (第四十一条). */
export function planPackage(context: FeatureContext, request: PlanRequest): PackagePlan {
  const { file, chosen, findings } = evidenceOf(context, request.caseId);
  const { due, basis } = answerDue(context, request);
  const court = request.kind === 'court';
  return {
    items: chosen.map(({ item }) => item),
    findings,
    due,
    basis,
    recipients: court ? file.office.courts : [file.office.government],
    answerName: court ? '行政诉讼答辩状' : '行政复议答复书',
  };
}

/** Which period of the law the answer has (行诉法67; 复议法48, 54). */
const answerPeriod = ({ kind, simplified }: PlanRequest): string =>
  kind === 'court'
    ? periodIds.litigationDefence
    : simplified
      ? periodIds.simplifiedReconsiderationAnswer
      : periodIds.reconsiderationAnswer;

/** The last day for the answer, and the article that sets it. */
export function answerDue(context: FeatureContext, request: PlanRequest): { due: string | null; basis: string } {
  const rule = context.definitions.periodRules.find(({ id }) => id === answerPeriod(request));
  if (!rule) throw notFound('template');
  return deadlineFor({ rule, from: request.receivedAt, calendar: context.editions.calendar() });
}

/** Everything of the case that can be handed over, in the order of the procedure. */
export function evidenceOf(
  context: FeatureContext,
  caseId: string,
): { file: CaseFile; chosen: Chosen[]; findings: Finding[] } {
  const { file, periods } = openCase(context, caseId);
  const procedure = procedureOf(context, file);
  const sources = volumeItems({ file, procedure, templates: templatesOf(context, file), order: 'process' });
  const byKey = new Map(
    sources.map((source) => [
      source.kind === 'paper' ? `paper:${source.paper.id}` : `exhibit:${source.exhibit.id}`,
      source,
    ]),
  );
  const chosen = evidenceSet(sources, { file, procedure }).flatMap((item) => {
    const source = byKey.get(item.key);
    return source ? [{ item, source }] : [];
  });
  return { file, chosen, findings: judge(judgementOf(context, file, periods), 'handover') };
}

/** The items with these keys, numbered anew; refuses what may not be handed over. */
export function chosenOf(chosen: Chosen[], keys: string[]): Chosen[] {
  const picked = chosen.filter(({ item }) => keys.includes(item.key));
  const numbers = numbered(picked.map(({ item }) => item));
  const wanted = picked.map(({ item, source }, index) => ({ source, item: numbers[index] ?? item }));
  if (wanted.length === 0) throw invalidField('keys', '证据', '没有选中任何材料，请至少选一件。', 41);
  const late = wanted.find(({ item }) => item.late);
  if (late)
    throw invalidField(
      'keys',
      '证据',
      `“${late.item.title}”是作出决定以后收集的，不能作为原决定的证据提交（行政诉讼法第三十五条、行政复议法第四十六条）。`,
      41,
    );
  const damaged = wanted.flatMap(({ source }) =>
    source.kind === 'exhibit' && source.exhibit.damage !== null ? [source.exhibit] : [],
  )[0];
  if (damaged) throw new RefusalError({ code: 'damaged', name: damaged.title, what: damaged.damage ?? '' });
  return wanted;
}
