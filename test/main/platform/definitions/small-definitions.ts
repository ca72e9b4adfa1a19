import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { DataFault } from '../../../../main/platform/definitions/data-fault.ts';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { tempDir } from '../../../support/temp-dir.ts';

export const resources = join(await tempDir(), 'resources');

/** A small set of data files that is in order, beside the real regulation. */
export async function putSmallDefinitions(): Promise<void> {
  await rm(resources, { recursive: true, force: true });
  await cp('test/main/platform/definitions/small', resources, { recursive: true });
  await cp('resources/regulation/articles.yaml', join(resources, 'regulation/articles.yaml'));
}

/** Changes one data file: the first `from` becomes `to`. Resolves with the line of `toldAt`, or of the change. */
export async function change(name: string, from: string, to: string, toldAt = from): Promise<number> {
  const file = join(resources, name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(
    file,
    text.replace(from, () => to),
  );
  return text.slice(0, text.indexOf(toldAt)).split('\n').length;
}

export function refusal(load: () => unknown = () => loadDefinitions(resources)): DataFault['refusal'] {
  try {
    load();
  } catch (error) {
    if (error instanceof DataFault) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** One slip in one file; `toldAt` is text on the line that must be told, where that is not the line of the slip. */
export interface Slip {
  fault: string;
  file: string;
  from: string;
  to: string;
  toldAt?: string;
  reason: string;
}

export async function expectTold({ file, from, to, toldAt, reason }: Slip): Promise<void> {
  const line = await change(file, from, to, toldAt);
  expect(refusal()).toEqual({ code: 'data-file', file, line, reason });
}
