import type { Absence, Officer } from '../../../shared/case-file.ts';
import { faultOfAbsence, whyNotEnterAbsence } from '../../../shared/procedure/absence.ts';
import { invalidField, notFound } from '../../platform/refusal-error.ts';
import { absenceTable, personTable } from '../../platform/store/tables/staff.ts';
import { emitChanged, type OfficeContext, todayOf } from '../context.ts';
import { listPeople } from './people-list.ts';

/** Enters that somebody is away (请假) and who stands in; null: they are back (销假). */
export async function setAbsence(
  context: OfficeContext,
  { personId, absence }: { personId: string; absence: Absence | null },
): Promise<Officer> {
  const people = listPeople(context.store);
  const person = people.find((each) => each.personId === personId);
  if (person === undefined) throw notFound('person');
  const notMine = whyNotEnterAbsence(context.operator, person);
  if (notMine !== null) throw invalidField('personId', '请假', notMine, 42);
  const fault = absence === null ? null : faultOfAbsence(absence, person, people, todayOf(context));
  if (fault !== null) throw invalidField('absence', '请假', fault, 13);
  const after: Officer = { ...person, absence: absence ?? undefined };
  await context.store.unit.run(async (tx) => {
    if (absence === null) await tx.delete(absenceTable, { personId });
    else {
      const { from: absentFrom, to: absentTo, standInId } = absence;
      await tx.upsert(absenceTable, { personId, absentFrom, absentTo, standInId }, ['personId']);
    }
    // Whoever is named somewhere is read anew (`peopleEdition`).
    await tx.increment(personTable, { id: personId }, 'version', 1);
    context.audit.append({
      verb: absence === null ? '销假' : '登记请假',
      what: person.name,
      subjectId: personId,
      detail: { before: saidOf(person, people), after: saidOf(after, people) },
    });
  });
  emitChanged(context, ['staff', 'cases']);
  return after;
}

/** An absence in words, as the record has it. */
const saidOf = ({ absence }: { absence?: Absence | undefined }, people: readonly Officer[]) => ({
  absentFrom: absence?.from ?? '',
  absentTo: absence?.to ?? '',
  standIn: people.find(({ personId }) => personId === absence?.standInId)?.name ?? '',
});
