import type { Approval } from '../../../shared/case-file.ts';
import type { FieldChange } from '../../../shared/contract/documents.ts';
import { lastReturn } from '../../../shared/procedure/approvals.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import type { FeatureContext } from '../context.ts';
import { loadPaper } from './papers.ts';

interface Entry {
  verb: string;
  detail: string;
}

/** What fields were before they were changed; null where there was nothing. */
type Before = ReadonlyMap<string, FieldValue | null>;
const unchanged: Before = new Map();

/** The fields that were changed since the paper last came back, as the chain tells it: what each was then, and what it is now. */
export function changesSinceReturn(context: FeatureContext, paperId: string): FieldChange[] {
  const { paper } = loadPaper(context, paperId);
  if (lastReturn(paper.approvals) === undefined) return [];
  const entries = context.store.all<Entry>(
    'select verb, detail from audit where caseId = ? and subjectId = ? order by seq',
    paper.caseId,
    paper.id,
  );
  return [...valuesAtReturn(entries)].flatMap(([key, before]) => {
    const after = paper.values[key];
    const isBack = JSON.stringify(before ?? '') === JSON.stringify(after ?? '');
    return isBack ? [] : [{ key, ...(before === null ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

/** Folds the record of a paper: each return begins anew, and one that was taken back never was. */
function valuesAtReturn(entries: readonly Entry[]): Before {
  let [sinceReturn, sinceOneBefore] = [unchanged, unchanged];
  for (const { verb, detail } of entries) {
    if (['审批退回修改', '审批不同意', '撤回审批'].includes(verb))
      [sinceReturn, sinceOneBefore] = [unchanged, sinceReturn];
    if (verb === '撤回意见' && (JSON.parse(detail) as Pick<Approval, 'verdict'>).verdict !== '同意')
      sinceReturn = sinceOneBefore;
    if (verb === '填写文书') {
      const { before } = JSON.parse(detail) as { before: Record<string, FieldValue | null> };
      sinceReturn = new Map([...Object.entries(before), ...sinceReturn]);
    }
  }
  return sinceReturn;
}
