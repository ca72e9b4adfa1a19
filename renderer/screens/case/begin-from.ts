import type { CaseFile } from '../../../shared/case-file.ts';
import type { Lead, Procedure } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';

/** Something of the case that may become evidence of the one begun from it. */
export interface Offered {
  id: string;
  kind: 'exhibit' | 'paper';
  title: string;
}

/** Exhibits, and of the issued papers the records of the inquiry and what leads to the new case. */
export function offeredEvidence(
  { exhibits, papers }: Pick<CaseFile, 'exhibits' | 'papers'>,
  templates: ReadonlyMap<string, Template>,
  lead: Lead | undefined,
): Offered[] {
  const leads = new Set(lead?.papers);
  const isEvidence = (templateId: string): boolean =>
    leads.has(templateId) || ['investigation', 'evidence'].includes(templates.get(templateId)?.class ?? '');
  return [
    ...papers
      .filter(({ status, templateId }) => status === 'issued' && isEvidence(templateId))
      .map(({ id, name, number }) => ({
        id,
        kind: 'paper' as const,
        title: number === null ? name : `${name}（${number}）`,
      })),
    ...exhibits
      .filter(({ withdrawnReason, damage }) => withdrawnReason === null && damage === null)
      .map(({ id, title }) => ({ id, kind: 'exhibit' as const, title })),
  ];
}

/** The lead that has its paper already, where the clerk has not chosen one. */
export const readyLead = (leads: readonly Lead[], { papers }: Pick<CaseFile, 'papers'>): Lead | undefined => {
  const issued = new Set(papers.filter(({ status }) => status === 'issued').map(({ templateId }) => templateId));
  return leads.find(({ papers: [best] }) => best !== undefined && issued.has(best));
};

export interface NewChainedCase {
  caseId: string;
  lead: Lead;
  procedure: Procedure;
  causeName: string;
  householdIds: string[];
  officerIds: string[];
  unitId: string | null;
  taken: readonly Offered[];
}

/** The new case; begun once, however often what comes after it is tried. */
export const beginChained = ({
  caseId,
  lead,
  causeName,
  householdIds,
  officerIds,
  unitId,
}: NewChainedCase): Promise<CaseFile> =>
  api.cases.beginFrom({ caseId, leadId: lead.id, causeName, householdIds, officerIds, unitId });

/** Its evidence and the draft of the paper that registers it; answers the id of the paper. */
export async function fillChained(caseId: string, { taken, procedure }: NewChainedCase): Promise<string> {
  const idsOf = (kind: Offered['kind']): string[] => taken.filter((item) => item.kind === kind).map(({ id }) => id);
  if (procedure.follows === undefined && taken.length > 0)
    await api.evidence.takeOver({ caseId, exhibitIds: idsOf('exhibit'), paperIds: idsOf('paper') });
  return (await api.documents.create({ caseId, templateId: procedure.opensWith })).id;
}
