import type { EntityManager } from 'typeorm';
import type * as z from 'zod';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { cases } from '../../../shared/contract/cases.ts';
import type { Lead } from '../../../shared/procedure/procedure.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { casePartyTable, caseTable, type CaseRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import { rootOf } from '../households/merged.ts';
import { requireAccess } from '../staff/access.ts';
import { requireActiveUnit } from './assign-case.ts';
import { firstRow } from './begin-case.ts';
import { procedureOf } from './case-definitions.ts';
import { readCaseFile } from './case-file.ts';
import { replaceOfficers, requireKnownOfficers } from './case-officers.ts';
import { refreshDerived } from './refresh-derived.ts';
import { refuseLaidAside } from './refuse-laid-aside.ts';

type ChainedBeginning = z.output<NonNullable<(typeof cases.beginFrom)['~orpc']['inputSchema']>>;

/** Begins the case that follows from this one (由本案另立案件); see `cases.beginFrom`. */
export async function beginFromCase(context: FeatureContext, beginning: ChainedBeginning): Promise<CaseFile> {
  const { store } = context;
  const { caseId, officerIds, unitId, householdIds } = beginning;
  requireAccess(context, caseId);
  refuseLaidAside(context, caseId, '另立案件');
  const file = readCaseFile(context, caseId);
  const lead = procedureOf(context, file).leads.find(({ id }) => id === beginning.leadId);
  if (lead === undefined) throw notFound('template');
  requireKnownOfficers(context, officerIds);
  if (unitId) requireActiveUnit(context, unitId);
  const row = newCase(context, beginning, lead);
  await store.unit.run(async (tx) => {
    await tx.insert(caseTable, row);
    await addParties(context, tx, row.id, householdIds);
    replaceOfficers(context, row, officerIds);
    refreshDerived(context, row.id);
    const act = {
      verb: '由本案另立案件',
      what: row.causeName,
      subjectId: row.id,
      detail: {
        from: file.case.number || file.case.causeName,
        lead: lead.name,
        procedure: row.procedure,
        householdIds,
      },
    };
    // Both cases have it in their record.
    context.audit.append({ ...act, caseId: row.id });
    context.audit.append({ ...act, caseId });
  });
  emitChanged(context, ['cases', 'households'], row.id);
  emitChanged(context, ['cases', 'households'], caseId);
  return readCaseFile(context, row.id);
}

/** A case that is about the decision of this one is linked to it; any other has this one as its source. */
function newCase(context: FeatureContext, beginning: ChainedBeginning, lead: Lead): CaseRow {
  const { causeName, officerIds, unitId, caseId, householdIds } = beginning;
  const procedure = context.definitions.procedures.get(lead.procedure);
  if (procedure === undefined) throw notFound('template');
  const follows = procedure.follows !== undefined;
  const row = firstRow(context, {
    procedure: procedure.id,
    householdId: householdIds[0] ?? '',
    causeName,
    officerIds,
    followsId: follows ? caseId : null,
    unitId,
    modelId: null,
  });
  return follows ? row : { ...row, originId: caseId, originLead: lead.id };
}

async function addParties(
  context: FeatureContext,
  tx: EntityManager,
  caseId: string,
  householdIds: readonly string[],
): Promise<void> {
  for (const [position, householdId] of [...new Set(householdIds.map((id) => rootOf(context, id)))].entries()) {
    if (!context.store.get('select 1 from household where id = ?', householdId)) throw notFound('household');
    await tx.insert(casePartyTable, { caseId, householdId, position, leftAt: null, leftReason: null });
  }
}
