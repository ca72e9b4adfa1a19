import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CaseFile, Paper } from '../../shared/case-file.ts';
import type { SavedPaper } from '../../shared/contract/documents.ts';
import type { Values } from '../../shared/template/values.ts';
import { api } from './api.ts';
import { queries } from './queries.ts';

export interface SaveRequest {
  paperId: string;
  version: number;
  values: Values;
}

/** Anchors of records this page was answered with and no signal has told of yet. */
const answered = new Set<string>();
/** Saves that are not answered yet: a signal may come before the answer. */
const underWay = new Set<Promise<unknown>>();

/** Saves fields of a paper. The answer brings all that the save changed, so nothing is asked for after it. */
export function savePaper(cache: QueryClient, request: SaveRequest): Promise<Paper> {
  const saved = api.documents.save(request).then((answer) => take(cache, answer));
  const settled = saved.catch(() => undefined).finally(() => underWay.delete(settled));
  underWay.add(settled);
  return saved;
}

function take(cache: QueryClient, { paper, periods, anchor }: SavedPaper): Paper {
  const keys = broughtBySave(paper.caseId);
  // What is being asked for at this moment may have been read before the save; then the signal has it asked for again.
  if (keys.every((queryKey) => cache.isFetching({ queryKey }) === 0)) answered.add(anchor);
  cache.setQueryData(
    queries.cases.open.queryKey({ input: { caseId: paper.caseId } }),
    (opened) => opened && { ...opened, periods, file: withPaper(opened.file, paper) },
  );
  cache.setQueryData(queries.session.state.queryKey(), (state) => state && { ...state, anchor });
  return paper;
}

const withPaper = (file: CaseFile, paper: Paper): CaseFile => ({
  ...file,
  papers: file.papers.some(({ id }) => id === paper.id)
    ? file.papers.map((other) => (other.id === paper.id ? paper : other))
    : [...file.papers, paper],
});

/** The queries that the answer of a save brings up to date by itself: the case, and the anchor in the status line. */
export const broughtBySave = (caseId: string): QueryKey[] => [
  queries.cases.open.key({ input: { caseId } }),
  queries.session.key(),
];

/** Whether a signal tells of a save that this page was answered with. */
export async function wasAnswered(anchor: string | null): Promise<boolean> {
  if (anchor === null) return false;
  await Promise.all(underWay);
  return answered.delete(anchor);
}
