import type { CaseFile } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { partyOfPaper, valuesForParty } from '../../../shared/procedure/carry.ts';
import { obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { invalidField, RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';
import { actOnPaper, writePaper, type PaperAct } from './change-paper.ts';
import { procedureOf, templatesOf } from '../cases/case-definitions.ts';
import { refuseWhileOut } from './refuse-while-out.ts';
import { requirePaper, type PaperAt } from './papers.ts';

/** Makes a draft out to another party of the case; see `documents.setParty`. */
export const setPartyOfPaper = (
  context: FeatureContext,
  { paperId, version, partyId }: { paperId: string; version: number; partyId: string | null },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    requirePaper(context, paperAt, version, '修改', 'draft');
    refuseWhileOut(paperAt.paper, '修改');
    const act = partyId === null ? forAllParties(context, paperAt) : forParty(context, paperAt, partyId);
    return writePaper(context, paperAt, act);
  });

function forAllParties(context: FeatureContext, { paper, file, template }: PaperAt): PaperAct {
  if (isForOneParty(procedureOf(context, file), template) && template.direction === 'outward')
    throw invalidField('partyId', '当事人', `《${template.name}》要分别给每个当事人，请选定给哪一个。`);
  return { verb: '改为全体当事人共用', changes: { partyId: null }, detail: { before: paper.partyId } };
}

function forParty(context: FeatureContext, { paper, file, template }: PaperAt, partyId: string): PaperAct {
  requireParty(file, partyId);
  const input = {
    file: { ...file, papers: file.papers.filter(({ id }) => id !== paper.id) },
    procedure: procedureOf(context, file),
    templates: templatesOf(context, file),
  };
  const own = isForOneParty(input.procedure, template);
  const obstacles = own ? obstaclesToStart(input, template.id, partyId) : [];
  if (obstacles.length > 0)
    throw new RefusalError({ code: 'not-yet', act: `把《${template.name}》改给另一个当事人`, obstacles });
  const viewOf = (id: string | null): CaseFile => (own ? viewFor(input.file, id) : withFirst(input.file, id));
  const changed = valuesForParty(
    template,
    paper.values,
    viewOf(paper.partyId ?? partyOfPaper(template, paper, file)?.householdId ?? null),
    viewOf(partyId),
  );
  const before = Object.fromEntries(Object.keys(changed).map((key) => [key, paper.values[key] ?? null]));
  return {
    verb: '改给另一当事人',
    changes: { ...(own ? { partyId } : {}), values: { ...paper.values, ...changed } },
    detail: { before: { partyId: paper.partyId, ...before }, after: { partyId, ...changed } },
  };
}

/** Refuses who is no party of the case, or not any more. */
export function requireParty({ parties, formerParties }: CaseFile, partyId: string): void {
  if (parties.some(({ householdId }) => householdId === partyId)) return;
  const former = formerParties.find(({ householdId }) => householdId === partyId);
  throw invalidField(
    'partyId',
    '当事人',
    former === undefined ? '所选的不是本案当事人，请重新选择。' : `${former.name}已经退出本案，不能再对其制作文书。`,
  );
}

/** The whole case with this party standing first: the one a paper about all of them sets out in full. */
export const withFirst = (file: CaseFile, partyId: string | null): CaseFile => ({
  ...file,
  parties: file.parties.toSorted((a, b) => Number(b.householdId === partyId) - Number(a.householdId === partyId)),
});
