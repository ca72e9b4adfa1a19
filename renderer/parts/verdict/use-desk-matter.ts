import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { approvalGaps, type ApprovalGap } from '../../../shared/procedure/approvals.ts';
import { procedureWith } from '../../../shared/procedure/own-steps.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import type { Template } from '../../../shared/template/template.ts';
import type { Definitions } from '../../../shared/contract/regulation.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { queries } from '../../data/queries.ts';
import { templatesOfCase } from '../cases/case-templates.ts';

/** A paper in approval with all that its opinion is formed on. */
export interface DeskMatter {
  paper: Paper;
  template: Template;
  file: CaseFile;
  /** The open places of its chain, the first being the one whose turn it is; none where the paper is not in approval. */
  gaps: ApprovalGap[];
  findings: Finding[];
}

interface Opened {
  file: CaseFile;
  periods: Period[];
  templates: Template[];
  later: string[];
}

/** The matter of a paper, kept live; `matter` is null until it is there. */
export function useDeskMatter(caseId: string, paperId: string): { matter: DeskMatter | null; error: unknown } {
  const definitions = useDefinitions();
  const opened = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const matter = useMemo(
    () =>
      definitions.data === undefined || opened.data === undefined
        ? null
        : matterOf(definitions.data, opened.data, paperId),
    [definitions.data, opened.data, paperId],
  );
  return { matter, error: definitions.error ?? opened.error };
}

function matterOf(definitions: Definitions, { file, periods, templates: own, later }: Opened, paperId: string) {
  const templates = templatesOfCase(definitions, own, later);
  const paper = file.papers.find(({ id }) => id === paperId);
  const template = templates.get(paper?.templateId ?? '');
  const procedure = definitions.procedures.find(({ id }) => id === file.case.procedure);
  if (paper === undefined || template === undefined || procedure === undefined) return null;
  const judgement = { file, periods, templates, phrases: definitions.phrases, laws: definitions.laws };
  return {
    paper,
    template,
    file,
    gaps: paper.status === 'approving' ? approvalGaps(template, paper, file.settings) : [],
    findings: judge({ ...judgement, procedure: procedureWith(procedure, templates.values()) }),
  };
}
