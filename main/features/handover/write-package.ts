import { anchorCode } from '../../platform/audit/chain.ts';
import type { Printer } from '../../platform/print/printer.ts';
import type { HandoverSlip } from '../../platform/print/sheets/handover-slip.ts';
import type { HandoverRow } from '../../platform/store/tables/archive.ts';
import { caseTitle } from '../archive/case-title.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { type BagFile, type Bagged, once, writeBag } from './bag.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import type { PackageRequest } from './package-request.ts';
import { updateHandover } from './package-record.ts';
import type { PackageWriter } from './package-writer.ts';

export interface PackageTarget {
  row: HandoverRow;
  writer: PackageWriter;
  /** Called after each file of the package. */
  onWritten: () => void;
  signal: AbortSignal;
}

/** Payload first, then `manifest.json` about it, then the slip that carries its hashes and the anchor of the chain. */
export async function writePackage(
  context: FeatureContext,
  tools: { printer: Printer },
  request: PackageRequest,
  files: BagFile[],
  { row, writer, onWritten, signal }: PackageTarget,
): Promise<Bagged> {
  const anchor = anchorCode(context.audit.head());
  const manifest = await manifestOf(row, request, anchor);
  const slip = await tools.printer.handoverSlip(slipOf(context, request, manifest, anchor));
  const all: BagFile[] = [
    ...files,
    { path: 'manifest.json', content: () => once(manifest.text) },
    { path: '07_移交清单与回执.pdf', content: () => once(slip.pdf) },
  ];
  const info = [
    { label: 'Source-Organization', value: request.file.office.name },
    { label: 'External-Identifier', value: request.file.case.number },
    { label: 'External-Description', value: `${request.file.case.causeName}，提供给${request.recipient}` },
    { label: 'Bagging-Date', value: request.today },
    { label: 'Internal-Sender-Identifier', value: anchor },
  ];
  await updateHandover(context, row, { anchor, manifestSha256: manifest.sha256, manifestSm3: manifest.sm3 });
  return writeBag(writer, all, info, onWritten, signal);
}

/** 移交清单与回执 (第四十一条). */
function slipOf(context: FeatureContext, request: PackageRequest, manifest: Manifest, anchor: string): HandoverSlip {
  return {
    office: request.file.office.name,
    recipient: request.recipient,
    caseName: caseTitle(request.file),
    caseNumber: request.file.case.number,
    rows: request.chosen.map(({ item }, index) => ({
      seq: index + 1,
      name: item.title,
      originality: item.originality,
      pages: item.pages === null ? '' : String(item.pages),
      copies: 1,
      sha256: item.sha256,
    })),
    manifestSha256: manifest.sha256,
    manifestSm3: manifest.sm3,
    anchor,
    madeAt: nowOf(context),
    madeBy: context.operator.name,
    duplicate: '本机关案卷工作站密封库',
  };
}
