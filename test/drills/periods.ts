// 100 000 random courses of a case: what happens later never brings an end forward, nothing that was done becomes undone, and no two periods of
// one act contradict each other, except where the law says so.
import { caseFile, paper } from '../shared/periods/case.ts';
import { calendar, resources, rules } from '../shared/periods/data.ts';
import type { CaseFile, Paper } from '../../shared/case-file.ts';
import { periodsOf } from '../../shared/periods/periods.ts';
import type { Period, PeriodEvent, PeriodRule } from '../../shared/periods/rule.ts';
import { compareMoments, addDays, dayOf } from '../../shared/time/moments.ts';
import { openDefinitions } from '../../main/platform/definitions/compiled.ts';
import { fieldsOf, type Field } from '../../shared/template/template.ts';
import type { Drilled } from './drilled.ts';
import { randomOf } from './random.ts';

const RUNS = 100_000;
const FIRST = '2021-03-01';
/** The day all courses are looked at; the calendar is known up to its end. */
const TODAY = '2026-12-01';
const MOST_FAILURES = 20;

type Random = ReturnType<typeof randomOf>;

const { definitions } = openDefinitions(resources);

type Asked = Extract<PeriodEvent, { paper: string }>;
const eventsOf = ({ start, met, metWith, notBefore, extension, suspension, charge }: PeriodRule): PeriodEvent[] => [
  ...start,
  ...met,
  ...(metWith?.parts ?? []).flatMap(({ by }) => by),
  ...(notBefore?.papers ?? []),
  ...(extension?.papers ?? []),
  ...(suspension?.papers ?? []).flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  ...(charge ? [...charge.pausedFrom, ...charge.pausedUntil] : []),
];
const events = rules.flatMap(eventsOf);
/** The papers that start, meet, stop or prolong a period, with the events that read them. */
const read = Map.groupBy(
  events.flatMap((event): Asked[] => {
    if ('paper' in event) return [event];
    return 'serviceOf' in event ? [{ paper: event.serviceOf, when: event.when }] : [];
  }),
  (event) => event.paper,
);
const served = new Set(events.flatMap((event) => ('serviceOf' in event ? [event.serviceOf] : [])));
const kinds = [...read.keys()];
const procedures = [...definitions.procedures.keys()];

/** Fields that say what is to come; all others say what has happened when the paper is written. */
const AHEAD = new Set(['correctBy', 'hearingAt', 'validTo', 'newDeadline', 'decideBy']);

function valueOf(
  field: Field,
  day: string,
  random: Random,
  said: readonly (string | boolean)[],
): Paper['values'][string] {
  if (field.type === 'date') return AHEAD.has(field.key) ? addDays(day, 5 + random(60)) : day;
  if (field.type === 'dateTime') return `${AHEAD.has(field.key) ? addDays(day, 5 + random(60)) : day}T10:00`;
  if (field.type === 'flag') return random(2) === 0;
  if (field.type === 'money') return 1000 + random(9000);
  if (field.type === 'number') return 1 + random(20);
  const choices = field.choices ?? said.filter((value) => typeof value === 'string');
  if (choices.length === 0) return '';
  const choice = choices[random(choices.length)] ?? '';
  return field.type === 'choices' ? [choice] : choice;
}

/** A paper of a kind issued on a day, with whatever the rules read in it filled in at random. */
function happened(templateId: string, day: string, random: Random): Paper {
  const asked = read.get(templateId) ?? [];
  const template = definitions.templates.get(templateId);
  const whens = asked.flatMap(({ when }) => [when ?? []].flat());
  const keys = new Set([...asked.flatMap(({ field }) => field ?? []), ...whens.map(({ field }) => field), 'arrears']);
  const values: Paper['values'] = Object.fromEntries(
    (template === undefined ? [] : fieldsOf(template))
      .filter(({ key, type }) => keys.has(key) && type !== 'rows')
      .map((field) => [
        field.key,
        valueOf(
          field,
          day,
          random,
          whens.filter((when) => when.field === field.key).flatMap(({ is }) => is),
        ),
      ]),
  );
  if (whens.some(({ field }) => field === 'penalties'))
    values['penalties'] = [{ kind: random(2) === 0 ? '罚款' : '警告', amount: 1000 + random(9000) }];
  return paper(templateId, `${day}T10:00:00+08:00`, values, { number: `${templateId}${day}` });
}

const receiptOf = (document: Paper, day: string): Paper =>
  paper('J40', `${day}T10:00:00+08:00`, { mode: '直接', servedAt: day, documents: [document.id] });

const papersOfRule = rules.map((rule) => [
  ...new Set(
    eventsOf(rule).flatMap((event) =>
      'paper' in event ? [event.paper] : 'serviceOf' in event ? [event.serviceOf] : [],
    ),
  ),
]);

/** Papers of a case in the order they happened, one kind once, each decision served at times: most of one rule, so that they meet, and some others. */
function courseOf(random: Random): Paper[] {
  const theme = papersOfRule[random(papersOfRule.length)] ?? [];
  const others = Array.from({ length: random(4) }, () => kinds[random(kinds.length)] ?? '');
  const shuffled = [...theme.filter(() => random(10) < 7), ...others]
    .map((templateId) => ({ templateId, place: random(1000) }))
    .toSorted((a, b) => a.place - b.place);
  const chosen = new Set(shuffled.map(({ templateId }) => templateId));
  let day = addDays(FIRST, random(1500));
  return [...chosen].flatMap((templateId) => {
    day = addDays(day, random(40));
    const made = happened(templateId, day, random);
    if (!served.has(templateId) || random(4) === 0) return [made];
    day = addDays(day, random(10));
    return [made, receiptOf(made, day)];
  });
}

const keyOf = ({ ruleId, subjectId, partyId, note }: Period): string =>
  // One paper may open the fifteen days to sue twice: by what it says, and by the end of the time to decide.
  [ruleId, subjectId, partyId, ruleId === 'F15R' ? (note ?? '') : ''].join(' ');

/** Two answers to one question: of these only one may be there for one paper. */
const exclusive = [
  ['X20', 'XR20', 'XR20d', 'XM3', 'X10C'],
  ['X30', 'X60'],
  ['Q3J', 'Q2J'],
  ['FR10', 'FR5'],
  ['FD60', 'FD30'],
  ['PUB7', 'PUB20'],
];

/** Where the law lets an end come earlier: a statement of the same day is put right by a later paper, of all starts only the newest counts. */
/** Where a better statement of the same event, or of the window a period follows, takes the place of what started it: of these papers, or of any. */
const replacedBy = new Map(
  rules.map(({ id, start }): [string, true | string[]] => {
    const fallbacks = start.flatMap((event): (true | string[])[] =>
      'fallback' in event && event.fallback !== undefined ? [event.fallback] : [],
    );
    const byAny = fallbacks.includes(true) || start.some((event) => 'endOf' in event);
    return [id, byAny || fallbacks.flatMap((by) => (by === true ? [] : by))];
  }),
);
const isReplaced = (ruleId: string, papers: readonly Paper[]): boolean => {
  const by = replacedBy.get(ruleId);
  return by === true || (by?.some((id) => papers.some(({ templateId }) => templateId === id)) ?? false);
};

const restated = new Set(rules.filter(({ once }) => once).map(({ id }) => id));

/** What contradicts itself in the periods of one case. */
function contradictions(periods: readonly Period[]): string[] {
  const faults: string[] = [];
  const keys = new Set<string>();
  for (const period of periods) {
    const { ruleId, from, statutory, due, kind, subjectId } = period;
    if (keys.has(keyOf(period))) faults.push(`${ruleId} twice for one paper`);
    keys.add(keyOf(period));
    if (statutory !== null && due !== null && compareMoments(due, statutory) < 0) faults.push(`${ruleId} rolls back`);
    if (statutory !== null && kind !== 'before' && compareMoments(statutory, from) < 0)
      faults.push(`${ruleId} ends before it begins`);
    if (statutory !== null && kind === 'before' && dayOf(statutory) > dayOf(from))
      faults.push(`${ruleId} ends after what it precedes`);
    if (
      ruleId === 'Q3M' &&
      !periods.some(
        (other) =>
          ['F6M', 'F60', 'F15R'].includes(other.ruleId) &&
          other.subjectId === subjectId &&
          (other.due ?? '9') <= dayOf(from),
      )
    )
      faults.push('Q3M before any window is over');
  }
  for (const set of exclusive) {
    const subjects = periods.filter(({ ruleId }) => set.includes(ruleId)).map(({ subjectId }) => subjectId);
    if (new Set(subjects).size < subjects.length) faults.push(`more than one of ${set.join(', ')}`);
  }
  return faults;
}

/** What a later event took away from what was known before it. */
function takenBack(before: readonly Period[], after: readonly Period[], papers: readonly Paper[]): string[] {
  const now = new Map(after.map((period) => [keyOf(period), period]));
  return before.flatMap((period) => {
    const later = now.get(keyOf(period));
    if (restated.has(period.ruleId)) return [];
    if (later === undefined) return isReplaced(period.ruleId, papers) ? [] : [`${period.ruleId} is gone`];
    const sooner =
      period.due !== null && later.due !== null && compareMoments(later.due, period.due) < 0
        ? [`${period.ruleId} ends on ${later.due} instead of ${period.due}`]
        : [];
    const undone = period.metAt !== null && later.metAt === null ? [`${period.ruleId} is open again`] : [];
    return [...sooner, ...undone];
  });
}

/** Ends that a later event moved, so that the figure shows there was something to compare. */
const moved = (before: readonly Period[], after: readonly Period[]): number => {
  const now = new Map(after.map((period) => [keyOf(period), period]));
  return before.filter((period) => (now.get(keyOf(period))?.due ?? period.due) !== period.due).length;
};

/** Lives through a course, one paper after the other. */
function live(random: Random, count: (periods: number, moved: number) => void): string[] {
  const course = courseOf(random);
  const procedure = procedures[random(procedures.length)] ?? '';
  const base = emptyCase;
  let before: Period[] = [];
  const faults: string[] = [];
  for (let length = 1; length <= course.length; length += 1) {
    const file: CaseFile = { ...base, case: { ...base.case, procedure }, papers: course.slice(0, length) };
    const periods = periodsOf(file, rules, calendar);
    count(periods.length, moved(before, periods));
    const found = [...contradictions(periods), ...takenBack(before, periods, file.papers)];
    faults.push(
      ...found.map(
        (fault) =>
          `${fault}: ${procedure}, ${course
            .slice(0, length)
            .map(({ templateId, issuedAt }) => `${templateId} ${dayOf(issuedAt ?? '')}`)
            .join(', ')}`,
      ),
    );
    before = periods;
  }
  return faults;
}

const emptyCase = caseFile(TODAY);

/** Bounded by its number of courses; the same ones each time. */
export async function drillPeriods(runs = RUNS): Promise<Drilled> {
  const random = randomOf(20_261_201);
  const failures: string[] = [];
  let [steps, periods, ends] = [0, 0, 0];
  for (let run = 0; run < runs && failures.length < MOST_FAILURES; run += 1)
    failures.push(
      ...live(random, (found, changed) => {
        steps += 1;
        periods += found;
        ends += changed;
      }),
    );
  return { counts: { courses: runs, steps, periods, moved: ends }, failures };
}
