import type { EntityManager } from 'typeorm';
import type { CaseFile } from '../../../shared/case-file.ts';
import { obstaclesToLeave } from '../../../shared/procedure/leave-case.ts';
import type { Act } from '../../platform/audit/chain.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { casePartyTable, caseTable } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { rootOf } from '../households/merged.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { changePartsOfCase } from './change-parts.ts';
import { refuseLaidAside } from './refuse-laid-aside.ts';

interface PartyRequest {
  caseId: string;
  version: number;
  householdId: string;
}

const staleCase = ({ case: { causeName, createdAt } }: CaseFile): RefusalError =>
  new RefusalError({ code: 'stale', what: causeName, by: '其他人', at: createdAt });

/** Adds another respondent; see `cases.addParty`. */
export async function addParty(
  context: FeatureContext,
  { caseId, version, householdId: asked }: PartyRequest,
): Promise<CaseFile> {
  const householdId = rootOf(context, asked);
  const file = withOpenParties(context, caseId, version, '追加当事人');
  const household = context.store.get<{ name: string }>('select name from household where id = ?', householdId);
  if (!household) throw notFound('household');
  if (file.parties.some((party) => rootOf(context, party.householdId) === householdId))
    throw invalidField('householdId', '当事人', `${household.name}已经是本案当事人。`);
  const position = file.parties.length + file.formerParties.length;
  return changeParties(context, file, { verb: '追加当事人', what: household.name, detail: { householdId } }, (tx) =>
    tx.upsert(casePartyTable, { caseId, householdId, position, leftAt: null, leftReason: null }, [
      'caseId',
      'householdId',
    ]),
  );
}

/** Somebody is no party any more; see `cases.dropParty`. */
export async function dropParty(
  context: FeatureContext,
  { caseId, version, householdId, reason }: PartyRequest & { reason: string },
): Promise<CaseFile> {
  const file = withOpenParties(context, caseId, version, '让当事人退出');
  const party = file.parties.find((candidate) => candidate.householdId === householdId);
  if (!party) throw notFound('household');
  const obstacles = obstaclesToLeave(file, party, context.editions.templates(file.case.createdAt));
  if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `让${party.name}退出本案`, obstacles });
  return changeParties(
    context,
    file,
    { verb: '当事人退出本案', what: party.name, detail: { householdId, reason } },
    (tx) => tx.update(casePartyTable, { caseId, householdId }, { leftAt: nowOf(context), leftReason: reason }),
  );
}

/** The case, whose parties may change until it is filed. */
function withOpenParties(context: FeatureContext, caseId: string, version: number, act: string): CaseFile {
  requireAccess(context, caseId);
  refuseLaidAside(context, caseId, act);
  const file = readCaseFile(context, caseId);
  if (file.case.version !== version) throw staleCase(file);
  if (file.case.state === 'filed')
    throw new RefusalError({ code: 'wrong-status', what: file.case.causeName, is: '已归档', act });
  return file;
}

/** Of two changes of the parties at once only one is judged by the parties there are, so only one is made. */
const changeParties = (
  context: FeatureContext,
  file: CaseFile,
  act: Pick<Act, 'verb' | 'what' | 'detail'>,
  work: (tx: EntityManager) => Promise<unknown>,
): Promise<CaseFile> =>
  changePartsOfCase(context, file.case.id, act, async (tx) => {
    const { id, version } = file.case;
    const raised = await tx.update(caseTable, { id, version }, { version: version + 1 });
    if (raised.affected !== 1) throw staleCase(file);
    await work(tx);
  });
