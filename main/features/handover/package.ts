import type { Exhibit } from '../../../shared/case-file.ts';
import { isRecording } from '../../../shared/case-file.ts';
import type { HandoverItem } from '../../../shared/contract/handover.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { catalogueRows } from '../archive/rows.ts';
import { dossierItems, type HashedItem, mediaCardOf, readItem } from '../archive/dossier-items.ts';
import { paperJobOf } from '../documents/paper-job.ts';
import { printRefusal } from '../../platform/print/print-refusals.ts';
import type { Dossier, DossierPlan } from '../../platform/print/dossier.ts';
import type { Printer } from '../../platform/print/printer.ts';
import type { Answer } from '../../platform/print/sheets/answer.ts';
import type { EvidenceList } from '../../platform/print/sheets/evidence-list.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { answerForms } from './answer-forms.ts';
import { type BagFile, once } from './bag.ts';
import type { Chosen, PackageRequest } from './package-request.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

export interface PackageTools {
  printer: Printer;
  blobs: BlobStore;
  signal: AbortSignal;
  onItem: (done: number, total: number) => void;
}

const extensions: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'video/webm': '.webm',
  'video/mp4': '.mp4',
  'audio/webm': '.webm',
  'audio/mpeg': '.mp3',
};
const extensionOf = (exhibit: Exhibit): string =>
  extensions[exhibit.mime] ?? /\.[a-z0-9]{1,7}$/i.exec(exhibit.fileName)?.[0] ?? '';

const places = { court: '01_答辩状.pdf', reconsideration: '01_答复书.pdf' } as const;

/** The evidence volume with continuous pages, each page saying 证据n 第x页/共y页, and the rows with their pages. */
export async function evidenceDossier(
  { file, chosen, templates, kind, today }: PackageRequest,
  { printer, blobs, signal, onItem }: PackageTools,
): Promise<Dossier> {
  const template = templates.get(paperIds.volumeCatalogue);
  if (!template) throw notFound('template');
  const items = chosen.map(({ source }) => source);
  const rows = catalogueRows(file, items).map((row, index) => ({ ...row, remark: chosen[index]?.item.group ?? '' }));
  const values = {
    caseTitle: file.case.causeName,
    caseNumber: file.case.number,
    archiveNo: file.volume?.archiveNo ?? '',
  };
  const plan: DossierPlan = {
    title: kind === 'court' ? '行政诉讼证据卷' : '行政复议证据卷',
    cover: null,
    closing: null,
    catalogue: paperJobOf(
      { signatures: [], approvals: [] },
      { file, template, values, state: 'issued', number: null, issuedOn: today },
    ),
    items: dossierItems(rows, items, file),
    stamp: { place: '右下角', text: '证据{item}　第{itemPage}页/共{itemPages}页　总第{page}页' },
  };
  return printer
    .dossier(plan, { read: (index) => readItem(blobs, items[index]), onProgress: onItem, signal })
    .catch(printRefusal);
}

/** The 证据目录 with the pages each item has in the evidence volume. */
function evidenceListOf(
  { file, chosen, opponents, today, caseNo, recipient }: PackageRequest,
  dossier: Dossier,
): EvidenceList {
  const rows = chosen.map(({ item, source }, index) => {
    const pages = dossier.rows[index];
    return {
      group: item.group,
      seq: item.seq,
      name: item.title,
      kind: item.kind,
      source: item.source,
      proves: item.proves,
      originality: item.originality,
      copies: 1 + opponents.length,
      pages:
        pages === undefined || isMedia(source)
          ? ''
          : pages.pageFrom === pages.pageTo
            ? String(pages.pageFrom)
            : `${pages.pageFrom}–${pages.pageTo}`,
      remark: item.remark,
    };
  });
  return {
    office: file.office.name,
    caseNo,
    caseName: file.case.causeName,
    recipient,
    rows,
    submittedAt: today,
    sets: 1 + opponents.length,
  };
}

function answerOf({ kind, file, agent, recipient, caseNo, opponents, answer, chosen, today }: PackageRequest): Answer {
  return {
    kind,
    office: file.office.name,
    address: file.office.address,
    head: '',
    agent,
    recipient,
    caseNo,
    opponents,
    text: answer,
    attachments: [`证据目录一份，证据${chosen.length}件`],
    date: today,
  };
}

const isMedia = (source: HashedItem): source is Extract<HashedItem, { kind: 'exhibit' }> =>
  source.kind === 'exhibit' && isRecording(source.exhibit);
/** What the folder or the zip of a package is called; the end of its row's id tells two of one case apart. */
export const packageName = ({ file, kind }: Pick<PackageRequest, 'file' | 'kind'>, rowId: string): string =>
  safeFileName(file.case.number || file.case.causeName, {
    after: `_${kind === 'court' ? '诉讼' : '复议'}_${rowId.slice(-8)}`,
  });

/** Longer than any name we give a file ourselves. */
const ownNameLength = 30;

/** UTF-16 units of the longest path a package has below the folder it is put in, or a few more. */
export function depthOf(request: Pick<PackageRequest, 'file' | 'kind'> & { chosen: Chosen[] }, rowId: string): number {
  const names = request.chosen.map(({ item }) => cardPath(item).length);
  return `${packageName(request, rowId)}/data/`.length + Math.max(ownNameLength, ...names);
}

/** Group and number come first, so that no two names of a package are alike, in whatever case they are read. */
const fileNameOf = (item: HandoverItem, after: string): string =>
  safeFileName(item.title, { before: `${item.group}-${item.seq}_`, after });
const cardPath = (item: HandoverItem): string => `06_音像/${fileNameOf(item, '_说明卡.pdf')}`;

/** The chosen originals as they lie in the sealed store: papers and scans under 03, recordings untranscoded under 06. */
export function originalsOf({ chosen }: PackageRequest, blobs: BlobStore): (BagFile & { item: HandoverItem })[] {
  return chosen.map(({ item, source }) => {
    const extension = source.kind === 'paper' ? '.pdf' : extensionOf(source.exhibit);
    const path = `${isMedia(source) ? '06_音像' : '03_证据'}/${fileNameOf(item, extension)}`;
    return { path, content: () => sealedContent(blobs, item.sha256), item };
  });
}

async function* sealedContent(blobs: BlobStore, sha256: string): AsyncGenerator<Uint8Array> {
  const reader = await blobs.open(sha256);
  try {
    yield* reader.range(0, reader.bytes);
  } finally {
    await reader.close();
  }
}

/** All files of the package but manifest and slip, which speak about them; `item` names what the file is. */
export async function packageFiles(
  request: PackageRequest,
  tools: PackageTools,
): Promise<(BagFile & { item?: HandoverItem })[]> {
  const { printer, blobs } = tools;
  const { file, chosen } = request;
  const dossier = await evidenceDossier(request, tools);
  const answer = await printer.answer(answerOf(request)).catch(printRefusal);
  const list = await printer.evidenceList(evidenceListOf(request, dossier)).catch(printRefusal);
  const cards: BagFile[] = [];
  for (const { item, source } of chosen) {
    if (!isMedia(source)) continue;
    const card = await printer.mediaCard(mediaCardOf(source, file));
    cards.push({ path: cardPath(item), content: () => once(card.pdf) });
  }
  return [
    { path: '00_证据卷（目录及全部证据）.pdf', content: () => once(dossier.pdf) },
    { path: places[request.kind], content: () => once(answer.pdf) },
    { path: '02_证据目录.pdf', content: () => once(list.pdf) },
    ...originalsOf(request, blobs),
    ...(await answerForms(request, printer)),
    ...cards,
  ];
}
