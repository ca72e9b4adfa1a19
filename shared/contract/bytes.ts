import * as z from 'zod';
import { isPrintId } from '../identity/page-code.ts';
import { Id } from '../identity/party.ts';
import { Template } from '../template/template.ts';
import { Values } from '../template/values.ts';
import { rightOf } from './base.ts';
import { byteRoute, type ByteRoute } from './byte-route.ts';
import { documents } from './documents.ts';
import { evidence } from './evidence.ts';
import { households } from './households.ts';
import { regulation } from './regulation.ts';
import { readers, type Right } from './right.ts';
import { tray } from './tray.ts';

const TemplateId = z.string().regex(/^[A-Z]\d{2}[a-z]?$/);
const Ticket = z.string().regex(/^[\w-]{20,64}$/);
const PrintId = z.string().refine(isPrintId);
const Count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const reading: Right = { act: '查阅案件材料', roles: readers, article: 42 };
/** What an opinion is formed on. */
const readingAtDesk: Right = { ...reading, atLentSeat: true };

/** Everything between page and main that is bytes and not a call. */
export const byteRoutes = {
  /** The paper as it would be printed with these values (`PaperPreviewBody` as JSON) → PDF. */
  paperPreview: byteRoute('POST', '/papers/:paperId/preview', readingAtDesk, { paperId: Id }),
  /** The frozen PDF of an issued paper. */
  paperPdf: byteRoute('GET', '/papers/:paperId/pdf', readingAtDesk, { paperId: Id }),
  /** What was printed to be signed or sealed, by the id of the print → PDF. */
  printPdf: byteRoute('GET', '/papers/:paperId/prints/:printId', readingAtDesk, { paperId: Id, printId: PrintId }),
  /** The sheets of a print as they came back → PDF. */
  signedPdf: byteRoute('GET', '/papers/:paperId/signed/:printId', readingAtDesk, { paperId: Id, printId: PrintId }),
  /** The envelope or the sheet of the express service for papers of a case (`Letter` as JSON) → PDF. */
  letter: byteRoute('POST', '/letters/:caseId', rightOf(documents.printLetter), { caseId: Id }),
  /** A sealed exhibit, whole or the range asked for. */
  exhibit: byteRoute('GET', '/exhibits/:exhibitId', readingAtDesk, { exhibitId: Id }),
  /** The words of a text file, whatever it was written in, as UTF-8; of a very long one the beginning. */
  exhibitText: byteRoute('GET', '/exhibits/:exhibitId/text/:encoding', readingAtDesk, {
    exhibitId: Id,
    encoding: z.enum(['auto', 'big5']),
  }),
  /** Its small picture → JPEG. */
  exhibitThumbnail: byteRoute('GET', '/exhibits/:exhibitId/thumbnail', readingAtDesk, { exhibitId: Id }),
  /** A sheet in the tray → JPEG. */
  trayPicture: byteRoute('GET', '/sheets/:sheetId', rightOf(tray.list), { sheetId: Id }),
  /** One chunk of an intake as raw bytes, at most `intakeChunkBytes`, in order; answered (204) when it is taken. */
  intakeChunk: byteRoute('POST', '/intake/:intakeId/:seq', rightOf(tray.begin), { intakeId: Id, seq: Count }),
  /** A photo or scan of a 营业执照 or 身份证 → `ReadCredential` as JSON. */
  credential: byteRoute('POST', '/credentials', rightOf(households.create), {}),
  /** A picture of the document camera → JPEG. */
  still: byteRoute('POST', '/stills', rightOf(evidence.begin), {}),
  /** The dossier of a volume. */
  volumePdf: byteRoute('GET', '/volumes/:volumeId/pdf', reading, { volumeId: Id }),
  /** 一户式目录: what the file of a party holds → PDF. */
  householdCatalogue: byteRoute(
    'GET',
    '/catalogues/:householdId',
    { act: '打印一户式目录', roles: readers, article: 35 },
    { householdId: Id },
  ),
  /** The kept duplicate of a hand-over → ZIP, with ranges. */
  handoverDuplicate: byteRoute('GET', '/handovers/:handoverId/duplicate', reading, { handoverId: Id }),
  /** A blank form without a number. */
  blankForm: byteRoute(
    'GET',
    '/templates/:templateId/blank',
    { act: '打印空白文书', roles: 'everybody', article: null },
    { templateId: TemplateId },
  ),
  /** Blank forms with their numbers: those of the run `first`–`last` that are still reserved → one PDF. */
  numberedBlanks: byteRoute(
    'GET',
    '/templates/:templateId/blanks/:year/:first/:last',
    rightOf(documents.allocateBlank),
    {
      templateId: TemplateId,
      year: Count,
      first: Count,
      last: Count,
    },
  ),
  /** The blank form of a template that is not saved (`TemplatePreviewBody` as JSON) → PDF. */
  templatePreview: byteRoute('POST', '/templates/preview', rightOf(regulation.saveTemplate), {}),
  /** A PDF that is handed out once (恢复信), by its ticket. */
  oneTimePdf: byteRoute(
    'GET',
    '/prints/:ticket',
    { act: '打印恢复信', roles: 'everybody', article: null },
    { ticket: Ticket },
  ),
};
type Params<Route> = Route extends ByteRoute<infer Values> ? Values : never;
/** The parameters of each route by its name. */
export type ByteParams = { [Name in keyof typeof byteRoutes]: Params<(typeof byteRoutes)[Name]> };

export const PaperPreviewBody = z.strictObject({ values: Values });
export type PaperPreviewBody = z.infer<typeof PaperPreviewBody>;
export const TemplatePreviewBody = z.strictObject({ template: Template });
export type TemplatePreviewBody = z.infer<typeof TemplatePreviewBody>;
