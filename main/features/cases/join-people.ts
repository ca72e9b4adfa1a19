import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import { casePersonTable, caseWorkerTable } from '../../platform/store/tables/people.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { inCents } from './case-workers.ts';

/** Who somebody is, as far as a list tells. */
const keyOf = ({ name, idNumber }: { name: string; idNumber: string }): string => `${name} ${idNumber}`;

/**
 * 本案人员 and 劳动者名单 of a case that is joined go on in the one that stands: both lists are worked on, so whoever is not on them yet is
 * entered there too. Answers the names.
 */
export async function takeOverPeople(
  context: FeatureContext,
  tx: EntityManager,
  into: CaseFile,
  from: CaseFile,
): Promise<{ people: string[]; workers: string[] }> {
  const known = new Set(into.people.map((person) => `${person.kind} ${keyOf(person)}`));
  const people = from.people.filter((person) => !known.has(`${person.kind} ${keyOf(person)}`));
  const listed = new Set(into.workers.map(keyOf));
  const workers = from.workers.filter((worker) => !listed.has(keyOf(worker)));
  const fresh = { caseId: into.case.id, version: 1, createdAt: nowOf(context) };
  for (const person of people) await tx.insert(casePersonTable, { ...person, ...fresh, id: newId() });
  for (const [index, worker] of workers.entries())
    await tx.insert(caseWorkerTable, {
      ...inCents(worker),
      ...fresh,
      id: newId(),
      position: into.workers.length + index,
    });
  return { people: people.map(({ name }) => name), workers: workers.map(({ name }) => name) };
}
