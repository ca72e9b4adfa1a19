import { isRecording, papersOf, type CaseFile, type Exhibit, type Paper } from '../case-file.ts';
import { rowsOf } from '../procedure/paper-values.ts';
import { holds, type ValuesLike } from '../template/conditions.ts';
import type { FieldValue } from '../template/values.ts';
import { servicesOf } from '../procedure/service.ts';
import { compareMoments, dayOf, isDay, isMoment } from '../time/moments.ts';
import type { PeriodEvent, PeriodRule } from './rule.ts';
import { paperIds } from '../template/paper-ids.ts';

/** One happening of an event in a case. */
export interface Occurrence {
  /** The paper, exhibit or volume. */
  subjectId: string;
  /** Whom it happened to, where it concerns one party of the case. */
  partyId: string | null;
  /** The paper that happened to, when it is one. */
  paper: Paper | null;
  /** A day or moment. */
  at: string;
  /** A sentence for the clerk on why it counts from there. */
  why?: string | undefined;
}

type PaperEvent = Extract<PeriodEvent, { paper: string }>;
type Whens = NonNullable<PaperEvent['when']>;
type When = Exclude<Whens, unknown[]>;

const momentIn = (value: FieldValue | null | undefined): string[] => (isDay(value) || isMoment(value) ? [value] : []);

/** The records a condition asks: the rows of a field, or the paper itself. */
const recordsAsked = (paper: Paper, { field, column }: When): ValuesLike[] =>
  column === undefined ? [paper.values] : rowsOf(paper, field);

/** Whether all conditions of an event hold for a paper. */
export const counts = (paper: Paper, whens: Whens | undefined): boolean =>
  [whens ?? []].flat().every((when) => {
    const { field, column = field, is, not = false } = when;
    return recordsAsked(paper, when).some((record) => holds({ field: column, is }, record)) !== not;
  });

/** The days an event finds in a paper: of its issue, of a field, or the last one of a column. */
function momentsOf(paper: Paper, { field, column, before }: PaperEvent): string[] {
  if (before !== undefined)
    return momentsOf(paper, { paper: paper.templateId, field, column }).filter((moment) => dayOf(moment) < before);
  if (field === undefined) return momentIn(paper.issuedAt);
  if (column === undefined) return momentIn(paper.values[field]);
  return rowsOf(paper, field)
    .flatMap((row) => momentIn(row[column] as FieldValue | undefined))
    .toSorted(compareMoments)
    .slice(-1);
}

const occurrence =
  (paper: Paper) =>
  (moment: string): Occurrence => ({ subjectId: paper.id, partyId: paper.partyId, paper, at: moment });

/** When a paper was served; one of the whole case, on each party by itself. */
const serviceOf = (file: CaseFile, paper: Paper): Occurrence[] =>
  servicesOf(file, paper).map(({ partyId, day }) => ({ subjectId: paper.id, partyId, paper, at: day }));

/** Whether an occurrence is about this party: its own, or one of the whole case; anything is about the whole case (null). */
export const isAbout =
  (whose: string | null) =>
  ({ partyId }: Pick<Occurrence, 'partyId'>): boolean =>
    partyId === null || whose === null || partyId === whose;

const storedRecordings = (file: CaseFile): Exhibit[] =>
  file.exhibits.filter((exhibit) => isRecording(exhibit) && exhibit.withdrawnReason === null);

/** What takes the place of an event: any other (true), or those of these papers; undefined where it counts by itself. */
const fallbackOf = (event: PeriodEvent): true | readonly string[] | undefined =>
  'fallback' in event ? event.fallback : undefined;

/** Whether an event counts only where others have not happened. */
export const isFallback = (event: PeriodEvent): boolean => fallbackOf(event) !== undefined;

const replaces = (other: PeriodEvent, fallback: true | readonly string[]): boolean =>
  fallback === true || templatesOf(other).some((id) => fallback.includes(id));

/** Whether an event is known to the case at all, also where the law no longer lets it start the rule. */
const hasHappened = (file: CaseFile, event: PeriodEvent): boolean =>
  occurrencesOf(file, 'before' in event ? { ...event, before: undefined } : event).length > 0;

/**
 * What starts a rule by itself: of each subject only the first event found. A paper of the whole case that was served on several
 * parties starts the window of each, but our own duties only once, with the last of the services.
 */
export function startsOf(
  file: CaseFile,
  { start, provided, duty }: Pick<PeriodRule, 'start' | 'provided' | 'duty'>,
): Occurrence[] {
  if (provided !== undefined && !provided.some((event) => occurrencesOf(file, event).length > 0)) return [];
  const direct = start.filter((event) => !isFallback(event));
  const counted = start.filter((event) => {
    const fallback = fallbackOf(event);
    return fallback === undefined || !direct.some((other) => replaces(other, fallback) && hasHappened(file, other));
  });
  const all = counted.flatMap((event) => occurrencesOf(file, event));
  const firsts = all.filter(
    (candidate, index) =>
      all.findIndex((other) => other.subjectId === candidate.subjectId && other.partyId === candidate.partyId) ===
      index,
  );
  if (duty !== '本机关') return firsts;
  const lasts = new Map(firsts.toSorted((a, b) => compareMoments(a.at, b.at)).map((last) => [last.subjectId, last]));
  return firsts
    .filter((candidate) => lasts.get(candidate.subjectId) === candidate)
    .map((first) => ({ ...first, partyId: first.paper?.partyId ?? null }));
}

/** Whether 法规科 has chosen this way where the law is disputed. */
export const isChosen = ({ settings }: CaseFile, { setting, is }: NonNullable<PeriodRule['chosen']>): boolean =>
  settings[setting] === is;

/** Every happening of an event in the case; none for `endOf`, which lies in other periods and not in the papers. */
export function occurrencesOf(file: CaseFile, event: PeriodEvent): Occurrence[] {
  if ('paper' in event) {
    if (event.chosen !== undefined && !isChosen(file, event.chosen)) return [];
    const papers = papersOf(file, event.paper, event.drafts ?? false).filter((paper) => counts(paper, event.when));
    return papers.flatMap((paper) => momentsOf(paper, event).map(occurrence(paper)));
  }
  if ('serviceOf' in event) {
    const papers = papersOf(file, event.serviceOf).filter((paper) => counts(paper, event.when));
    return papers.flatMap((paper) => serviceOf(file, paper));
  }
  if ('recording' in event)
    return storedRecordings(file).flatMap((exhibit) =>
      momentIn(exhibit[event.recording]).map((moment) => ({
        subjectId: exhibit.id,
        partyId: null,
        paper: null,
        at: moment,
      })),
    );
  if ('volume' in event) {
    const asked = event.recordings === undefined || storedRecordings(file).length > 0;
    return file.volume && asked
      ? [{ subjectId: file.volume.id, partyId: null, paper: null, at: file.volume.filedAt }]
      : [];
  }
  return [];
}

/** The templates that an event asks for. */
const templatesOf = (event: PeriodEvent): string[] =>
  'paper' in event
    ? [event.paper]
    : 'serviceOf' in event
      ? [event.serviceOf, paperIds.serviceReceipt]
      : 'endOf' in event
        ? event.papers
        : [];

/** The templates of papers that count in other cases about the same decision too. */
export const templatesAcross = (rules: readonly PeriodRule[]): string[] => [
  ...new Set(
    rules
      .filter(({ across }) => across !== undefined)
      .flatMap(({ start, met, metWith, provided, charge, extension, notBefore }) =>
        [
          ...start,
          ...met,
          ...(metWith?.parts ?? []).flatMap(({ by }) => by),
          ...(provided ?? []),
          ...(charge ? [...charge.pausedFrom, ...charge.pausedUntil] : []),
          ...(extension?.papers ?? []),
          ...(notBefore?.papers ?? []),
        ].flatMap(templatesOf),
      ),
  ),
];

/** All single values of a paper, out of its lists and rows too. */
const allValuesOf = (paper: Paper): unknown[] =>
  Object.values(paper.values)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : [value]));

/** The papers of one template that another paper names by id or number (履行情况记录 → its decision). */
function namedBy(file: CaseFile, paper: Paper, templateId: string): string[] {
  const values = new Set(allValuesOf(paper));
  return papersOf(file, templateId)
    .filter((other) => values.has(other.id) || values.has(other.number ?? other.id))
    .map((other) => other.id);
}

/** Whether a paper is about the subject of a period: it names no other paper of that kind. */
function isAboutSubject(file: CaseFile, paper: Paper, subject: Paper): boolean {
  const named = namedBy(file, paper, subject.templateId);
  return named.length === 0 || named.includes(subject.id);
}

/** A start, or the later day before which the rule does not start for its paper and party. */
export function startedLater(file: CaseFile, rule: PeriodRule, start: Occurrence): Occurrence {
  const { papers, why } = rule.notBefore ?? { papers: [] };
  const last = papers
    .flatMap((event) => occurrencesOf(file, event))
    .filter(isAbout(start.partyId))
    .filter(({ paper }) => paper === null || start.paper === null || isAboutSubject(file, paper, start.paper))
    .map(({ at: moment }) => moment)
    .toSorted(compareMoments)
    .at(-1);
  return last !== undefined && dayOf(last) > dayOf(start.at) ? { ...start, at: last, why } : start;
}

/** The templates whose papers start a rule. */
const startingTemplates = (rule: PeriodRule): string[] =>
  rule.start.flatMap((event) => ('paper' in event ? [event.paper] : 'serviceOf' in event ? [event.serviceOf] : []));

/**
 * Whether an occurrence of an event that meets a rule concerns the subject of a period: the same recording; the very paper
 * that started it, where its kind starts the rule; else any paper that does not name another one of the subject's kind (two
 * decisions each wait for their own 履行情况记录). All concerns a period that a case has but once.
 * What happened to one party never meets the period of another.
 */
export function concerns(
  file: CaseFile,
  rule: PeriodRule,
  event: PeriodEvent,
  met: Occurrence,
  start: Occurrence,
): boolean {
  if (!start.paper || !met.paper) return met.subjectId === start.subjectId || met.subjectId === file.volume?.id;
  if (!isAbout(start.partyId)(met)) return false;
  if (rule.once || ('another' in event && event.another)) return true;
  if (startingTemplates(rule).includes(met.paper.templateId)) return met.paper.id === start.paper.id;
  return isAboutSubject(file, met.paper, start.paper);
}
