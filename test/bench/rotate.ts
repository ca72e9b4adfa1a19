// How long a log-in takes that changes the vault key of a full office, because somebody left.
import { copyFileSync, fsyncSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { changeKeyIfDue } from '../../main/app/profile/key-change.ts';
import { databaseFile, officeFile } from '../../main/app/session/profile-files.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { deriveKey } from '../../main/platform/vault/keys.ts';
import { makeSeal, newHeader, SEAL_AT, sealFrame } from '../../main/platform/vault/sealed-format.ts';
import { sealedPath } from '../../main/platform/vault/store-folder.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { seed } from './seed.ts';

const PAPERS = 100_000;
const LIMIT_SECONDS = 60;
const FRAME_BYTES = 4096;

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/**
 * Seconds of the change with 100 000 papers and as many sealed files, and of its steps. The floor of the databases is a flushed copy;
 * that of the files a bare write of as many headers' bytes, each flushed, one after the other.
 */
export async function benchRotate(dir: string): Promise<Record<string, unknown>> {
  const profile = join(dir, 'profile');
  const sample = await copyOfStage('filed');
  await cp(sample, profile, { recursive: true });
  await rm(sample, { recursive: true });
  await seed(profile, PAPERS);
  const keyring = createKeyring(profile);
  // The first one, 系统管理员, holds no vault key.
  const [, stays, leaves] = await keyring.people();
  const keys = contentKeysOf(await keyring.unlock(stays?.id ?? '', samplePassword));
  sealMany(profile, deriveKey(keys.vaultKey, 'files'));
  await keyring.removePerson(keys, leaves?.id ?? '', new Date().toISOString());
  const databaseFloor = flushedCopy(profile);
  const filesFloor = flushedWrites(join(dir, 'floor'));

  const from = performance.now();
  let filesFrom = from;
  const request = {
    profileDir: profile,
    keyring,
    keys,
    onKeyChange: (progress: { step: string; done: number } | null) => {
      if (progress?.step === '材料' && progress.done === 0) filesFrom = performance.now();
    },
  };
  const errorLog = { changeKey: async () => {}, report: () => '' };
  const notices = await changeKeyIfDue(request, { errorLog });
  const end = performance.now();
  const { isUnderWay, since } = await keyring.keyChange(keys);
  if (isUnderWay || since !== null) throw new Error(`the key was not changed: ${notices.join('')}`);
  return {
    papers: PAPERS,
    files: PAPERS,
    databasesMiB: Math.round((statSync(databaseFile(profile)).size + statSync(officeFile(profile)).size) / 2 ** 20),
    changeSeconds: seconds(end - from),
    limitSeconds: LIMIT_SECONDS,
    databases: { seconds: seconds(filesFrom - from), floorSeconds: seconds(databaseFloor) },
    sealedFiles: { seconds: seconds(end - filesFrom), floorSeconds: seconds(filesFloor) },
  };
}

/** One small sealed file for each paper, in its place, without a flush of each: they are not what is measured. */
function sealMany(profile: string, filesKey: Uint8Array): void {
  const vault = join(profile, 'vault');
  for (let n = 0; n < 256; n += 1) mkdirSync(join(vault, n.toString(16).padStart(2, '0')), { recursive: true });
  for (let n = 0; n < PAPERS; n += 1) {
    const plain = Buffer.from(`第${n}份文书`.repeat(40));
    const sha256 = createHash('sha256').update(plain).digest('hex');
    const { header, frameKey } = newHeader(filesKey, FRAME_BYTES);
    makeSeal(header, frameKey, { bytes: plain.length, sha256 }).copy(header, SEAL_AT);
    writeFileSync(sealedPath(vault, sha256), Buffer.concat([header, ...sealFrame(frameKey, 0, true, plain)]));
  }
}

function flushedCopy(profile: string): number {
  const from = performance.now();
  for (const file of [databaseFile(profile), officeFile(profile)]) {
    copyFileSync(file, `${file}.floor`);
    fsyncSync(openSync(`${file}.floor`, 'r+'));
  }
  return performance.now() - from;
}

/** A tenth of them, times ten. */
function flushedWrites(folder: string): number {
  mkdirSync(folder);
  const header = Buffer.alloc(148, 1);
  const count = PAPERS / 10;
  const from = performance.now();
  for (let n = 0; n < count; n += 1) writeFileSync(join(folder, `${n}`), header, { flush: true });
  return (performance.now() - from) * 10;
}
