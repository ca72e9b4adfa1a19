import type { CaseFile, Paper } from '../case-file.ts';
import { rowsOf } from '../procedure/paper-values.ts';
import { holds } from '../template/conditions.ts';
import { isAbout, isChosen, isFallback, occurrencesOf, type Occurrence } from './events.ts';
import { compareMoments, dayOf } from '../time/moments.ts';
import type { Charge, ChargeRule, PeriodRule } from './rule.ts';

type Principal = ChargeRule['principal'][number];

/** The amounts a field of the paper states, yuan; none where it is another kind of paper. */
function amountsIn(paper: Paper, { paper: templateId, field, column, when }: Principal): number[] {
  if (paper.templateId !== templateId) return [];
  const records = column === undefined ? [paper.values] : rowsOf(paper, field);
  const asked = records.filter(
    (record) => when === undefined || holds({ field: when.column ?? when.field, is: when.is }, record),
  );
  return asked.flatMap((record) => {
    const amount = record[column ?? field];
    return typeof amount === 'number' ? [amount] : [];
  });
}

/** What happened of each paper by the first of the events that found it; by a `fallback` only where no other did. */
function firstOfEach(file: CaseFile, events: ChargeRule['pausedFrom'], whose: string | null) {
  const ordered = [...events].toSorted((a, b) => Number(isFallback(a)) - Number(isFallback(b)));
  const found = new Map<string, { day: string; assumed: boolean }>();
  for (const event of ordered)
    for (const { subjectId, at: moment } of occurrencesOf(file, event).filter(isAbout(whose)))
      if (!found.has(subjectId)) found.set(subjectId, { day: dayOf(moment), assumed: isFallback(event) });
  return [...found.values()].toSorted((a, b) => compareMoments(a.day, b.day));
}

/** Spans from one of the beginning events to the next ending one. */
function pausesOf(file: CaseFile, { pausedFrom, pausedUntil }: ChargeRule, whose: string | null): Charge['pauses'] {
  const ends = firstOfEach(file, pausedUntil, whose).map(({ day }) => day);
  return firstOfEach(file, pausedFrom, whose).map(({ day, assumed }) => ({
    from: day,
    to: ends.find((end) => end >= day) ?? null,
    assumed,
  }));
}

/** What grows by the day from a start on; null where the rule charges nothing or the paper states no amount. */
export function chargeOf(file: CaseFile, { charge }: PeriodRule, { paper, partyId }: Occurrence): Charge | null {
  if (charge === undefined || paper === null) return null;
  const amounts = charge.principal.flatMap((principal) => amountsIn(paper, principal));
  if (amounts.length === 0) return null;
  const cents = amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
  return {
    kind: charge.kind,
    principal: cents / 100,
    countsFirstDay: charge.countsFirstDay === true,
    rates: charge.rates.map(({ before = null, perMyriad }) => ({ before, perMyriad })),
    capped: charge.capped === true || isChosen(file, charge.capped),
    pauses: pausesOf(file, charge, partyId),
  };
}
