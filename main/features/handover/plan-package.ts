import type { CaseFile } from '../../../shared/case-file.ts';
import type { HandoverItem, SupplementLeave } from '../../../shared/contract/handover.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { deadlineFor } from '../../../shared/periods/deadlines.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { volumeItems } from '../archive/order.ts';
import { openCase, type OpenedCase } from '../cases/open-case.ts';
import type { FeatureContext } from '../context.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { mayOpenCase } from '../staff/access.ts';
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
  /** Leave to add what was gathered after the decision. */
  leave: SupplementLeave | null;
  form: 'folder' | 'zip';
  folderTicket: string;
}

export interface PackagePlan {
  items: HandoverItem[];
  /** The case the items lie in: the one whose decision is defended. */
  evidenceCaseId: string;
  /** Why nothing can be handed over yet. */
  obstacles: Obstacle[];
  recipients: string[];
  due: string | null;
  basis: string;
  answerName: string;
  findings: Finding[];
}

/** What would be handed over, to whom and by when (第四十一条). */
export function planPackage(context: FeatureContext, request: PlanRequest): PackagePlan {
  const { file, chosen, findings, obstacles } = evidenceOf(context, request.caseId);
  const { due, basis } = answerDue(context, request);
  const court = request.kind === 'court';
  return {
    items: chosen.map(({ item }) => item),
    evidenceCaseId: file.case.id,
    obstacles,
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

export interface Evidence {
  /** The case whose decision is defended. */
  file: CaseFile;
  chosen: Chosen[];
  findings: Finding[];
  obstacles: Obstacle[];
}

/** Everything that can be handed over, in the order of the procedure: of this case, or where it defends a decision, of that decision's case. */
export function evidenceOf(context: FeatureContext, caseId: string): Evidence {
  const asked = openCase(context, caseId);
  const { followsId } = asked.file.case;
  const defends = procedureOf(context, asked.file).caseType === '救济';
  const hidden = defends && followsId !== null && !mayOpenCase(context, followsId);
  const decided = defends && followsId !== null && !hidden ? openCase(context, followsId) : asked;
  const { file, chosen, findings } = hidden ? { ...asked, chosen: [], findings: [] } : setOf(context, decided);
  return { file, chosen, findings, obstacles: obstaclesTo(asked.file, chosen, hidden) };
}

/** Nothing goes out without evidence: what is not handed in counts as not there (行诉法34, 复议法70). */
function obstaclesTo({ case: { followsId } }: CaseFile, chosen: readonly Chosen[], hidden: boolean): Obstacle[] {
  const say = (sentence: string): Obstacle[] => [{ sentence, article: hidden ? 42 : 41 }];
  if (hidden)
    return say('作出决定的案件您无权查阅，请原案件的承办人、承办单位负责人或者法规科准备移送材料（第四十二条）。');
  if (chosen.some(({ item }) => !item.late)) return [];
  return say(
    followsId === null
      ? '没有可以提交的证据：本案没有选定作出决定的案件，也没有收存证据。请在案件的“更多—修改案件登记”选定原案件，或者把纸质案卷扫描收存为本案证据（第四十一条）。'
      : '没有可以提交的证据：原案件没有出具文书，也没有收存证据。不提交证据的，视为没有证据（第四十一条）。',
  );
}

/** The as-decided set of one case. */
function setOf(context: FeatureContext, { file, periods }: OpenedCase): Omit<Evidence, 'obstacles'> {
  const procedure = procedureOf(context, file);
  const sources = volumeItems({
    file,
    procedure,
    templates: templatesOf(context, file),
    order: 'process',
    supplements: true,
  });
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

/** What the list says of an item added by leave. */
const leaveWords = ({ ground, grantedOn, reference }: SupplementLeave, kind: PlanRequest['kind']): string =>
  `补充证据：${ground}；${chineseDay(grantedOn)}经${kind === 'court' ? '人民法院准许' : '行政复议机构同意'}（${reference}）`;

/** The items with these keys, numbered anew; refuses what may not be handed over. */
export function chosenOf(
  chosen: Chosen[],
  { keys, leave, kind, receivedAt }: Pick<MakeRequest, 'keys' | 'leave' | 'kind' | 'receivedAt'>,
): Chosen[] {
  if (leave !== null && leave.grantedOn < receivedAt)
    throw invalidField('leave', '准许补充的日期', '准许（同意）补充证据不会早于收到通知书的日期，请核对。', 41);
  const picked = chosen.filter(({ item }) => keys.includes(item.key));
  const numbers = numbered(
    picked.map(({ item }) =>
      leave !== null && item.late
        ? { ...item, late: false, remark: [item.remark, leaveWords(leave, kind)].filter(Boolean).join('；') }
        : item,
    ),
  );
  const wanted = picked.map(({ item, source }, index) => ({ source, item: numbers[index] ?? item }));
  if (wanted.length === 0) throw invalidField('keys', '证据', '没有选中任何材料，请至少选一件。', 41);
  const late = wanted.find(({ item }) => item.late);
  if (late !== undefined)
    throw invalidField(
      'keys',
      '证据',
      `“${late.item.title}”是作出决定以后收集的，不能作为原决定的证据提交（行政诉讼法第三十五条、行政复议法第四十六条）。对方提出了以前没有提出的理由或者证据，人民法院准许、行政复议机构同意补充的，请填写“经准许补充”。`,
      41,
    );
  const damaged = wanted.flatMap(({ source }) =>
    source.kind === 'exhibit' && source.exhibit.damage !== null ? [source.exhibit] : [],
  )[0];
  if (damaged) throw new RefusalError({ code: 'damaged', name: damaged.title, what: damaged.damage ?? '' });
  return wanted;
}
