import { execFileSync } from 'node:child_process';
import { getHashes, randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { intakeChunkBytes } from '../../shared/contract/evidence.ts';
import { type BlobStore, openBlobStore } from '../../main/platform/vault/blob-store.ts';
import { createSealedFile } from '../../main/platform/vault/sealed-file.ts';
import { createSm3 } from '../../main/platform/vault/sm3.ts';
import { failOnFault } from '../support/fail-on-fault.ts';

const MIB = 1024 * 1024;
const SIZE_MIB = 512;
const ROUNDS = 3;

export type SealFigures = Awaited<ReturnType<typeof benchSeal>>;

/**
 * Seals, verifies and computes SM3 of a file of 512 MiB in `dir`, beside `cp` + `sha256sum` in the same run; best of three rounds.
 * Speeds in MiB/s with the flush to disk (cp does not flush), memory in MiB, the event loop in milliseconds: on a busy machine
 * the longest block is the wait for a core, so the share of time the host thread itself was at work stands beside it.
 */
export async function benchSeal(dir: string) {
  const folder = mkdtempSync(join(dir, 'seal-'));
  try {
    const source = join(folder, 'source');
    writeRandom(source);
    const rounds: Awaited<ReturnType<typeof oneRound>>[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(folder, source, round));
    const best = (key: keyof (typeof rounds)[number]): number =>
      Math.round(Math.max(...rounds.map((figures) => figures[key])));
    const worst = (key: keyof (typeof rounds)[number]): number =>
      Math.round(10 * Math.max(...rounds.map((figures) => figures[key]))) / 10;
    return {
      sizeMiB: SIZE_MIB,
      sm3By: getHashes().includes('sm3') ? 'node:crypto' : 'hash-wasm',
      sealAlone: best('sealAlone'),
      sealFile: best('sealFile'),
      intake: best('intake'),
      intakeTimesCpAndSha256sum: Math.round((100 * best('intake')) / best('cpAndSha256sum')) / 100,
      intakeBesideSm3: best('intakeBesideSm3'),
      verify: best('verify'),
      sm3: best('sm3'),
      sm3Alone: best('sm3Alone'),
      sm3WasmAlone: best('sm3WasmAlone'),
      cpAndSha256sum: best('cpAndSha256sum'),
      rssGrowthMiB: worst('rssGrowth'),
      longestBlockMs: worst('longestBlock'),
      blockP999Ms: worst('blockP999'),
      hostBusyPercent: worst('hostBusy'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneRound(folder: string, source: string, round: number) {
  const store = await openBlobStore({
    profileFolder: join(folder, `profile-${round}`),
    filesKey: randomBytes(32),
    onFault: failOnFault,
  });
  // The threads start before the clock does; their start is a cost of the first file of a day, not of each.
  const warm = await store.openIntake();
  await warm.write(randomBytes(MIB));
  await warm.finish();
  const rssBefore = process.memoryUsage().rss;
  let rssPeak = rssBefore;
  const watch = setInterval(() => (rssPeak = Math.max(rssPeak, process.memoryUsage().rss)), 50);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const busySince = performance.eventLoopUtilization();
  loop.enable();
  let sha256 = '';
  const sealFile = await speed(async () => {
    ({ sha256 } = await store.sealFile(source));
  });
  const verify = await speed(async () => void (await store.verify(sha256)));
  const intake = await speed(() => takeIn(store, source, 1));
  const sm3 = await speed(async () => void (await store.sm3(sha256)));
  const stopSm3 = new AbortController();
  const behind = store.sm3(sha256, { signal: stopSm3.signal }).catch(() => undefined);
  const intakeBesideSm3 = await speed(() => takeIn(store, source, 2));
  stopSm3.abort();
  await behind;
  loop.disable();
  const hostBusy = 100 * performance.eventLoopUtilization(busySince).utilization;
  clearInterval(watch);
  await store.close();
  const figures = {
    sealFile,
    verify,
    intake,
    intakeBesideSm3,
    sm3,
    rssGrowth: (rssPeak - rssBefore) / MIB,
    longestBlock: loop.max / 1e6,
    blockP999: loop.percentile(99.9) / 1e6,
    hostBusy,
    sealAlone: await speed(() => sealAlone(source, join(folder, `alone-${round}`))),
    sm3Alone: await speed(() => hashAlone(getHashes())),
    sm3WasmAlone: await speed(() => hashAlone([])),
    cpAndSha256sum: await speed(() => copyAndHash(source, join(folder, 'copy'))),
  };
  rmSync(join(folder, `profile-${round}`), { recursive: true });
  rmSync(join(folder, `alone-${round}`));
  return figures;
}

async function speed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (SIZE_MIB * 1000) / (performance.now() - start);
}

/** The same bytes with the first one changed by `change`, so that it is a content of its own; in chunks as they come from the page. */
async function takeIn(store: BlobStore, source: string, change: number): Promise<void> {
  const handle = await open(source);
  const intake = await store.openIntake({ expectedBytes: SIZE_MIB * MIB });
  const chunk = Buffer.alloc(intakeChunkBytes);
  for (let done = 0; done < SIZE_MIB * MIB; done += intakeChunkBytes) {
    await handle.read(chunk, 0, intakeChunkBytes, done);
    if (done === 0) chunk[0] = (chunk[0] ?? 0) ^ change;
    await intake.write(chunk);
  }
  await intake.finish();
  await handle.close();
}

/** Sealing alone, in this thread: what the format costs without passing buffers on. */
async function sealAlone(source: string, target: string): Promise<void> {
  const handle = await open(source);
  const writer = await createSealedFile(target, randomBytes(32));
  const piece = Buffer.alloc(MIB);
  for (let index = 0; index < SIZE_MIB; index++) {
    await handle.read(piece, 0, MIB, index * MIB);
    await writer.write(piece);
  }
  await writer.finish();
  await handle.close();
}

async function hashAlone(hashes: readonly string[]): Promise<void> {
  const sm3 = await createSm3(hashes);
  const piece = randomBytes(MIB);
  for (let index = 0; index < SIZE_MIB; index++) sm3.update(piece);
  sm3.digest();
}

async function copyAndHash(source: string, target: string): Promise<void> {
  copyFileSync(source, target);
  execFileSync('sha256sum', [target]);
}

function writeRandom(path: string): void {
  const file = openSync(path, 'w');
  for (let index = 0; index < SIZE_MIB; index++) writeSync(file, randomBytes(MIB));
  closeSync(file);
}
