import { setImmediate as nextTurn } from 'node:timers/promises';
import { outlookOf } from '../../../shared/inbox/next-act.ts';
import { type FeatureContext, emitChanged, todayOf } from '../context.ts';
import { createTurns } from '../../platform/turns.ts';
import type { Condition } from '../staff/access.ts';
import { peopleEdition } from '../staff/people-list.ts';
import { procedureOf, templatesOf } from './case-definitions.ts';
import { readWholeCase } from './case-file.ts';

/** Of the cases whose outlook is old so many are judged before the answer; the others behind it. */
const JUDGED_FIRST = 12;
/** How long one unit of work judges cases before it lets others in. */
const SLICE_MS = 8;

/** Which running cases a list is about: what to read `case_record` from and a condition on it, with the named parameters they use. */
export interface Which {
  from: string;
  where: string;
  params: object;
}

export const openableCases = ({ sql, params }: Condition): Which => ({
  from: 'case_record indexed by case_state',
  where: `state in ('source', 'open') and ${sql}`,
  params,
});

/** The cases on the desk of one person (`running_case`). */
export const casesOf = (personId: string): Which => ({
  from: 'running_case mine cross join case_record on case_record.id = mine.caseId',
  where: 'mine.personId = @personId',
  params: { personId },
});

/**
 * Keeps the next step of running cases as it is today (`case_outlook`): triggers mark what a change made old, and a new day makes all of
 * them old. Judging goes in slices, so that nothing else waits for it.
 */
export interface Outlooks {
  /** Judges what is old among these cases: when it resolves at least what was changed last is fresh, and the page is told when the rest is. */
  refresh: (which: Which) => Promise<void>;
  /** Lets nothing be judged any more; resolves when the slice under way has ended. */
  close: () => Promise<void>;
}

export function createOutlooks(context: FeatureContext): Outlooks {
  const stop = new AbortController();
  // One that failed, on a full disk say, keeps none of the later ones.
  const behind = createTurns();
  return {
    refresh: async (which) => {
      const old = oldAmong(context, which);
      await judgeAll(context, old.slice(0, JUDGED_FIRST), stop.signal);
      const rest = old.slice(JUDGED_FIRST);
      if (rest.length === 0) return;
      const judging = behind(async () => {
        // Another list may have asked for the same ones meanwhile.
        const still = new Set(oldAmong(context, which));
        const left = rest.filter((caseId) => still.has(caseId));
        await judgeAll(context, left, stop.signal);
        if (left.length > 0 && !stop.signal.aborted) emitChanged(context, ['cases']);
      });
      judging.catch((error: unknown) => void context.report(error, 'process', 'outlooks'));
    },
    close: async () => {
      stop.abort();
      await behind(async () => undefined);
    },
  };
}

/** Who has to give an opinion is told by name: a change of the people makes all old, as another day does. */
const judgingDay = (context: FeatureContext): string => `${todayOf(context)} ${peopleEdition(context.office.store)}`;

/** What was changed comes before what is only of another day. */
const oldAmong = (context: FeatureContext, { from, where, params }: Which): string[] =>
  context.store
    .all<{ caseId: string }>(
      `select case_outlook.caseId from ${from} cross join case_outlook on case_outlook.caseId = case_record.id
       where judgedOn <> @judgedOn and ${where} order by judgedOn`,
      { judgedOn: judgingDay(context), ...params },
    )
    .map(({ caseId }) => caseId);

async function judgeAll(context: FeatureContext, caseIds: readonly string[], signal: AbortSignal): Promise<void> {
  let index = 0;
  while (index < caseIds.length && !signal.aborted) {
    // Read and written in one unit of work, or a change in between would be marked as judged.
    await context.store.unit.run(async () => {
      const until = performance.now() + SLICE_MS;
      do judge(context, caseIds[index++] ?? '');
      while (index < caseIds.length && performance.now() < until);
    });
    await nextTurn();
  }
}

function judge(context: FeatureContext, caseId: string): void {
  const file = readWholeCase(context, caseId);
  const { stage, ...outlook } = outlookOf({
    file,
    procedure: procedureOf(context, file),
    templates: templatesOf(context, file),
  });
  context.store.run(
    'update case_outlook set judgedOn = ?, stage = ?, outlook = ? where caseId = ?',
    judgingDay(context),
    stage,
    JSON.stringify(outlook),
    caseId,
  );
}
