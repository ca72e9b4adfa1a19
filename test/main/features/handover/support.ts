import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readSample } from '../../../../main/sample/sample.ts';
import type { Office } from '../../../support/office.ts';
import { resourcesDir } from '../../../support/office-profile.ts';

const { kind, recipient, opponents, receivedAt, answer, caseNo, agent } = readSample(resourcesDir).handover;
type Request = Parameters<Office['client']['handover']['make']>[0];

/** Asks for the package of the sample case: everything of the as-decided set but the inner papers. */
export async function makePackage(
  office: Pick<Office, 'client' | 'caseFile'>,
  folder: string,
  over: Partial<Request> = {},
): Promise<{ handoverId: string; jobId: string }> {
  const { client } = office;
  const {
    case: { id: caseId },
  } = await office.caseFile();
  const plan = await client.handover.plan({ caseId, kind, receivedAt });
  const keys = plan.items.filter((item) => !item.late && !item.internal).map((item) => item.key);
  const { ticket } = await client.desktop.typedFolder({ folder });
  return client.handover.make({
    kind,
    recipient,
    opponents,
    receivedAt,
    answer,
    caseNo,
    agent,
    caseId,
    keys,
    form: 'folder',
    folderTicket: ticket,
    ...over,
  });
}

/** Every file of a folder by its path with `/`. */
export async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.toSorted().map(
        async (file) =>
          [
            file
              .slice(folder.length + 1)
              .split(sep)
              .join('/'),
            await readFile(file),
          ] as const,
      ),
    ),
  );
}

/**
 * What RFC 8493 asks of a bag, checked by the text of the standard and by nothing of the program: the declaration, every
 * payload file in every manifest and no other, the right hashes, Payload-Oxum, tag files by their own manifest.
 */
export function bagFaults(files: Map<string, Buffer>): string[] {
  const faults: string[] = [];
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? (faults.push(`no ${name}`), '');
  if (text('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') faults.push('bagit.txt');
  const payload = [...files.keys()].filter((name) => name.startsWith('data/'));
  const rows = (name: string): [string, string][] =>
    text(name)
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(line.indexOf(' ')).trim(), line.slice(0, line.indexOf(' '))]);
  for (const name of ['manifest-sha256.txt', 'manifest-sm3.txt']) {
    const named = rows(name).map(([file]) => file);
    if (named.toSorted().join('\n') !== payload.toSorted().join('\n')) faults.push(`${name} and data/ differ`);
  }
  const tags = [...files.keys()].filter((name) => !name.startsWith('data/') && !name.startsWith('tagmanifest-'));
  if (
    rows('tagmanifest-sha256.txt')
      .map(([file]) => file)
      .toSorted()
      .join() !== tags.toSorted().join()
  )
    faults.push('tagmanifest and tag files differ');
  for (const [file, hash] of [...rows('manifest-sha256.txt'), ...rows('tagmanifest-sha256.txt')]) {
    if (
      createHash('sha256')
        .update(files.get(file) ?? '')
        .digest('hex') !== hash
    )
      faults.push(`hash of ${file}`);
  }
  const bytes = payload.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
  if (!text('bag-info.txt').split('\n').includes(`Payload-Oxum: ${bytes}.${payload.length}`))
    faults.push('Payload-Oxum');
  return faults;
}
