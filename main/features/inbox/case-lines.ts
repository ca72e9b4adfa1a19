import type { InboxPlace } from '../../../shared/contract/inbox.ts';
import type { NextAct, Outlook, ReturnedPaper, UnsignedPaper } from '../../../shared/inbox/next-act.ts';
import { SOON_WORKING_DAYS } from '../../../shared/inbox/order.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { isOverdue, watchedDate } from '../../../shared/periods/periods.ts';
import { type Calendar, workingDaysBetween } from '../../../shared/time/calendar.ts';
import { dayOf, daysBetween } from '../../../shared/time/moments.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { boundBy, type Line, lineOf } from './item.ts';
import { runningPeriods, type RunningPeriods } from '../cases/running-periods.ts';

/** Working days without an act after which a case counts as standing still (停滞). */
const STANDS_STILL_DAYS = 10;

interface OwnCase {
  /** Whose desk it is on: of the person logged in, or of who is away and whom they stand in for. */
  personId: string;
  id: string;
  number: string;
  causeName: string;
  createdAt: string;
  touchedAt: string;
  outlook: string;
}

/** What is the same for every line of one case. */
interface About {
  caseId: string;
  party: string;
  number: string;
  causeName: string;
}

interface Now {
  now: string;
  today: string;
  calendar: Calendar;
}

/** The lines of the cases on this person's desk: one for the next step of each, what came back or waits for signatures beside it, and what waits for others. */
export function caseLines(context: FeatureContext): { todo: Line[]; waiting: Line[]; cases: number } {
  const { personId, standsInFor } = context.operator;
  const cases = desksOf(context, [personId, ...standsInFor.map((away) => away.personId)]);
  const ids = cases.map(({ id }) => id);
  const titleOf = partyTitles(context.store, ids);
  const periodsOf = runningPeriods(context, ids);
  const at: Now = { now: nowOf(context), today: todayOf(context), calendar: context.editions.calendar() };
  const parts = cases.map((own) => {
    const about = { caseId: own.id, party: titleOf(own.id), number: own.number, causeName: own.causeName };
    const away = standsInFor.find((person) => person.personId === own.personId);
    return forAway(linesOfCase(own, about, periodsOf(own.id), at), away?.name);
  });
  return {
    todo: parts.flatMap(({ todo }) => todo),
    waiting: parts.flatMap(({ waiting }) => waiting),
    cases: cases.length,
  };
}

/** The running cases on these desks, the newest first; one that lies on several is that of the first of them. */
function desksOf({ store }: FeatureContext, personIds: readonly string[]): OwnCase[] {
  const rows = personIds.flatMap((personId) =>
    store.all<OwnCase>(
      `select mine.personId, id, number, causeName, case_record.createdAt, touchedAt, outlook from running_case mine
         join case_record on case_record.id = mine.caseId join case_outlook on case_outlook.caseId = mine.caseId
       where mine.personId = ? order by mine.createdAt desc`,
      personId,
    ),
  );
  return rows.filter((row, index) => rows.findIndex(({ id }) => id === row.id) === index);
}

type CaseLines = { todo: Line[]; waiting: Line[] };

/** Lines of somebody who is away say for whom they are done. */
function forAway({ todo, waiting }: CaseLines, name: string | undefined): CaseLines {
  if (name === undefined) return { todo, waiting };
  const marked = (lines: readonly Line[]): Line[] =>
    lines.map((line) => ({ ...line, title: `代${name}：${line.title}` }));
  return { todo: marked(todo), waiting: marked(waiting) };
}

function linesOfCase(own: OwnCase, about: About, periods: RunningPeriods, at: Now): CaseLines {
  // A case that was not judged yet is shown by its period; the page is told when it was.
  const outlook = own.outlook === '' ? null : (JSON.parse(own.outlook) as Outlook);
  const next = outlook?.next ?? null;
  const [nearest, ...further] = periods.binding;
  const beside = [
    ...(outlook?.returned ?? [])
      .filter(({ paperId }) => paperId !== next?.paperId)
      .map((each) => returned(each, about)),
    ...(outlook?.unsigned ?? [])
      .filter(({ paperId }) => paperId !== next?.paperId)
      .map((each) => unsigned(each, about)),
    ...further.filter((period) => isPressing(period, at)).map((period) => periodLine(period, about, at)),
  ];
  if (next !== null && next.act !== 'wait')
    return { todo: [nextLine(next, outlook, { own, about, periods, at }), ...beside], waiting: [] };
  if (next !== null) return { todo: beside, waiting: [waitingLine(next, about, nearest, at)] };
  if (nearest !== undefined) return { todo: [periodLine(nearest, about, at), ...beside], waiting: [] };
  const [awaited] = periods.others;
  if (awaited !== undefined) return { todo: beside, waiting: [awaitedLine(awaited, about, at)] };
  return { todo: [...beside, ...standing(own, about, at)], waiting: [] };
}

/** Overdue, or due so soon that it must not hide behind a nearer one. */
const isPressing = (period: Period, { now, today, calendar }: Now): boolean => {
  const due = dayOf(watchedDate(period) ?? now);
  return (
    isOverdue(period, now) || (workingDaysBetween(calendar, today, due) ?? daysBetween(today, due)) <= SOON_WORKING_DAYS
  );
};

const idleDays = ({ touchedAt }: Pick<OwnCase, 'touchedAt'>, { today, calendar }: Now): number =>
  workingDaysBetween(calendar, dayOf(touchedAt), today) ?? daysBetween(dayOf(touchedAt), today);

const verbs: Record<Exclude<NextAct['act'], 'wait'>, string> = {
  fill: '去填写',
  sign: '去登记签名',
  record: '去收录音录像',
  submit: '去送审',
  issue: '去出具',
  begin: '开始填写',
  choose: '去选文书',
  file: '去立卷',
};

const placeOf = ({ act, paperId, field, stepId, partyId }: NextAct, caseId: string): InboxPlace => {
  if (act === 'file') return { at: 'archive', caseId };
  if (paperId !== null) return { at: 'case', caseId, paper: paperId, ...(field === null ? {} : { field }) };
  const party = partyId === null ? {} : { party: partyId };
  return { at: 'case', caseId, step: stepId, ...(act === 'begin' ? { begin: true, ...party } : {}) };
};

function nextLine(
  next: NextAct,
  outlook: Outlook | null,
  { own, about, periods, at }: { own: OwnCase; about: About; periods: RunningPeriods; at: Now },
): Line {
  const [nearest] = periods.binding;
  const back = outlook?.returned.find(({ paperId }) => paperId === next.paperId);
  const idle = idleDays(own, at);
  const still = idle >= STANDS_STILL_DAYS;
  const kind = back !== undefined ? 'returned' : next.act === 'sign' ? 'signature' : still ? 'idle' : 'next';
  return lineOf({
    ...about,
    key: `case:${about.caseId}`,
    kind,
    title: back === undefined ? next.title : `${back.name}被退回`,
    verb: next.act === 'wait' ? '看案件' : verbs[next.act],
    go: placeOf(next, about.caseId),
    why: back === undefined ? (nearest?.note ?? periods.undated[0] ?? '') : reasonOf(back),
    lacks: next.lacks,
    paperId: next.paperId,
    chip: still ? `停了 ${idle} 天` : '',
    since: own.touchedAt,
    undated: back === undefined && next.act !== 'sign' ? 'later' : 'week',
    ...boundBy(nearest, at.now),
  });
}

/** 张丽 4月7日退回：补写事实的来源。 */
const reasonOf = ({ approval: { name, at, opinion, verdict } }: ReturnedPaper): string => {
  const day = dayOf(at);
  return `${name} ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${verdict === '不同意' ? '不同意' : '退回'}：${opinion}`;
};

const returned = (back: ReturnedPaper, about: About): Line =>
  lineOf({
    ...about,
    key: `paper:${back.paperId}`,
    kind: 'returned',
    title: `${back.name}被退回`,
    verb: '去修改',
    go: { at: 'case', caseId: about.caseId, paper: back.paperId },
    why: reasonOf(back),
    paperId: back.paperId,
    harm: 2,
    since: back.approval.at,
    undated: 'week',
  });

const unsigned = ({ paperId, name, lacks }: UnsignedPaper, about: About): Line =>
  lineOf({
    ...about,
    key: `paper:${paperId}`,
    kind: 'signature',
    title: `${name}缺签名`,
    verb: '去登记签名',
    go: { at: 'case', caseId: about.caseId, paper: paperId },
    lacks,
    paperId,
    harm: 2,
    undated: 'week',
  });

const periodKey = ({ ruleId, subjectId, partyId, caseId }: Period): string =>
  `period:${caseId}:${ruleId}:${subjectId}:${partyId ?? ''}`;

export const periodLine = (period: Period, about: About, { now }: Pick<Now, 'now'>): Line =>
  lineOf({
    ...about,
    key: periodKey(period),
    kind: 'period',
    title: period.name,
    verb: '打开案件',
    go: { at: 'case', caseId: about.caseId },
    why: period.note ?? '',
    ...boundBy(period, now),
  });

const waitingLine = (next: NextAct, about: About, nearest: Period | undefined, { now }: Now): Line =>
  lineOf({
    ...about,
    key: `case:${about.caseId}`,
    kind: 'approval',
    title: next.title,
    verb: '打开案件',
    go: { at: 'case', caseId: about.caseId, ...(next.paperId === null ? {} : { paper: next.paperId }) },
    paperId: next.paperId,
    ...boundBy(nearest, now),
  });

const awaitedLine = (period: Period, about: About, at: Now): Line => ({
  ...periodLine(period, about, at),
  title: period.kind === 'min' ? `等满：${period.name}` : `等${period.duty}：${period.name}`,
});

/** Nothing is asked of a case and nothing runs in it: told when it has stood like this for long. */
function standing(own: OwnCase, about: About, at: Now): Line[] {
  const idle = idleDays(own, at);
  if (own.outlook === '' || idle < STANDS_STILL_DAYS) return [];
  return [
    lineOf({
      ...about,
      key: `case:${about.caseId}`,
      kind: 'idle',
      title: '各步都已办完，还没有结案',
      verb: '打开案件',
      go: { at: 'case', caseId: about.caseId },
      chip: `停了 ${idle} 天`,
      since: own.touchedAt,
    }),
  ];
}
