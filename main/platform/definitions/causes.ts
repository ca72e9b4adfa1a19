import * as z from 'zod';
import { Cause } from '../../../shared/causes/cause.ts';
import { causeFaults } from '../../../shared/causes/cause-faults.ts';
import type { Law } from '../../../shared/causes/law.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import { conform, type Source } from './source.ts';

/** One file of resources/causes: the 案由 of a group, with what each of them asks and gathers besides its own. */
const CauseFile = z.strictObject({
  group: Cause.shape.group,
  opening: Cause.shape.questions,
  closing: Cause.shape.questions,
  evidence: Cause.shape.evidence,
  causes: z.array(Cause.omit({ group: true, version: true })).min(1),
});

interface Around {
  laws: readonly Law[];
  procedures: ReadonlyMap<string, Procedure>;
}

/** The 案由 of all files, checked against the table of laws and the procedures. */
export function readCauses(sources: readonly Source[], around: Around): Cause[] {
  const read: Cause[] = [];
  for (const source of sources) {
    const { group, opening, closing, evidence, causes } = conform(source, CauseFile);
    causes.forEach((own, index) => {
      const cause = Cause.parse({
        ...own,
        group,
        questions: own.questions.length === 0 ? [] : [...opening, ...own.questions, ...closing],
        evidence: [...evidence, ...own.evidence],
      });
      checkCause(source, cause, index, { ...around, before: read });
      read.push(cause);
    });
  }
  return read;
}

function checkCause(
  source: Source,
  cause: Cause,
  index: number,
  { laws, procedures, before }: Around & { before: readonly Cause[] },
): void {
  const path = ['causes', index];
  if (before.some(({ id }) => id === cause.id)) source.refuse([...path, 'id'], `案由“${cause.id}”写了两次`);
  // What the program ships cites no law the table does not know.
  for (const part of ['violated', 'penal'] as const) {
    const unknown = cause[part].findIndex(({ law }) => !laws.some(({ name }) => name === law));
    if (unknown >= 0) source.refuse([...path, part, unknown], `法律目录中没有“${cause[part][unknown]?.law ?? ''}”`);
  }
  const [fault] = causeFaults(cause, { laws, procedures, causes: before });
  if (fault !== undefined)
    source.refuse(
      [...path, ...fault.path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))],
      fault.sentence,
    );
}
