import type { Paper } from '../../shared/case-file.ts';
import type { Values } from '../../shared/template/values.ts';
import { fillPlaceholders } from './placeholders.ts';
import { actAs, caseIdOf, type Run } from './run.ts';
import type { Act } from './sample.ts';

export type PaperIssue = Pick<Extract<Act, { do: 'issue' }>, 'template' | 'by' | 'at' | 'sign' | 'approve'>;

export async function draftPaper(run: Run, draft: { template: string; values: Values }): Promise<void> {
  const { documents } = run.client;
  const { id, version } = await documents.create({ caseId: caseIdOf(run), templateId: draft.template });
  const { paper } = await documents.save({ paperId: id, version, values: fillPlaceholders(run, draft.values) });
  run.papers.set(draft.template, paper);
}

/** Signs a draft, has it approved by each who must, and issues it. */
export async function issuePaper(run: Run, { template, by, at: moment, sign, approve }: PaperIssue): Promise<void> {
  const { documents } = run.client;
  let paper = run.papers.get(template);
  if (!paper) throw new Error(`no draft of ${template}`);
  const current = ({ id, version }: Paper) => ({ paperId: id, version });
  if (sign.length > 0) {
    const signatures = sign.map(
      (signed) => ({ ...signed, mode: '签名', reason: '', witness: '', at: moment }) as const,
    );
    paper = await documents.sign({ ...current(paper), signatures });
  }
  if (approve.length > 0) paper = await documents.submit(current(paper));
  for (const name of approve) {
    await actAs(run, name, moment);
    paper = await documents.approve({ ...current(paper), verdict: '同意', opinion: '情况属实，同意。' });
  }
  await actAs(run, by, moment);
  paper = await documents.issue(current(paper));
  run.papers.set(template, paper);
  run.did(`出具《${paper.name}》${paper.number ?? ''} ${paper.pages ?? 0}页`);
}
