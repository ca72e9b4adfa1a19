import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordedLength } from '../../../../main/features/evidence/recorded-length.ts';
import { openBlobStore } from '../../../../main/platform/vault/blob-store.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';
import { faultOf, scratchFolder } from '../../platform/vault/support.ts';
import { flipByte } from '../../../support/flip-byte.ts';

const samplesPerSecond = 8000;

/** A recording of so many seconds of silence. */
function wav(seconds: number): Buffer {
  const bytes = seconds * samplesPerSecond;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.alloc(bytes, 128)]);
}

async function sealed(content: Uint8Array) {
  const profileFolder = scratchFolder();
  const blobs = await openBlobStore({
    profileFolder,
    filesKey: randomBytes(32),
    reserveBytes: 0,
    onFault: failOnFault,
  });
  onTestFinished(() => blobs.close());
  const path = join(scratchFolder(), 'recording');
  writeFileSync(path, content);
  const { sha256 } = await blobs.sealFile(path);
  const length = (mime: string): Promise<number | null> => recordedLength(blobs, { mime, sha256 });
  return { length, file: join(profileFolder, 'vault', sha256.slice(0, 2), sha256) };
}

test('a film is as long as its file says, whatever was typed', async () => {
  const film = await sealed(readFileSync('resources/sample-office/exhibits/现场检查录像.webm'));
  expect(await film.length('video/webm')).toBe(9.008);
});

test('a long recording is read where its length stands', async () => {
  const recording = await sealed(wav(600));
  expect(await recording.length('audio/wav')).toBe(600);
});

test('what is no recording has no length, and a recording whose file does not say stays without one', async () => {
  const bytes = await sealed(randomBytes(5000));
  expect(await bytes.length('application/pdf')).toBeNull();
  expect(await bytes.length('audio/wav')).toBeNull();
  expect(await bytes.length('audio/amr')).toBeNull();
  expect(await bytes.length('video/mp4')).toBeNull();
});

test('a damaged file is told as damaged', async () => {
  const recording = await sealed(wav(12));
  await flipByte(recording.file, 4200);
  expect(await faultOf(() => recording.length('audio/wav'))).toMatchObject({ code: 'damaged' });
});
