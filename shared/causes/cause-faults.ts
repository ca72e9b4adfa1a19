import { chineseDay } from '../time/chinese-day.ts';
import { causeNamed, type Cause, suspectedName } from './cause.ts';
import type { Law } from './law.ts';
import { notYetOrNoMore, provisionFault, isInForce } from './provision.ts';

export interface CauseFault {
  /** Which part: `name`, `procedures`, `violated.0`. */
  path: string;
  /** Without a full stop. */
  sentence: string;
}

/** What a 案由 is judged beside. */
export interface CauseSurroundings {
  laws: readonly Law[];
  procedures: ReadonlyMap<string, unknown>;
  /** The other ones. */
  causes: readonly Cause[];
  /** The day from which cases go by it; left out, no day is asked for. */
  day?: string;
}

/** What is wrong with a 案由 that its schema cannot say: a name taken, a procedure there is not, a provision no law has. */
export function causeFaults(cause: Cause, { laws, procedures, causes, day }: CauseSurroundings): CauseFault[] {
  const others = causes.filter(({ id }) => id !== cause.id);
  const same = [suspectedName(cause), ...cause.also].find((name) => causeNamed(others, name) !== undefined);
  const unknown = cause.procedures.find((id) => !procedures.has(id));
  return [
    ...(same === undefined ? [] : [{ path: 'name', sentence: `案由“${same}”与别的案由同名` }]),
    ...(unknown === undefined ? [] : [{ path: 'procedures', sentence: `流程“${unknown}”不存在` }]),
    ...(['violated', 'penal'] as const).flatMap((part) =>
      cause[part].flatMap((provision, index) => {
        const sentence =
          provisionFault(provision, laws) ?? (day === undefined ? null : notYetOrNoMore(provision, laws, day));
        return sentence === null ? [] : [{ path: `${part}.${index}`, sentence }];
      }),
    ),
    ...(day === undefined || cause.violated.some((provision) => isInForce(provision, laws, day))
      ? []
      : [{ path: 'violated', sentence: `没有一条规定在${chineseDay(day)}施行，请补上这一天施行的规定` }]),
  ];
}
