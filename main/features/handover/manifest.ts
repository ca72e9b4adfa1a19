import { createHash } from 'node:crypto';
import type { HandoverRow } from '../../platform/store/tables/archive.ts';
import { createSm3 } from '../../platform/vault/sm3.ts';
import type { PackageRequest } from './package-request.ts';

export interface Manifest {
  text: string;
  sha256: string;
  sm3: string;
}

/** `manifest.json`: what is handed over to whom, each item with its hashes, and the anchor of the audit chain at that moment. */
export async function manifestOf(row: HandoverRow, request: PackageRequest, anchor: string): Promise<Manifest> {
  const facts = {
    office: request.file.office.name,
    recipient: request.recipient,
    kind: request.kind,
    caseNumber: request.file.case.number,
    causeName: request.file.case.causeName,
    courtCaseNo: request.caseNo,
    frozenAt: row.createdAt,
    anchor,
    items: request.chosen.map(({ item, source }) => ({
      group: item.group,
      seq: item.seq,
      title: item.title,
      kind: item.kind,
      originality: item.originality,
      pages: item.pages,
      proves: item.proves,
      source: item.source,
      sha256: item.sha256,
      sm3: source.kind === 'exhibit' ? source.exhibit.sm3 : null,
    })),
  };
  const text = `${JSON.stringify(facts, null, 2)}\n`;
  const sm3 = await createSm3();
  sm3.update(Buffer.from(text));
  return { text, sha256: createHash('sha256').update(text).digest('hex'), sm3: sm3.digest() };
}
