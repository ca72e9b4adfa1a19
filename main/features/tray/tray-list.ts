import type { PaperPrint } from '../../../shared/case-file.ts';
import type { Tray, TrayFile, TrayPaper, TrayProposal, TraySheet, TrayUnknown } from '../../../shared/contract/tray.ts';
import { signatureRolesOf } from '../../../shared/template/conditions.ts';
import { readCaseFile } from '../cases/case-file.ts';
import { type StoredPaper, paperOf } from '../cases/paper-of-row.ts';
import { templateOf } from '../cases/case-definitions.ts';
import type { FeatureContext } from '../context.ts';
import { inLists } from '../../platform/store/tables/cases.ts';
import { outToSign } from '../../platform/store/migrations/0025-tray.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { mayOpenCase, openable } from '../staff/access.ts';
import { maySee, paperOfPrint, type SheetRow, type TrayFileRow, waitingSheets } from './tray-rows.ts';

/** What lies in 收件 for whoever asks, sorted by where it belongs. */
export function listTray(context: FeatureContext): Tray {
  const sheets = waitingSheets(context).filter((sheet) => maySee(context, sheet));
  const byPrint = Map.groupBy(sheets, ({ printId }) => printId ?? '');
  const proposals: TrayProposal[] = [];
  const loose: SheetRow[] = [...(byPrint.get('') ?? [])];
  for (const [printId, theirs] of byPrint) {
    if (printId === '') continue;
    const proposal = proposalOf(context, printId, theirs);
    if (proposal === null) loose.push(...theirs);
    else proposals.push(proposal);
  }
  const named = new Set(proposals.map(({ printId }) => printId));
  return {
    proposals,
    unknown: unknownOf(loose),
    files: filesOf(context),
    out: papersOut(context).filter(({ printId }) => !named.has(printId)),
  };
}

const sheetOf = (row: SheetRow): TraySheet => ({
  id: row.id,
  fileId: row.fileId,
  fileName: row.fileName,
  seq: row.seq,
  receivedAt: row.receivedAt,
  receivedBy: row.receivedByName,
  width: row.width,
  height: row.height,
  page: row.page,
  byHand: row.byHand === 1,
  straightened: row.straightened === 1,
  picture: row.picture,
  quarters: row.quarters,
  angle: row.angle,
  isDouble: row.isDouble === 1,
});

/** The sheets of a print in the order of its pages. Null for a print of another office, or of a case this person may not open. */
function proposalOf(context: FeatureContext, printId: string, rows: readonly SheetRow[]): TrayProposal | null {
  const paperId = paperOfPrint(context, printId);
  const row = paperId && context.store.get<StoredPaper>('select * from paper where id = ?', paperId);
  if (!row || !mayOpenCase(context, row.caseId)) return null;
  const paper = paperOf(row);
  const print = paper.prints.find(({ id }) => id === printId);
  if (print === undefined) return null;
  const sheets = rows.map(sheetOf);
  // Of a page that came twice the newest counts: it was scanned again for a reason.
  const byPage = new Map(sheets.map((sheet) => [sheet.page ?? 0, sheet]));
  const chosen = [...byPage.values()].toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
  const file = readCaseFile(context, row.caseId);
  return {
    ...aboutPrint(paper, print, partyTitles(context.store, [row.caseId])(row.caseId)),
    sheets: chosen,
    missing: Array.from({ length: print.pages }, (_, index) => index + 1).filter((page) => !byPage.has(page)),
    doubles: sheets.filter((sheet) => !chosen.includes(sheet)),
    voidReason: print.voidReason,
    isBack: print.back !== null,
    signers: signatureRolesOf(templateOf(context, file, paper.templateId), paper.values).map(
      ({ role, count, everyPage }) => ({ role, count, everyPage }),
    ),
    places: print.places ?? [],
  };
}

const aboutPrint = (
  paper: { id: string; caseId: string; name: string; number: string | null },
  { id, kind, at, pages }: Pick<PaperPrint, 'id' | 'kind' | 'at' | 'pages'>,
  partyName: string,
): TrayPaper => ({
  printId: id,
  kind,
  paperId: paper.id,
  caseId: paper.caseId,
  paperName: paper.name,
  partyName,
  number: paper.number ?? '',
  printedAt: at,
  pages,
});

const unknownOf = (rows: readonly SheetRow[]): TrayUnknown[] =>
  [...Map.groupBy(rows, ({ fileId }) => fileId).values()].map((theirs) => {
    const sheets = theirs.map(sheetOf);
    const [first] = sheets;
    return {
      fileId: first?.fileId ?? '',
      fileName: first?.fileName ?? '',
      receivedAt: first?.receivedAt ?? '',
      sheets,
      isForeign: theirs.some(({ printId }) => printId !== null),
    };
  });

/** Own files that are not read yet, and those of which something cannot be read. */
const filesOf = ({ store, operator }: FeatureContext): TrayFile[] =>
  store
    .all<TrayFileRow>(
      `select * from tray_file where "receivedBy" = ? and "setAside" = 0 and ("readAt" is null or fault is not null or "unreadPages" <> '[]')
       order by "receivedAt"`,
      operator.personId,
    )
    .map(({ id, fileName, receivedAt, fault, unreadPages }) => ({
      fileId: id,
      fileName,
      receivedAt,
      fault,
      unreadPages: JSON.parse(unreadPages) as number[],
    }));

/** Papers that were printed to be signed and have not come back, of cases this person may open; the longest out first. `own`: printed by this person. */
export function papersOut(context: FeatureContext, { own = false } = {}): TrayPaper[] {
  const { sql, params } = openable(context.operator);
  const rows = context.store.all<{ id: string; caseId: string; name: string; number: string | null; print: string }>(
    `select paper.id, paper.caseId, paper.name, paper.number, paper.prints -> '$[#-1]' as print
     from paper join case_record on case_record.id = paper.caseId where ${outToSign} and case_record.${inLists} and ${sql}`,
    params,
  );
  const titleOf = partyTitles(context.store, [...new Set(rows.map(({ caseId }) => caseId))]);
  return rows
    .map((row) => ({ row, print: JSON.parse(row.print) as PaperPrint }))
    .filter(
      ({ print }) =>
        !own || print.byId === context.operator.personId || (print.byId === '' && print.by === context.operator.name),
    )
    .map(({ row, print }) => aboutPrint(row, print, titleOf(row.caseId)))
    .toSorted((a, b) => (a.printedAt < b.printedAt ? -1 : 1));
}
