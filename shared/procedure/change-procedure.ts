import { type CaseFile, type Paper, papersOf } from '../case-file.ts';
import type { Obstacle, Procedure } from './procedure.ts';
import { isOutToSign } from './prints.ts';

/** The papers, voided ones aside, that a procedure has no step for: they stay in the case, beside its way (另加文书). */
export function papersBeyond({ papers }: Pick<CaseFile, 'papers'>, { steps }: Pick<Procedure, 'steps'>): Paper[] {
  const known = new Set(steps.flatMap(({ doneBy }) => ('papers' in doneBy ? doneBy.papers : [])));
  const served = new Set(steps.flatMap(({ doneBy }) => ('serviceOf' in doneBy ? [doneBy.serviceOf] : [])));
  return papers.filter(
    ({ status, templateId }) => status !== 'void' && !known.has(templateId) && !served.has(templateId),
  );
}

/** Why a case cannot go another way; empty while it can: before 立案, and with nothing under way that was begun for the way it goes now. */
export function obstaclesToChangeProcedure(file: CaseFile, to: Pick<Procedure, 'name' | 'startsWith'>): Obstacle[] {
  if (file.case.state !== 'source')
    return [{ sentence: '本案已经立案（已经启动），不能再改办案流程；需要另案办理的，另行登记。', article: 13 }];
  const started = papersOf(file, to.startsWith).map(({ id, name }) => ({
    sentence: `已经出具《${name}》，${to.name}就从它开始；请另行登记。`,
    article: 13,
    paperId: id,
  }));
  const underWay = file.papers
    .filter((paper) => paper.status === 'approving' || paper.status === 'approved' || isOutToSign(paper))
    .map(({ id, name }) => ({
      sentence: `《${name}》已经送审或者印出待签字，请先撤回修改，或者把它作废。`,
      article: null,
      paperId: id,
    }));
  return [...started, ...underWay];
}
