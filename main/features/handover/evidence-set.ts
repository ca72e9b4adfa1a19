import { type CaseFile, isRecording, type Exhibit, type Paper } from '../../../shared/case-file.ts';
import type { HandoverItem } from '../../../shared/contract/handover.ts';
import { paperTitle } from '../../../shared/procedure/parties.ts';
import { recordOf } from '../../../shared/procedure/prints.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { isFilled } from '../../../shared/template/conditions.ts';
import { fieldsOf, type PaperClass, type Template } from '../../../shared/template/template.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { compareMoments, dayOf, isDay, isMoment } from '../../../shared/time/moments.ts';
import type { VolumeItem } from '../archive/order.ts';

type Group = HandoverItem['group'];

const groupOfClass: Partial<Record<PaperClass, Group>> = {
  source: '程序',
  approval: '程序',
  inquiry: '程序',
  notice: '程序',
  hearing: '程序',
  review: '程序',
  closing: '程序',
  defence: '程序',
  investigation: '事实',
  evidence: '事实',
  report: '事实',
  recording: '事实',
  correction: '程序',
  decision: '程序',
  service: '送达',
  performance: '其他',
};

/** What a paper of the case proves (证据规定第二条), by what it is in the procedure. */
const provenByClass: Partial<Record<PaperClass, string>> = {
  source: '案件的来源和登记情况',
  application: '申请人提出申请的时间和事项',
  acceptance: '申请的接收、受理和告知情况',
  approval: '有关事项经过审批',
  inquiry: '已经通知检查、询问、举证或者协助调查的事项',
  investigation: '检查、询问的经过和查明的事实',
  evidence: '证据的来源和取得、保存的经过',
  report: '调查认定的事实和提出的意见',
  recording: '音像记录的形成和保存',
  notice: '已经告知拟作出的决定和当事人的权利',
  defence: '当事人陈述、申辩的内容',
  hearing: '听证的通知和进行情况',
  review: '作出决定以前的审核、复核和讨论情况',
  decision: '作出的决定和它的事实、理由、依据',
  correction: '责令改正的内容和改正情况',
  performance: '决定的履行情况',
  service: '文书送达的方式和时间',
  enforcement: '催告和申请强制执行的情况',
  closing: '案件办结的情况',
};

const provenBy = ({ values }: Paper, { class: kind, name }: Template): string => {
  const who = values['respondentName'];
  return kind === 'investigation' && typeof who === 'string' && who !== ''
    ? `${who}对案件事实的陈述`
    : (provenByClass[kind] ?? `${name}记载的事项`);
};

const groupOrder: Group[] = ['主体', '程序', '事实', '裁量', '送达', '其他'];

/** Papers that prove what happened (调查取证的文书): they are gathered on the day they bear, which may be before they were typed in. */
const gatheringClasses: PaperClass[] = ['investigation', 'evidence', 'recording'];

/**
 * The as-decided set (复议法46、行诉法35: nothing may be gathered after the decision; when it was stored does not matter): the issued papers and exhibits of the
 * case, grouped and numbered as the court reads them. What was gathered after the decision is marked `late`; receipts, payment and
 * closing come after it by nature and are not evidence of the act.
 */
export function evidenceSet(
  items: VolumeItem[],
  { file, procedure }: { file: CaseFile; procedure: Procedure },
): HandoverItem[] {
  const decidedAt = decisionMoment(items);
  /** A paper of one party is judged by the decision about that party. */
  const momentOf = ({ partyId }: Paper): string | null =>
    (partyId === null
      ? null
      : decisionMoment(items.filter((item) => item.kind === 'paper' && item.paper.partyId === partyId))) ?? decidedAt;
  const afterwards = new Set(
    items.flatMap((item) => (item.kind === 'paper' && followsDecision(item.template) ? [item.paper.id] : [])),
  );
  const lateStages = new Set(
    procedure.steps.filter((step) => ['送达', '执行', '归档'].includes(step.stage)).map((step) => step.id),
  );
  const follows = (exhibit: Exhibit): boolean =>
    exhibit.paperId === null
      ? exhibit.stepId !== null && lateStages.has(exhibit.stepId)
      : afterwards.has(exhibit.paperId);
  // An answer in the suit is no evidence of what was decided.
  const evidence = items.filter((item) => item.kind === 'exhibit' || item.template.class !== 'remedy');
  const drafts = evidence.map((item) =>
    item.kind === 'paper'
      ? paperItem(item, { title: paperTitle(file, item.paper), decidedAt: momentOf(item.paper) })
      : exhibitItem(item, follows(item.exhibit), decidedAt),
  );
  return numbered(drafts.toSorted((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group)));
}

/** Numbers the items of each group from 1, as the list for the court shows them. */
export function numbered(items: HandoverItem[]): HandoverItem[] {
  const counts = new Map<Group, number>();
  return items.map((item) => {
    const seq = (counts.get(item.group) ?? 0) + 1;
    counts.set(item.group, seq);
    return { ...item, seq };
  });
}

/** Service, payment and closing come after the decision by nature. */
const followsDecision = (template: Template): boolean =>
  template.class === 'service' || template.class === 'performance' || template.class === 'closing';

/** Informant data is kept from everybody outside (监察条例9). */
const holdsSecrets = (paper: Paper, template: Template): boolean =>
  fieldsOf(template).some((field) => field.secret === true && isFilled(paper.values[field.key]));

/** When the decision was issued; null while there is none. */
export function decisionMoment(items: VolumeItem[]): string | null {
  const decisions = items.flatMap((item) =>
    item.kind === 'paper' && item.template.class === 'decision' ? [item.paper] : [],
  );
  return decisions.map((paper) => paper.issuedAt ?? '').toSorted()[0] ?? null;
}

function paperItem(
  { paper, template, part }: Extract<VolumeItem, { kind: 'paper' }>,
  { title, decidedAt }: { title: string; decidedAt: string | null },
): HandoverItem {
  const secret = holdsSecrets(paper, template);
  const day = gatheredOn(paper, template);
  return {
    key: `paper:${paper.id}`,
    group: groupOfClass[template.class] ?? '其他',
    seq: 0,
    title: paper.number === null ? title : `${title}（${paper.number}）`,
    kind: template.evidenceKind ?? '书证',
    source: '本机关制作',
    proves: provenBy(paper, template),
    originality: '原件',
    pages: recordOf(paper)?.pages ?? null,
    paperId: paper.id,
    exhibitId: null,
    sha256: recordOf(paper)?.sha256 ?? '',
    internal: secret || part === '副卷',
    late: !followsDecision(template) && isAfter(day ?? paper.issuedAt, decidedAt),
    remark: [
      ...(secret ? ['含举报人（投诉人）信息，依法保密'] : []),
      ...(day !== null && isAfter(paper.issuedAt, decidedAt)
        ? [`${chineseDay(dayOf(day))}制作，${chineseDay(dayOf(paper.issuedAt ?? day))}录入`]
        : []),
    ].join('；'),
  };
}

/** The day or moment a record bears, where it is one that gathers evidence (a form filled by hand and typed in later); null for any other paper. */
function gatheredOn({ values }: Paper, template: Template): string | null {
  const field = gatheringClasses.includes(template.class) ? template.dateField : undefined;
  const day = field === undefined ? undefined : values[field];
  return isDay(day) || isMoment(day) ? day : null;
}

/** Whether a day or moment lies after the decision; on its very day only a moment can. */
const isAfter = (gathered: string | null, decidedAt: string | null): boolean =>
  gathered !== null &&
  decidedAt !== null &&
  (isDay(gathered) ? gathered > dayOf(decidedAt) : compareMoments(gathered, decidedAt) > 0);

/**
 * When an exhibit was gathered (行诉法35, 复议法46), which is what counts: a recording when it was made, though 制度36 gives two working days
 * to store it, anything else on the day that is stated of it (取得时间), else when it was stored.
 */
const gatheredAt = (exhibit: Exhibit): string =>
  isRecording(exhibit) && isMoment(exhibit.endAt) ? exhibit.endAt : exhibit.gatheredAt || exhibit.importedAt;

/** What a court reads beside what was gathered before the decision and stored after it: both days. */
function storedLater(exhibit: Exhibit, decidedAt: string | null): string[] {
  const gathered = gatheredAt(exhibit);
  if (gathered === exhibit.importedAt || !isAfter(exhibit.importedAt, decidedAt)) return [];
  const verb = isRecording(exhibit) ? '录制' : '取得';
  return [`${chineseDay(dayOf(gathered))}${verb}，${chineseDay(dayOf(exhibit.importedAt))}存入`];
}

function exhibitItem(
  { exhibit, part }: Extract<VolumeItem, { kind: 'exhibit' }>,
  follows: boolean,
  decidedAt: string | null,
): HandoverItem {
  return {
    key: `exhibit:${exhibit.id}`,
    group:
      exhibit.supplementId !== null
        ? '其他'
        : /主体|营业执照|身份证|法定代表人/.test(`${exhibit.title}${exhibit.proves}`)
          ? '主体'
          : '事实',
    seq: 0,
    title: exhibit.title,
    kind: exhibit.kind,
    source: exhibit.source,
    proves: exhibit.proves,
    originality: exhibit.originality,
    pages: null,
    paperId: null,
    exhibitId: exhibit.id,
    sha256: exhibit.sha256,
    internal: exhibit.supplementId !== null || part === '副卷',
    // What was added after filing says what became of the decision; it is chosen by itself.
    late: exhibit.supplementId === null && !follows && isAfter(gatheredAt(exhibit), decidedAt),
    remark:
      exhibit.supplementId !== null
        ? '补卷材料'
        : [...(isRecording(exhibit) ? ['原始音像文件，未转码'] : []), ...storedLater(exhibit, decidedAt)].join('；'),
  };
}
