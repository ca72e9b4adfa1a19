import type { Paper, PaperPrint, RuleSettings } from '../case-file.ts';
import type { Template } from '../template/template.ts';

/** The print of a paper that counts: the last one, unless it was voided. */
export function livePrint({ prints }: Pick<Paper, 'prints'>): PaperPrint | null {
  const last = prints.at(-1);
  return last === undefined || last.voidReason !== null ? null : last;
}

/** A paper in the hands of who signs it: printed, and its words are closed until the sheets are back or the print is voided. */
export const isOutToSign = (paper: Pick<Paper, 'prints' | 'status'>): boolean =>
  paper.status !== 'issued' && paper.status !== 'void' && livePrint(paper) !== null;

/** Whether the sheets of a paper are still out: printed to be signed, and not all of them scanned. */
export const awaitsSheets = (paper: Pick<Paper, 'prints' | 'status'>): boolean => {
  const print = livePrint(paper);
  return paper.status !== 'void' && print?.kind === '签字稿' && print.back === null;
};

/** The file that stands for a paper in volumes and packages: the signed sheets where they are back, else what was issued. */
export function recordOf(paper: Pick<Paper, 'prints' | 'sha256' | 'pages'>): { sha256: string; pages: number } | null {
  const back = livePrint(paper)?.back;
  if (back) return { sha256: back.sha256, pages: back.pages };
  return paper.sha256 === null || paper.pages === null ? null : { sha256: paper.sha256, pages: paper.pages };
}

/** A paper that somebody signs or that is sealed comes back on paper. */
export const comesBack = ({ signatures, seal }: Template): boolean => signatures.length > 0 || seal !== undefined;

export const hasPageCode = (template: Template, { withoutPageCode }: RuleSettings): boolean =>
  comesBack(template) && !withoutPageCode.includes(template.id);
