import { intakeChunkBytes } from '../../../../shared/contract/evidence.ts';
import { Refusal } from '../../../../shared/contract/refusals.ts';
import type { Exhibit, ExhibitDetails } from '../../../../shared/case-file.ts';
import { createSm3 } from '../../../../main/platform/vault/sm3.ts';
import type { Office } from '../../../support/office.ts';
import { expect } from 'vitest';

export type GivenDetails = Pick<ExhibitDetails, 'title' | 'kind'> & Partial<ExhibitDetails>;
export const details = (title: string, over: Partial<ExhibitDetails> = {}): GivenDetails => ({
  title,
  kind: '书证',
  ...over,
});

/** Sends one chunk as the page does; null when it was taken, else what it was refused with. */
export async function chunk(
  { workstation }: Pick<Office, 'workstation'>,
  intakeId: string,
  seq: number,
  body: Uint8Array,
): Promise<Refusal | null> {
  const answer = await workstation.fetch(
    new Request(`http://workstation/intake/${intakeId}/${seq}`, { method: 'POST', body: Uint8Array.from(body) }),
  );
  return answer.ok ? null : Refusal.parse(await answer.json());
}

export interface Sending {
  fileName: string;
  content: Uint8Array;
  announced?: number;
  mime?: string;
  details?: GivenDetails;
}

/** Adds a file to the sample case; what refuses it, be it a call or a chunk, is thrown as the call's error. */
export async function send(
  office: Office,
  { fileName, content, announced = content.length, mime = '', details: given = details(fileName) }: Sending,
): Promise<Exhibit> {
  const { client } = office;
  const { intakeId } = await client.evidence.begin({
    caseId: (await office.caseFile()).case.id,
    fileName,
    bytes: announced,
    mime,
    details: given,
  });
  const chunks = Math.ceil(content.length / intakeChunkBytes);
  for (let seq = 0; seq < chunks; seq += 1) {
    const refused = await chunk(
      office,
      intakeId,
      seq,
      content.subarray(seq * intakeChunkBytes, (seq + 1) * intakeChunkBytes),
    );
    if (refused) throw Object.assign(new Error('chunk refused'), { data: refused });
  }
  return client.evidence.finish({ intakeId, chunks });
}

export async function sm3Of(content: Uint8Array): Promise<string> {
  const sm3 = await createSm3();
  sm3.update(content);
  return sm3.digest();
}

/** The SM3 of an exhibit, once the background has computed it. */
export async function sm3Known(office: Office, exhibitId: string): Promise<string | null> {
  const find = async () => (await office.caseFile()).exhibits.find((exhibit) => exhibit.id === exhibitId)?.sm3 ?? null;
  await expect.poll(find, { timeout: 60_000 }).not.toBeNull();
  return find();
}
