import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import type { ExhibitIntake } from '../evidence/exhibit-intake.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { joinSheets, type SheetTools } from './join-sheets.ts';
import { requireAccess } from '../staff/access.ts';
import { maySee, paperOfPrint, type SheetRow, sheetsOf, type TrayFileRow } from './tray-rows.ts';

/** These sheets, each still waiting and this person's to see. */
export function requireSheets(context: FeatureContext, ids: readonly string[]): SheetRow[] {
  const sheets = sheetsOf(context, ids).filter((sheet) => maySee(context, sheet));
  if (sheets.length !== new Set(ids).size) throw notFound('sheet');
  const gone = sheets.find(({ state }) => state !== 'waiting');
  if (gone !== undefined)
    throw new RefusalError({ code: 'wrong-status', what: gone.fileName, is: '已经处理', act: '再处理一次' });
  return sheets;
}

/** Inside a unit of work: what became of sheets. */
export function decide({ store, now }: FeatureContext, sheets: readonly SheetRow[], state: SheetRow['state']): void {
  for (const { id } of sheets)
    store.run('update tray_sheet set state = ?, "decidedAt" = ? where id = ?', state, now().toISOString(), id);
}

/** Says which pages of which print these sheets are: those without a readable code, or of a code torn off. */
export async function assignSheets(
  context: FeatureContext,
  { printId, sheetIds, firstPage }: { printId: string; sheetIds: string[]; firstPage: number },
): Promise<void> {
  const paperId = paperOfPrint(context, printId);
  const paper = context.store.get<{ caseId: string; name: string }>(
    'select caseId, name from paper where id = ?',
    paperId ?? '',
  );
  if (paper === undefined) throw notFound('paper');
  requireAccess(context, paper.caseId);
  const sheets = requireSheets(context, sheetIds);
  await context.store.unit.run(async () => {
    for (const [index, { id }] of sheets.entries())
      context.store.run(
        'update tray_sheet set "printId" = ?, page = ?, "byHand" = 1 where id = ?',
        printId,
        firstPage + index,
        id,
      );
    context.audit.append({
      verb: '指定扫描件',
      what: paper.name,
      subjectId: paperId ?? '',
      caseId: paper.caseId,
      detail: { print: printId, firstPage, sheets: sheets.map(({ picture }) => picture) },
    });
  });
  emitChanged(context, ['tray']);
}

/** The sheets become an exhibit: the very file they came in where they are all of it, else a PDF of them. */
export async function sheetsToExhibit(
  context: FeatureContext,
  { exhibitIntake, ...tools }: SheetTools & { exhibitIntake: ExhibitIntake },
  { sheetIds, caseId, details }: { sheetIds: string[]; caseId: string; details: ExhibitDetails },
): Promise<Exhibit> {
  const sheets = requireSheets(context, sheetIds);
  const file = (await wholeFile(context, sheets)) ?? (await joinedFile(context, tools, sheets, details.title));
  const exhibit = await context.store.unit.run(async () => {
    decide(context, sheets, 'exhibit');
    return exhibitIntake.admit({ ...file, caseId, details });
  });
  emitChanged(context, ['tray']);
  return exhibit;
}

type PlainFile = Pick<TrayFileRow, 'fileName' | 'mime' | 'bytes' | 'sha256'>;

async function wholeFile({ store }: FeatureContext, sheets: readonly SheetRow[]): Promise<PlainFile | null> {
  const [first] = sheets;
  if (first === undefined || sheets.some(({ fileId }) => fileId !== first.fileId)) return null;
  const all = store.get<{ count: number }>('select count(*) as count from tray_sheet where "fileId" = ?', first.fileId);
  if (all?.count !== sheets.length) return null;
  return (
    store.get<PlainFile>('select "fileName", mime, bytes, sha256 from tray_file where id = ?', first.fileId) ?? null
  );
}

async function joinedFile(
  context: FeatureContext,
  tools: SheetTools,
  sheets: readonly SheetRow[],
  title: string,
): Promise<PlainFile> {
  const pdf = await joinSheets(context, tools, sheets, title);
  return {
    fileName: `${title}.pdf`,
    mime: 'application/pdf',
    bytes: pdf.length,
    sha256: await sealBytes(tools.blobs, pdf),
  };
}

/** Takes sheets, or a file that cannot be read, out of the tray; what was sealed stays. */
export async function setAside(
  context: FeatureContext,
  { sheetIds, fileId, reason }: { sheetIds: string[]; fileId: string | null; reason: string },
): Promise<void> {
  const sheets = requireSheets(context, sheetIds);
  const file = fileId === null ? undefined : ownFile(context, fileId);
  await context.store.unit.run(async () => {
    decide(context, sheets, 'aside');
    if (file) context.store.run('update tray_file set "setAside" = 1 where id = ?', file.id);
    context.audit.append({
      verb: '移出收件',
      what: file?.fileName ?? sheets[0]?.fileName ?? '',
      subjectId: file?.id ?? sheets[0]?.fileId ?? '',
      detail: { reason, sheets: sheets.map(({ picture }) => picture) },
    });
  });
  emitChanged(context, ['tray']);
}

function ownFile({ store, operator }: FeatureContext, fileId: string): TrayFileRow {
  const file = store.get<TrayFileRow>(
    'select * from tray_file where id = ? and "receivedBy" = ?',
    fileId,
    operator.personId,
  );
  if (file === undefined) throw notFound('sheet');
  return file;
}
