import type { Paper } from '../../../shared/case-file.ts';
import type { PaperRow } from '../../platform/store/tables/papers.ts';

/** A row of `paper` as the database has it, its private columns among the rest. */
export type StoredPaper = Omit<PaperRow, 'values' | 'signatures' | 'approvals' | 'prints'> &
  Record<'values' | 'signatures' | 'approvals' | 'prints', string>;

export const paperOf = (row: StoredPaper): Paper => ({
  id: row.id,
  caseId: row.caseId,
  partyId: row.partyId,
  templateId: row.templateId,
  templateVersion: row.templateVersion,
  name: row.name,
  version: row.version,
  status: row.status,
  number: row.number,
  values: JSON.parse(row.values) as Paper['values'],
  signatures: JSON.parse(row.signatures) as Paper['signatures'],
  approvals: JSON.parse(row.approvals) as Paper['approvals'],
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  issuedAt: row.issuedAt,
  issuedBy: row.issuedBy,
  sha256: row.sha256,
  pages: row.pages,
  voidReason: row.voidReason,
  prints: JSON.parse(row.prints) as Paper['prints'],
});
