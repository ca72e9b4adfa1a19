import type { CaseFile } from '../case-file.ts';
import type { Calendar } from '../time/calendar.ts';
import { papersConcerning, standingOf } from '../procedure/parties.ts';
import { chargeOf } from './charge.ts';
import { deadlineFor, lawAt, type Extension, type Suspension } from './deadlines.ts';
import { concerns, counts, isChosen, occurrencesOf, startedLater, startsOf, type Occurrence } from './events.ts';
import { retentionRuleOf } from './retention.ts';
import { changesByPapers } from './paper-changes.ts';
import { compareMoments, dayOf, isDay, momentOf } from '../time/moments.ts';
import type { Period, PeriodEvent, PeriodRule } from './rule.ts';
import { chargeWords } from './surcharges.ts';

/** A period with what started it, and whether its last day passed before it was met. */
interface Tracked {
  period: Period;
  start: Occurrence;
  passed: boolean;
}

/** Whether a rule counts in cases of this procedure. */
export const appliesIn = (rule: PeriodRule, procedure: string): boolean =>
  rule.procedures === undefined || rule.procedures.some((id) => id === procedure || procedure.startsWith(`${id}.`));

/** Whether a rule counts in a case: in its procedure, and by what 法规科 has chosen. */
const isInForce = (rule: PeriodRule, file: CaseFile): boolean =>
  appliesIn(rule, file.case.procedure) && (rule.chosen === undefined || isChosen(file, rule.chosen));

/** The approved changes of one rule in this case. */
function changesOf(file: CaseFile, ruleId: string): { extensions: Extension[]; suspensions: Suspension[] } {
  const changes = file.periodChanges.filter((change) => change.ruleId === ruleId);
  const extensions = changes
    .filter((change) => change.kind === 'extension')
    .flatMap(({ n, to }): Extension[] => {
      if (n !== null) return [{ n }];
      return to === null ? [] : [{ to: dayOf(to) }];
    });
  const suspensions = changes.flatMap(({ kind, from, to }): Suspension[] =>
    kind === 'suspension' && from !== null ? [{ from: dayOf(from), to: to === null ? null : dayOf(to) }] : [],
  );
  return { extensions, suspensions };
}

/** What met a period: the first of its events from its start on, else the last one before it (paid before the time to pay began). */
function firstSince(start: Occurrence, met: readonly Occurrence[]): string | null {
  const moments = met.map((occurrence) => occurrence.at).toSorted(compareMoments);
  return moments.find((moment) => dayOf(moment) >= dayOf(start.at)) ?? moments.at(-1) ?? null;
}

/** What met a period: for one of the whole case, what met it for the last of its parties. */
function metAt(file: CaseFile, start: Occurrence, met: readonly Occurrence[]): string | null {
  if (start.partyId !== null || file.parties.length < 2) return firstSince(start, met);
  const each = file.parties.map((party) =>
    firstSince(
      start,
      met.filter(({ partyId }) => partyId === null || partyId === party.householdId),
    ),
  );
  return each.includes(null)
    ? null
    : (each
        .flatMap((moment) => moment ?? [])
        .toSorted(compareMoments)
        .at(-1) ?? null);
}

/** What has happened in a case, by the event; found once for all the starts of a rule. */
type Happened = ReadonlyMap<PeriodEvent, readonly Occurrence[]>;

interface Done {
  at: string | null;
  /** What is missing while a part of it is done, for the clerk. */
  note: string | null;
}

/** What met a period: its event, and where the law asks for more than one thing (答复 and 证据, 依据) the last of them all. */
function whatMet(file: CaseFile, rule: PeriodRule, start: Occurrence, happened: Happened): Done {
  const doneBy = (events: readonly PeriodEvent[]): string | null =>
    metAt(
      file,
      start,
      events.flatMap((event) =>
        (happened.get(event) ?? []).filter((occurrence) => concerns(file, rule, event, occurrence, start)),
      ),
    );
  const first = doneBy(rule.met);
  if (rule.metWith === undefined) return { at: first, note: null };
  const parts = rule.metWith.parts.map(({ what, by }) => ({ what, at: doneBy(by) }));
  const open = parts.filter(({ at }) => at === null).map(({ what }) => what);
  if (first === null || open.length > 0)
    return { at: null, note: first === null ? null : `还没有提交${open.join('、')}，不算完成：${rule.metWith.why}` };
  return { at: [first, ...parts.flatMap(({ at }) => at ?? [])].toSorted(compareMoments).at(-1) ?? null, note: null };
}

/** Days for periods in days, moments on the office's clock for periods in hours. */
const inUnit = (rule: PeriodRule, moment: string): string =>
  rule.unit === 'H' && !isDay(moment) ? momentOf(moment) : dayOf(moment);

/** The periods of one rule, one for each start. */
function track(file: CaseFile, rule: PeriodRule, calendar: Calendar, starts: readonly Occurrence[]): Tracked[] {
  const lawful = (rule.once ? starts.slice(0, 1) : starts).filter((start) => lawAt(rule, dayOf(start.at)) !== null);
  if (lawful.length === 0) return [];
  const ends = [...rule.met, ...(rule.metWith?.parts ?? []).flatMap(({ by }) => by)];
  const happened = new Map(ends.map((event) => [event, occurrencesOf(file, event)]));
  const entered = changesOf(file, rule.id);
  const told = rule.tells !== undefined && isChosen(file, rule.tells) ? rule.tells.say : null;
  return lawful.map((start) => {
    const papers = changesByPapers(file, rule, calendar, start.partyId);
    const changes = {
      extensions: [...entered.extensions, ...papers.extensions],
      suspensions: [...entered.suspensions, ...papers.suspensions],
    };
    const deadline = deadlineFor({ rule: retentionRuleOf(rule, file), from: start.at, calendar, ...changes });
    const done = whatMet(file, rule, start, happened);
    const running: Period = {
      ruleId: rule.id,
      name: rule.name,
      caseId: file.case.id,
      subjectId: start.subjectId,
      partyId: start.partyId,
      from: inUnit(rule, start.at),
      statutory: deadline.statutory,
      due: deadline.due,
      unit: deadline.unit,
      kind: rule.kind,
      harm: rule.harm,
      duty: rule.duty,
      basis: deadline.basis,
      article: rule.article ?? null,
      metAt: done.at === null ? null : inUnit(rule, done.at),
      lapses: rule.lapses || rule.kind === 'min',
      charge: chargeOf(file, rule, start),
      note:
        [start.why ?? null, deadline.note, ...papers.notes, done.note, told].filter((note) => note !== null).join('') ||
        null,
    };
    const grown = chargeWords(running, file.today);
    const period = { ...running, note: grown === null ? running.note : `${grown}${told ?? ''}` };
    const lapsed = done.at === null && isOver(period, file.today);
    return {
      period: lapsed ? { ...period, metAt: period.due } : period,
      start,
      passed: lapsed || isOverdue(period, file.today) || wasMetLate(period),
    };
  });
}

/** The ends of periods that passed in this case, as starts of those that follow on them. */
function endsOf(file: CaseFile, event: PeriodEvent, tracked: readonly Tracked[]): Occurrence[] {
  if (!('endOf' in event)) return [];
  if (event.beside !== undefined && occurrencesOf(file, event.beside).length === 0) return [];
  return tracked.flatMap(({ period, start, passed }) => {
    const follows =
      passed &&
      period.ruleId === event.endOf &&
      start.paper !== null &&
      event.papers.includes(start.paper.templateId) &&
      counts(start.paper, event.when) &&
      (event.since === undefined || dayOf(period.from) >= event.since);
    return follows && period.due !== null ? [{ ...start, at: period.due, why: event.why }] : [];
  });
}

/** The case with the papers of the cases about the same decision among its own, but for those of people who are no party here. */
const withLinked = (file: CaseFile): CaseFile =>
  file.linked.length === 0
    ? file
    : { ...file, papers: [...file.linked.flatMap((linked) => papersConcerning(file, linked)), ...file.papers] };

/** Papers of cases this one follows or stands beside: what they start is counted there, unless the rule says `both`. */
const papersElsewhere = (file: CaseFile): ReadonlySet<string> =>
  new Set(file.linked.filter(({ stands }) => stands !== 'later').flatMap(({ papers }) => papers.map(({ id }) => id)));

/**
 * Every period of a case, running or met, one for each paper, recording or service (on each party) that starts it. Pure: the same file,
 * rules and calendar give the same periods. A rule the law did not know yet on its trigger day gives none.
 */
export function periodsOf(given: CaseFile, rules: readonly PeriodRule[], calendar: Calendar): Period[] {
  const file = standingOf(given);
  const whole = withLinked(file);
  const seenBy = (rule: PeriodRule): CaseFile => (rule.across === undefined ? file : whole);
  const inForce = rules.filter((rule) => isInForce(rule, file));
  const direct = inForce.flatMap((rule) => track(seenBy(rule), rule, calendar, startsOf(seenBy(rule), rule)));
  const following = inForce.flatMap((rule) =>
    track(
      seenBy(rule),
      rule,
      calendar,
      rule.start
        .flatMap((event) => endsOf(seenBy(rule), event, direct))
        .map((start) => startedLater(seenBy(rule), rule, start)),
    ),
  );
  const elsewhere = papersElsewhere(file);
  const both = new Set(inForce.filter((rule) => rule.across === 'both').map(({ id }) => id));
  return [...direct, ...following].flatMap(({ period }) =>
    elsewhere.has(period.subjectId) && !both.has(period.ruleId) ? [] : [period],
  );
}

/**
 * The date to look at: our own duties are watched by the earlier, raw date, while nobody else is called late before the
 * later, rolled one has passed. What grows by the day is looked at from its first day on. Null while no such date is known.
 */
export const watchedDate = (period: Period): string | null => {
  if (period.kind === 'accrual') return dayOf(period.from);
  return period.duty === '本机关' ? period.statutory : period.due;
};

/** Whether a day or moment lies after an end; a day ends at 24:00 (民法典203). */
const isAfter = (moment: string, end: string): boolean =>
  isDay(end) ? dayOf(moment) > end : compareMoments(moment, end) > 0;

/** The last day of an unmet period while it is still to come on `day`: once it is over, time alone has changed the case. */
export const lapsesAt = ({ metAt: met, due }: Period, day: string): string | null =>
  met === null && due !== null && !isAfter(day, due) ? due : null;

/** Whether nothing is open any more on the given day or moment: the period was met, or has run out by itself since it was stored. */
export const isOver = (period: Period, moment: string): boolean =>
  period.metAt !== null || (period.lapses && period.due !== null && isAfter(moment, period.due));

/**
 * Whether an unmet period has passed its lawful end on the given day or moment. What ends by itself cannot be overdue;
 * without a rolled date only our own duty can be.
 */
export function isOverdue(period: Period, moment: string): boolean {
  const end = period.kind === 'accrual' ? null : (period.due ?? watchedDate(period));
  return period.metAt === null && !period.lapses && end !== null && isAfter(moment, end);
}

/** Whether a period was met, but after its lawful end. */
export const wasMetLate = (period: Pick<Period, 'metAt' | 'lapses' | 'due'>): boolean =>
  period.metAt !== null && !period.lapses && period.due !== null && isAfter(period.metAt, period.due);
