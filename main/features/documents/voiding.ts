import type { Paper } from '../../../shared/case-file.ts';
import type { Cases } from '../cases/cases.ts';
import type { FeatureContext } from '../context.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { paperNumberTable } from '../../platform/store/tables/papers.ts';
import type { Papers } from './papers.ts';

/** Voids a paper that is not yet frozen into a volume; its number stays taken and the reason is logged (作废登记). */
export function createVoiding(context: FeatureContext, papers: Papers, cases: Cases) {
  return async ({ paperId, version, reason }: { paperId: string; version: number; reason: string }): Promise<Paper> => {
    const paperAt = papers.at(paperId);
    if (paperAt.file.case.state === 'filed')
      throw new RefusalError({ code: 'wrong-status', what: paperAt.paper.name, is: '已归档', act: '作废' });
    papers.require(paperAt, version, '作废', 'draft', 'approving', 'approved', 'issued');
    return context.store.unit.run(async (tx) => {
      await tx.update(paperNumberTable, { paperId }, { status: 'void', reason, by: context.operator.name });
      const paper = await papers.change(
        paperAt.paper,
        '作废文书',
        { status: 'void', voidReason: reason, waitsForRole: null, waitsSince: null },
        { reason, number: paperAt.paper.number },
      );
      // Without its closing paper a case is not closed: it could be filed with nothing that ends it.
      if (paperAt.template.class === 'closing' && paperAt.paper.status === 'issued')
        await cases.change(paper.caseId, '撤销结案', () => ({ state: 'open', closedAt: null }));
      return paper;
    });
  };
}
