import { v7 as newId } from 'uuid';
import type { CaseFile, Exhibit } from '../../../shared/case-file.ts';
import { recordOf } from '../../../shared/procedure/prints.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import type { ExhibitRow } from '../../platform/store/tables/papers.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { templateOf } from '../cases/case-definitions.ts';
import { readCaseFile } from '../cases/case-file.ts';
import type { FeatureContext } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import type { Exhibits } from './exhibits.ts';
import type { ExhibitSm3 } from './exhibit-sm3.ts';

interface Tools {
  blobs: BlobStore;
  exhibits: Exhibits;
  exhibitSm3: ExhibitSm3;
}

export interface TakingOver {
  caseId: string;
  exhibitIds: string[];
  paperIds: string[];
}

/**
 * Exhibits and issued papers of the case this one was begun from become exhibits here: other rows of the same sealed files, nothing is
 * copied. What was taken over already is left alone; see `evidence.takeOver`.
 */
export function createTakeOver(context: FeatureContext, { blobs, exhibits, exhibitSm3 }: Tools) {
  return async ({ caseId, exhibitIds, paperIds }: TakingOver): Promise<Exhibit[]> => {
    requireAccess(context, caseId);
    exhibits.refuseClosed(caseId);
    const { originId } = readCaseFile(context, caseId).case;
    if (originId === null) throw notFound('case');
    requireAccess(context, originId);
    const origin = readCaseFile(context, originId);
    const known = new Set(readCaseFile(context, caseId).exhibits.map(({ fromId }) => fromId));
    const rows: ExhibitRow[] = [];
    for (const id of exhibitIds) if (!known.has(id)) rows.push(exhibitAgain(exhibits, origin, id, caseId));
    for (const id of paperIds) if (!known.has(id)) rows.push(await paperAsExhibit(context, blobs, origin, id, caseId));
    const taken: Exhibit[] = [];
    for (const row of rows) taken.push(await exhibits.admit(row));
    exhibitSm3.catchUp();
    return taken;
  };
}

/** The same file with what is known of it; when and by whom it was taken in stays as it was. */
function exhibitAgain(exhibits: Exhibits, origin: CaseFile, exhibitId: string, caseId: string): ExhibitRow {
  const exhibit = origin.exhibits.find(({ id }) => id === exhibitId);
  if (exhibit === undefined || exhibit.withdrawnReason !== null) throw notFound('exhibit');
  if (exhibit.damage !== null) throw new RefusalError({ code: 'damaged', name: exhibit.title, what: exhibit.damage });
  const { hasThumbnail: _, ...facts } = exhibit;
  return {
    ...facts,
    id: newId(),
    caseId,
    paperId: null,
    stepId: null,
    thumbnail: exhibits.row(exhibitId).thumbnail,
    fromCaseId: origin.case.id,
    fromId: exhibitId,
    supplementId: null,
  };
}

/** An issued paper as evidence: the file that stands for it, the signed sheets where they came back. */
async function paperAsExhibit(
  context: FeatureContext,
  blobs: BlobStore,
  origin: CaseFile,
  paperId: string,
  caseId: string,
): Promise<ExhibitRow> {
  const paper = origin.papers.find(({ id, status }) => id === paperId && status === 'issued');
  const record = paper === undefined ? null : recordOf(paper);
  if (paper === undefined || record === null) throw notFound('paper');
  const { name, number } = paper;
  return {
    id: newId(),
    caseId,
    title: number === null ? name : `${name}（${number}）`,
    kind: templateOf(context, origin, paper.templateId).evidenceKind ?? '书证',
    source: caseWords(origin),
    maker: origin.office.name,
    proves: '',
    originality: '原件',
    paperId: null,
    stepId: null,
    place: '',
    device: '',
    startAt: '',
    endAt: '',
    noticeSpoken: false,
    transcript: '',
    encoding: null,
    gatheredAt: null,
    fileName: `${name}.pdf`,
    mime: 'application/pdf',
    bytes: await bytesOf(blobs, name, record.sha256),
    sha256: record.sha256,
    sm3: null,
    importedAt: paper.issuedAt ?? paper.updatedAt,
    importedBy: paper.issuedBy ?? '',
    thumbnail: null,
    damage: null,
    withdrawnReason: null,
    fromCaseId: origin.case.id,
    fromId: paper.id,
    supplementId: null,
  };
}

const caseWords = ({ case: { causeName, number } }: CaseFile): string =>
  number === '' ? `${causeName}案` : `${causeName}案（${number}）`;

async function bytesOf(blobs: BlobStore, name: string, sha256: string): Promise<number> {
  const reader = await withVault(name, () => blobs.open(sha256));
  const { bytes } = reader;
  await reader.close();
  return bytes;
}
