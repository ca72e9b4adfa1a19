import { causeNamed, type Cause, suspectedName } from './cause.ts';
import type { Law } from './law.ts';
import { provisionFault } from './provision.ts';

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
}

/** What is wrong with a 案由 that its schema cannot say: a name taken, a procedure there is not, a provision no law has. */
export function causeFaults(cause: Cause, { laws, procedures, causes }: CauseSurroundings): CauseFault[] {
  const others = causes.filter(({ id }) => id !== cause.id);
  const same = [suspectedName(cause), ...cause.also].find((name) => causeNamed(others, name) !== undefined);
  const unknown = cause.procedures.find((id) => !procedures.has(id));
  return [
    ...(same === undefined ? [] : [{ path: 'name', sentence: `案由“${same}”与别的案由同名` }]),
    ...(unknown === undefined ? [] : [{ path: 'procedures', sentence: `流程“${unknown}”不存在` }]),
    ...(['violated', 'penal'] as const).flatMap((part) =>
      cause[part].flatMap((provision, index) => {
        const sentence = provisionFault(provision, laws);
        return sentence === null ? [] : [{ path: `${part}.${index}`, sentence }];
      }),
    ),
  ];
}
