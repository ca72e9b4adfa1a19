import type { PaperPrint } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { paperNumberTable } from '../../platform/store/tables/papers.ts';
import { changeCase } from '../cases/change-case.ts';
import type { FeatureContext } from '../context.ts';
import { waitsForNobody } from './approval.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { requirePaper } from './papers.ts';

/** Voids a paper that is not yet frozen into a volume; its number stays taken and the reason is logged (作废登记). */
export const voidPaper = (
  context: FeatureContext,
  { paperId, version, reason }: { paperId: string; version: number; reason: string },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, async (paperAt, tx) => {
    const { paper, template, file } = paperAt;
    if (file.case.state === 'filed')
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '已归档', act: '作废' });
    requirePaper(context, paperAt, version, '作废', 'draft', 'approving', 'approved', 'issued');
    await tx.update(paperNumberTable, { paperId }, { status: 'void', reason, by: context.operator.name });
    const withReason = (print: PaperPrint): PaperPrint => ({ ...print, voidReason: print.voidReason ?? reason });
    const saved = writePaper(context, paperAt, {
      verb: '作废文书',
      changes: { status: 'void', voidReason: reason, prints: paper.prints.map(withReason), ...waitsForNobody },
      detail: { reason, number: paper.number },
    });
    // Without its closing paper a case is not closed: it could be filed with nothing that ends it.
    if (template.class === 'closing' && paper.status === 'issued')
      await changeCase(context, paper.caseId, '撤销结案', () => ({ state: 'open', closedAt: null }));
    return saved;
  });
