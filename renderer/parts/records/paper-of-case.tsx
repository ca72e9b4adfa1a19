import { useQuery } from '@tanstack/react-query';
import { queries } from '../../data/queries.ts';
import { PaperPages } from './record-preview.tsx';

/** The pages of a paper of which only the id is known. */
export function PaperOfCase({ caseId, paperId }: { caseId: string; paperId: string }) {
  const opened = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const paper = opened.data?.file.papers.find(({ id }) => id === paperId);
  return paper === undefined ? null : <PaperPages paper={paper} />;
}
