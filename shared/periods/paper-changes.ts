import type { CaseFile } from '../case-file.ts';
import { addWorkingDays, type Calendar } from '../time/calendar.ts';
import type { Extension, Suspension } from './deadlines.ts';
import { isAbout, occurrencesOf, type Occurrence } from './events.ts';
import { compareMoments, dayOf } from '../time/moments.ts';
import type { PeriodRule } from './rule.ts';

type Pause = NonNullable<PeriodRule['suspension']>['papers'][number];

interface PaperChanges {
  extensions: Extension[];
  suspensions: Suspension[];
  notes: string[];
}

const nameOf = ({ paper }: Occurrence): string => `《${paper?.name ?? ''}》${paper?.number ?? ''}`;

/** The day a pause ends: that of the first paper after its start that ends one, or when its working days are over. Null while it lasts. */
function endOf(file: CaseFile, pause: Pause, start: Occurrence, calendar: Calendar): string | null {
  if (pause.to !== undefined) {
    const ends = occurrencesOf(file, pause.to)
      .map(({ at: moment }) => moment)
      .toSorted(compareMoments);
    const end = ends.find((moment) => compareMoments(moment, start.at) >= 0);
    return end === undefined ? null : dayOf(end);
  }
  const days = start.paper?.values[pause.workingDays ?? ''];
  const end = typeof days === 'number' ? addWorkingDays(calendar, dayOf(start.at), days) : undefined;
  return end !== undefined && 'day' in end ? end.day : null;
}

/** What issued papers change of a period (of one party, or of the whole case) by themselves (工伤认定中止通知书, 延长审查期限审批表), each told in a sentence. */
export function changesByPapers(
  file: CaseFile,
  rule: PeriodRule,
  calendar: Calendar,
  whose: string | null,
): PaperChanges {
  const longer = (rule.extension?.papers ?? []).flatMap((event) => occurrencesOf(file, event)).filter(isAbout(whose));
  const pauses = (rule.suspension?.papers ?? []).flatMap((pause) =>
    occurrencesOf(file, pause.from)
      .filter(isAbout(whose))
      .map((start) => ({ start, from: dayOf(start.at), to: endOf(file, pause, start, calendar) })),
  );
  return {
    extensions: longer.map(({ at: moment }) => ({ to: dayOf(moment) })),
    suspensions: pauses.map(({ from, to }) => ({ from, to })),
    notes: [
      ...longer.map((occurrence) => `${nameOf(occurrence)}延长至${dayOf(occurrence.at)}。`),
      ...pauses.map(
        ({ start, from, to }) => `${nameOf(start)}自${from}起${to === null ? '中止，尚未恢复' : `至${to}不计入期限`}。`,
      ),
    ],
  };
}
