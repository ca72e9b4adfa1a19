import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';

/** The same value, whatever object it lives in; nothing typed and an empty text are the same. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a === b) return true;
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** The paper with what was typed since it was last saved. */
export const withEdits = (paper: Paper, edits: Values): Paper =>
  Object.keys(edits).length === 0 ? paper : { ...paper, values: { ...paper.values, ...edits } };

/** The case file as the clerk sees it now: every paper in its newest known version, unsaved words included. */
export function liveFile(file: CaseFile, papers: ReadonlyMap<string, Paper>): CaseFile {
  const recorded = new Set(file.papers.map((paper) => paper.id));
  const started = [...papers.values()].filter((paper) => paper.caseId === file.case.id && !recorded.has(paper.id));
  return { ...file, papers: [...file.papers.map((paper) => newer(papers.get(paper.id), paper)), ...started] };
}

const newer = (mine: Paper | undefined, theirs: Paper): Paper =>
  mine !== undefined && mine.version >= theirs.version ? mine : theirs;

function canonical(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .filter(([, part]) => canonical(part) !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, canonical(part)]);
}
