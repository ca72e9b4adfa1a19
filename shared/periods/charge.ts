import type { CaseFile, Paper } from '../case-file.ts';
import { rowsOf } from '../procedure/paper-values.ts';
import { holds } from '../template/conditions.ts';
import type { Suspension } from './deadlines.ts';
import { isAbout, occurrencesOf, type Occurrence } from './events.ts';
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

/** Spans from one of the beginning events to the next ending one. */
function pausesOf(file: CaseFile, { pausedFrom, pausedUntil }: ChargeRule, whose: string | null): Suspension[] {
  const days = (events: ChargeRule['pausedFrom']): string[] =>
    events
      .flatMap((event) => occurrencesOf(file, event))
      .filter(isAbout(whose))
      .map(({ at: moment }) => dayOf(moment))
      .toSorted(compareMoments);
  const ends = days(pausedUntil);
  return days(pausedFrom).map((from) => ({ from, to: ends.find((end) => end >= from) ?? null }));
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
    pauses: pausesOf(file, charge, partyId),
  };
}
