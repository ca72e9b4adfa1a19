import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import {
  type CasePerson,
  type PersonDetails,
  personProblems,
  settledPerson,
} from '../../../shared/identity/case-person.ts';
import { isSamePerson, unknownPeople } from '../../../shared/procedure/case-people.ts';
import type { Template } from '../../../shared/template/template.ts';
import { invalid, invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { casePersonTable } from '../../platform/store/tables/people.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { changePartsOfCase } from './change-parts.ts';

interface PersonRequest {
  caseId: string;
  /** Null: somebody new. */
  personId: string | null;
  version: number | null;
  person: PersonDetails;
}

/** Enters or changes somebody of the case; see `cases.savePerson`. */
export async function savePerson(
  context: FeatureContext,
  { caseId, personId, version, person }: PersonRequest,
): Promise<CaseFile> {
  const file = withOpenPeople(context, caseId);
  const before = personId === null ? null : requirePerson(file, personId, version);
  const details = settledPerson(person);
  refuse(file, details, personId);
  if (before === null)
    return changePartsOfCase(
      context,
      caseId,
      { verb: '登记本案人员', what: details.name, detail: { ...details } },
      (tx) => insertPerson(context, tx, caseId, details),
    );
  const { id, version: known, ...was } = before;
  return changePartsOfCase(
    context,
    caseId,
    { verb: '修改本案人员', what: details.name, detail: { before: was, after: details } },
    async (tx) => {
      const changed = await tx.update(casePersonTable, { id, version: known }, { ...details, version: known + 1 });
      if (changed.affected !== 1) throw stalePerson(file, before);
    },
  );
}

/** Takes somebody off the list; the papers keep what they say. */
export function removePerson(
  context: FeatureContext,
  { caseId, personId, version }: { caseId: string; personId: string; version: number },
): Promise<CaseFile> {
  const file = withOpenPeople(context, caseId);
  const { id, version: known, ...was } = requirePerson(file, personId, version);
  return changePartsOfCase(context, caseId, { verb: '删去本案人员', what: was.name, detail: was }, async (tx) => {
    const removed = await tx.delete(casePersonTable, { id, version: known });
    if (removed.affected !== 1) throw stalePerson(file, { ...was, id, version: known });
  });
}

/** Inside the issue of a paper: whom it describes and the case does not know yet joins the list. Answers their names. */
export async function takePeopleOf(
  context: FeatureContext,
  tx: EntityManager,
  { file, template, paper }: { file: CaseFile; template: Template; paper: Paper },
): Promise<string[]> {
  const people = unknownPeople(file, template, paper);
  for (const person of people) await insertPerson(context, tx, paper.caseId, person);
  return people.map(({ name }) => name);
}

const insertPerson = (context: FeatureContext, tx: EntityManager, caseId: string, details: PersonDetails) =>
  tx.insert(casePersonTable, { ...details, id: newId(), caseId, version: 1, createdAt: nowOf(context) });

function withOpenPeople(context: FeatureContext, caseId: string): CaseFile {
  requireAccess(context, caseId);
  const file = readCaseFile(context, caseId);
  if (file.case.state === 'filed')
    throw new RefusalError({ code: 'wrong-status', what: file.case.causeName, is: '已归档', act: '修改本案人员' });
  return file;
}

function requirePerson(file: CaseFile, personId: string, version: number | null): CasePerson {
  const person = file.people.find(({ id }) => id === personId);
  if (!person) throw notFound('person');
  if (person.version !== version) throw stalePerson(file, person);
  return person;
}

const stalePerson = (file: CaseFile, { name }: CasePerson): RefusalError =>
  new RefusalError({ code: 'stale', what: name, by: '其他人', at: file.case.createdAt });

function refuse(file: CaseFile, details: PersonDetails, personId: string | null): void {
  const problems = personProblems(details);
  if (problems.length > 0) throw invalid(problems);
  if (details.kind === '当事人')
    throw invalidField('kind', '身份', '当事人在“修改案件登记”里追加，不必另列为本案人员。');
  if (details.partyId !== null && !file.parties.some(({ householdId }) => householdId === details.partyId))
    throw invalidField('partyId', '所属当事人', '所选的单位不是本案当事人。');
  if (file.people.some((other) => other.id !== personId && isSamePerson(other, details)))
    throw invalidField('name', '姓名', `${details.name}已经在本案人员里，请直接修改原来的一条。`);
}
