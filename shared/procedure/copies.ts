import type { Paper, PaperPrint, RuleSettings } from '../case-file.ts';
import type { Template } from '../template/template.ts';
import { isOutToSign, livePrint, sheetsAsTheyStand } from './prints.ts';

/** What a paper that is served is printed for, where the office says nothing else; every other paper goes into the volume alone. */
const served = ['当事人', '卷', '留存'];
const kept = ['卷'];

/** For whom a paper is printed, one copy each (打印份数). */
export const copiesOf = ({ id, serve }: Pick<Template, 'id' | 'serve'>, { copies }: RuleSettings): readonly string[] =>
  copies[id] ?? (serve ? served : kept);

/** The file of a paper that goes to the printer: what was printed to be signed while it is out, else what was issued; null while there is none. */
export function fileToPrint(paper: Paper): { sha256: string; pages: number } | null {
  const out = isOutToSign(paper) ? livePrint(paper) : null;
  if (out !== null) return { sha256: sheetsAsTheyStand(out), pages: out.pages };
  return paper.status === 'issued' && paper.sha256 !== null && paper.pages !== null
    ? { sha256: paper.sha256, pages: paper.pages }
    : null;
}

/**
 * The voided 签字稿 whose sheets may still serve beside those printed anew (docs/adr/0033): the one before, which went to the printer whole and
 * of which nothing has come back signed. Null where there is none.
 */
export function formerPrint(
  paper: Paper,
  printed: readonly { verb: string; sha256: string | null; pages: readonly number[] }[],
): PaperPrint | null {
  const former = isOutToSign(paper) ? paper.prints.at(-2) : undefined;
  if (former === undefined || former.voidReason === null || former.back !== null) return null;
  const isOnPaper = ({ verb, sha256, pages }: (typeof printed)[number]): boolean =>
    verb === '打印' && sha256 === former.sha256 && pages.length === 0;
  return printed.some(isOnPaper) ? former : null;
}

/** Pages as a person writes them, 1-3,5; null where that says no pages of so many. */
export function pagesIn(text: string, pages: number): number[] | null {
  const parts = text
    .replaceAll(/[，、；;\s]+/g, ',')
    .split(',')
    .filter((part) => part !== '');
  const spans = parts.map((part) => /^(\d{1,4})(?:[-—~](\d{1,4}))?$/.exec(part));
  if (spans.includes(null)) return null;
  const found = spans.flatMap((span) => {
    const from = Number(span?.[1]);
    const to = Number(span?.[2] ?? span?.[1]);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  return found.length === 0 || found.some((page) => page < 1 || page > pages)
    ? null
    : [...new Set(found)].toSorted((a, b) => a - b);
}
