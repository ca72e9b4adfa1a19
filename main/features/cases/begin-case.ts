import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import { usualUnit } from '../../../shared/procedure/assignment.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { casePartyTable, caseTable, type CaseRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { rootOf } from '../households/merged.ts';
import { requireAccess } from '../staff/access.ts';
import { listPeople } from '../staff/people-list.ts';
import { readOffice } from '../staff/settings.ts';
import { requireActiveUnit } from './assign-case.ts';
import { readCaseFile } from './case-file.ts';
import { replaceOfficers, requireKnownOfficers } from './case-officers.ts';
import { refreshDerived } from './refresh-derived.ts';

export interface CaseBeginning {
  procedure: string;
  householdId: string;
  causeName: string;
  officerIds: string[];
  followsId: string | null;
  /** The former case whose texts its papers begin with. */
  modelId: string | null;
  /** Left out: the unit of the first officer, else of who registers it. */
  unitId?: string | null | undefined;
}

/** Registers a source (案源): the record of a case, with its first party and its officers. */
export async function beginCase(context: FeatureContext, beginning: CaseBeginning): Promise<CaseFile> {
  const { store } = context;
  const { procedure, officerIds, followsId, modelId } = beginning;
  const householdId = rootOf(context, beginning.householdId);
  if (!context.definitions.procedures.has(procedure)) throw notFound('template');
  if (!store.get('select 1 from household where id = ?', householdId)) throw notFound('household');
  requireKnownOfficers(context, officerIds);
  if (beginning.unitId) requireActiveUnit(context, beginning.unitId);
  for (const id of [followsId, modelId]) if (id !== null) requireAccess(context, id);
  const row = firstRow(context, beginning);
  await store.unit.run(async (tx) => {
    await tx.insert(caseTable, row);
    await tx.insert(casePartyTable, { caseId: row.id, householdId, position: 0, leftAt: null, leftReason: null });
    replaceOfficers(context, row, officerIds);
    refreshDerived(context, row.id);
    context.audit.append({
      verb: '登记办件',
      what: row.causeName,
      subjectId: row.id,
      caseId: row.id,
      detail: { procedure, householdId, officerIds, followsId, unitId: row.unitId, modelId },
    });
  });
  emitChanged(context, ['cases', 'households'], row.id);
  return readCaseFile(context, row.id);
}

/** The record of a case as it is when nothing but its source is known. */
export function firstRow(context: FeatureContext, beginning: CaseBeginning): CaseRow {
  const { procedure, causeName, officerIds, followsId, modelId } = beginning;
  const { unitId = usualUnit(officerIds, listPeople(context.office.store), context.operator) } = beginning;
  const moment = nowOf(context);
  return {
    id: newId(),
    office: readOffice(context.office.store).code,
    number: '',
    procedure,
    causeName,
    state: 'source',
    unitId,
    officerIds,
    createdAt: moment,
    createdBy: context.operator.personId,
    updatedAt: moment,
    closedAt: null,
    followsId,
    version: 1,
    originId: null,
    originLead: null,
    cancelReason: null,
    modelId,
  };
}
