import type { Paper } from '../../../shared/case-file.ts';
import { invalidField, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { actOnPaper, writePaper } from '../documents/change-paper.ts';
import { sealBytes } from '../../platform/vault/seal-bytes.ts';
import { joinSheets, type SheetTools } from './join-sheets.ts';
import { decide, requireSheets } from './sheets.ts';
import { paperOfPrint, type SheetRow } from './tray-rows.ts';

/**
 * 归入: the sheets of a print, every page once, become what is filed of its paper. Before that they are joined and sealed; a print whose
 * sheets came back already is scanned anew, and the entry keeps what was there.
 */
export async function placeSheets(
  context: FeatureContext,
  tools: SheetTools,
  { printId, sheetIds }: { printId: string; sheetIds: string[] },
): Promise<{ paperId: string; caseId: string }> {
  const paperId = paperOfPrint(context, printId);
  if (paperId === undefined) throw notFound('paper');
  const sheets = requireSheets(context, sheetIds);
  refuseOthers(sheets, printId);
  const sha256 = await sealBytes(tools.blobs, await joinSheets(context, tools, sheets, '签字件'));
  const { paper } = await actOnPaper(context, paperId, (paperAt) => {
    const print = livePrintOf(paperAt.paper, printId);
    if (isInVolume(context, paperAt.paper))
      throw new RefusalError({ code: 'wrong-status', what: paperAt.paper.name, is: '已归档', act: '归入签字件' });
    refuseIncomplete(sheets, print.pages);
    const back = { sha256, pages: sheets.length, at: nowOf(context), by: context.operator.name };
    decide(context, sheets, 'placed');
    return writePaper(context, paperAt, {
      verb: '归入签字件',
      changes: { prints: paperAt.paper.prints.map((each) => (each === print ? { ...print, back } : each)) },
      detail: { print: printId, before: print.back, after: back, sheets: sheets.map(({ picture }) => picture) },
    });
  });
  emitChanged(context, ['tray']);
  return { paperId, caseId: paper.caseId };
}

/** What is issued after 归档, as 移交法规科备案登记表 is, is in no volume, and its sheets may still come back. */
const isInVolume = ({ store }: FeatureContext, { caseId, issuedAt }: Paper): boolean =>
  issuedAt !== null &&
  store.get('select 1 from volume where caseId = ? and createdAt >= ?', caseId, issuedAt) !== undefined;

function refuseOthers(sheets: readonly SheetRow[], printId: string): void {
  if (sheets.some((sheet) => sheet.printId !== printId))
    throw invalidField('sheetIds', '扫描件', '这里有别的文书的页，请重新打开“收件”核对。', 17);
}

function livePrintOf({ prints, name }: Paper, printId: string): Paper['prints'][number] {
  const print = prints.find(({ id }) => id === printId);
  if (print === undefined) throw notFound('paper');
  if (print.voidReason !== null)
    throw new RefusalError({ code: 'wrong-status', what: name, is: '这一版已作废', act: '归入签字件' });
  return print;
}

function refuseIncomplete(sheets: readonly SheetRow[], pages: number): void {
  const there = sheets.map(({ page }) => page);
  const missing = Array.from({ length: pages }, (_, index) => index + 1).filter((page) => !there.includes(page));
  if (missing.length > 0)
    throw invalidField('sheetIds', '扫描件', `还缺第${missing.join('、')}页，请补扫以后再归入。`, 17);
  if (there.length !== pages) throw invalidField('sheetIds', '扫描件', '有的页重复了，请重新打开“收件”核对。', 17);
}
