import * as z from 'zod';
import type { CaseFile } from '../../../shared/case-file.ts';
import { remedyAnswerOf } from '../../../shared/procedure/remedy-answer.ts';
import { HandoverKind, type Handover, type HandoverItem } from '../../../shared/contract/handover.ts';
import type { ShownPeriod } from '../../parts/days/day-words.ts';

/** What is decided about one hand-over; null means: as proposed. */
export const HandoverDraft = z.strictObject({
  kind: HandoverKind,
  /** Day the notice to answer (应诉通知书, 答复通知书) was received; empty until it is filled in. */
  receivedAt: z.string(),
  /** Simplified procedure of the reconsideration (复议法53): five working days instead of ten. */
  simplified: z.boolean(),
  recipient: z.string().nullable(),
  caseNo: z.string(),
  opponents: z.array(z.string()),
  answer: z.string(),
  agent: z.string(),
  keys: z.array(z.string()).readonly().nullable(),
  form: z.enum(['folder', 'zip']),
  /** Leave to add what was gathered after the decision, as far as it is filled in; null: none. */
  leave: z.strictObject({ ground: z.string(), grantedOn: z.string(), reference: z.string() }).nullable().default(null),
});
export type HandoverDraft = z.infer<typeof HandoverDraft>;

/** It begins with what the answer of the case says already: nothing of that is asked a second time. */
export function newHandover(file: Pick<CaseFile, 'parties' | 'papers' | 'linked' | 'case'>): HandoverDraft {
  const answer = remedyAnswerOf(file);
  const parties = file.parties.map(({ name }) => name);
  const opponents = answer === null || answer.opponents.length === 0 ? parties : answer.opponents;
  return {
    kind: answer?.kind ?? 'court',
    receivedAt: answer?.receivedAt ?? '',
    simplified: answer?.simplified ?? false,
    recipient: answer === null || answer.recipient === '' ? null : answer.recipient,
    caseNo: answer?.caseNo ?? '',
    opponents: opponents.length === 0 ? [''] : opponents,
    answer: answer?.text ?? '',
    agent: answer?.agent ?? '',
    keys: null,
    form: 'folder',
    leave: null,
  };
}

export const kindWords: Readonly<Record<Handover['kind'], string>> = { court: '行政诉讼', reconsideration: '行政复议' };
export const stateWords: Readonly<Record<Handover['state'], string>> = {
  building: '正在制作',
  built: '已制作，未核验',
  verified: '已核验，待回执',
  received: '已签收',
  failed: '没有完成',
};

/** Inner papers (副卷) are chosen one by one; what came after the decision is no evidence of it (行诉法35, 复议法46). */
export const proposedKeys = (items: readonly HandoverItem[]): string[] =>
  items.filter((item) => !item.internal && !item.late).map((item) => item.key);

/** The chosen keys that still are in the set: papers may have been issued or voided since they were ticked, leave given up again. */
export function chosenKeys(
  items: readonly HandoverItem[],
  { keys, leave }: Pick<HandoverDraft, 'keys' | 'leave'>,
): string[] {
  if (keys === null) return proposedKeys(items);
  const allowed = new Set(items.filter((item) => !item.late || leave !== null).map((item) => item.key));
  return keys.filter((key) => allowed.has(key));
}

export const toggled = (keys: readonly string[], key: string): string[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];

/** Why the notice is not described yet, or null. */
export function whyNotNoticed(draft: HandoverDraft, recipient: string, today: string): string | null {
  if (draft.receivedAt === '') return '请填写收到通知书的日期，期限从这一天起算。';
  if (draft.receivedAt > today) return '收到通知书的日期不能晚于今天。';
  if (recipient.trim().length < 2) return '请填写接收机关。';
  return draft.opponents.every((opponent) => opponent.trim() === '')
    ? '请填写对方当事人，答辩材料按人数提供副本。'
    : null;
}

/** Who lets evidence be added that was gathered after the decision, by which law. */
export const leaveOf: Readonly<Record<Handover['kind'], { by: string; verb: string; law: string }>> = {
  court: { by: '人民法院', verb: '准许', law: '行政诉讼法第三十六条第二款' },
  reconsideration: { by: '行政复议机构', verb: '同意', law: '行政复议法第四十六条第二款' },
};

/** Why the leave to add evidence is not described yet, or null. */
export function whyNoLeave({ leave, kind, receivedAt }: HandoverDraft, today: string): string | null {
  if (leave === null) return null;
  const { by, verb } = leaveOf[kind];
  if (leave.ground.trim().length < 4) return '请写明对方提出了哪些以前没有提出的理由或者证据。';
  if (leave.grantedOn === '') return `请填写${by}${verb}补充证据的日期。`;
  if (leave.grantedOn > today || leave.grantedOn < receivedAt)
    return `${by}${verb}的日期应在收到通知书以后、今天以前。`;
  return leave.reference.trim().length < 2 ? `请写明${by}${verb}的文书或者方式。` : null;
}

const LEAST_ANSWER = 10;

/** Why the answer is not written yet, or null. */
export const whyNotAnswered = ({ answer }: Pick<HandoverDraft, 'answer'>, answerName: string): string | null =>
  answer.trim().length < LEAST_ANSWER ? `请写${answerName}正文（至少 ${LEAST_ANSWER} 个字）。` : null;

/** The period of answering in words; its day is counted by main. */
export const periodWords = ({ kind, simplified }: Pick<HandoverDraft, 'kind' | 'simplified'>): string =>
  kind === 'court' ? '收到之日起15日内' : `收到之日起${simplified ? 5 : 10}个工作日内`;

/** What late handing in costs, by the law of each proceeding. */
export const lateWords: Readonly<Record<Handover['kind'], string>> = {
  court:
    '已经过了举证期限。逾期提供又没有正当理由的，视为没有相应证据（行政诉讼法第三十四条）；有不可抗力等正当事由的，须在期限内书面申请延期。',
  reconsideration:
    '已经过了答复期限。不提出书面答复、不提交证据的，视为该行政行为没有证据、依据（行政复议法第七十条）。',
};

/** The period of answering, met by the receipt. */
export const answerPeriod = ({ kind, due, receipt }: Pick<Handover, 'kind' | 'due' | 'receipt'>): ShownPeriod => ({
  statutory: due,
  due,
  unit: kind === 'court' ? 'CD' : 'WD',
  kind: 'max',
  duty: '本机关',
  metAt: receipt?.receivedAt ?? null,
});
