import type { Paper, PaperPrint, RuleSettings } from '../case-file.ts';
import type { SignPlace } from '../template/sign-place.ts';
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

/** The sheets of a print as they stand: with the signatures that were given on a screen, else as printed. */
export const sheetsAsTheyStand = ({ sha256, onScreen = [] }: PaperPrint): string => onScreen.at(-1)?.sha256 ?? sha256;

type PlaceOfRole = Pick<SignPlace, 'role' | 'index'>;

/** The places of a print in which nobody has signed on a screen, each once however many pages it stands on. */
export function openPlaces({ places = [], onScreen = [] }: PaperPrint): PlaceOfRole[] {
  const isSigned = (place: PlaceOfRole): boolean =>
    onScreen.some(({ role, index }) => role === place.role && index === place.index);
  const open = places.filter((place) => !isSigned(place));
  return [...new Map(open.map(({ role, index }) => [`${role} ${index}`, { role, index }])).values()];
}

/** Whether everybody who must sign a print has signed it on a screen. */
export function isSignedOnScreen({ signatures }: Pick<Template, 'signatures'>, print: PaperPrint): boolean {
  const isRequired = ({ role }: PlaceOfRole): boolean =>
    signatures.some((place) => place.role === role && place.required);
  return (print.onScreen ?? []).length > 0 && !openPlaces(print).some(isRequired);
}
