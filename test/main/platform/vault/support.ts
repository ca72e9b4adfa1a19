import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { VaultError } from '../../../../main/platform/vault/errors.ts';
import type { VaultFault } from '../../../../main/platform/vault/errors.ts';

/** A folder of its own for one test, removed afterwards. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bytes that differ at every place, so that a shifted read shows. */
export function someBytes(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

/** The fault of a refusal; fails the test when nothing, or something else, was thrown. */
export async function faultOf(work: Promise<unknown> | (() => unknown)): Promise<VaultFault> {
  const running = typeof work === 'function' ? (async () => work())() : work;
  const error: unknown = await running.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(VaultError);
  return (error as VaultError).fault;
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files below a folder that hold the bytes, or are named so. */
export function filesShowing(folder: string, marker: string): string[] {
  return filesIn(folder).filter((path) => path.includes(marker) || readFileSync(path).includes(marker));
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
