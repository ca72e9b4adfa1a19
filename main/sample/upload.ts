import type { Exhibit, ExhibitDetails } from '../../shared/case-file.ts';
import { intakeChunkBytes } from '../../shared/contract/evidence.ts';
import type { Client } from '../app/client.ts';
import type { Workstation } from '../platform/host.ts';

export interface NewFile {
  caseId: string;
  fileName: string;
  mime: string;
  content: Uint8Array;
  details: ExhibitDetails;
}

/** Adds a file the way the page does: begin, chunks in order, finish. */
export async function upload(
  workstation: Pick<Workstation, 'fetch'>,
  client: Client,
  { caseId, fileName, mime, content, details }: NewFile,
): Promise<Exhibit> {
  const { intakeId } = await client.evidence.begin({ caseId, fileName, bytes: content.length, mime, details });
  const chunks = Math.ceil(content.length / intakeChunkBytes);
  for (let seq = 0; seq < chunks; seq += 1) {
    const body = content.slice(seq * intakeChunkBytes, (seq + 1) * intakeChunkBytes);
    const answer = await workstation.fetch(
      new Request(`http://workstation/intake/${intakeId}/${seq}`, { method: 'POST', body }),
    );
    if (!answer.ok) throw new Error(`chunk ${seq} was refused`);
  }
  return client.evidence.finish({ intakeId, chunks });
}
