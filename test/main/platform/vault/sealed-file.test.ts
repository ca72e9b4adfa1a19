import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createSealedFile, openSealedFile } from '../../../../main/platform/vault/sealed-file.ts';
import { FRAME_BYTES, frameOffset, HEADER_BYTES, sealedSize } from '../../../../main/platform/vault/sealed-format.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { collect, faultOf, scratchFolder, someBytes } from './support.ts';

vi.mock('node:fs/promises', { spy: true });

const key = randomBytes(32);

async function sealed(path: string, plain: Uint8Array, frameBytes?: number, step = plain.length): Promise<string> {
  const writer = await createSealedFile(path, key, frameBytes);
  for (let index = 0; index < plain.length; index += step) await writer.write(plain.subarray(index, index + step));
  const facts = await writer.finish();
  expect(facts).toEqual({ bytes: plain.length, sha256: createHash('sha256').update(plain).digest('hex') });
  return path;
}

async function slice(path: string, start: number, end: number): Promise<Buffer> {
  const reader = await openSealedFile(path, key);
  try {
    return Buffer.concat(await collect(reader.range(start, end)));
  } finally {
    await reader.close();
  }
}

/** Opens and reads everything, as a verification does. */
async function check(path: string, wanted?: string): Promise<void> {
  const reader = await openSealedFile(path, key, wanted);
  try {
    await reader.verify();
  } finally {
    await reader.close();
  }
}

describe('a sealed file gives back what was put in', () => {
  const frame = FRAME_BYTES;
  it.each([0, 1, frame - 1, frame, frame + 1, 3 * frame, 5 * frame + 17])(
    '%i bytes, at once and in odd pieces',
    async (length) => {
      const folder = scratchFolder();
      const plain = someBytes(length);
      for (const step of [Math.max(1, length), 65_521, 1024 * 1024 + 3]) {
        const path = await sealed(join(folder, `${step}`), plain, undefined, step);
        expect(statSync(path).size).toBe(sealedSize(length));
        expect((await slice(path, 0, length)).equals(plain)).toBe(true);
        await check(path);
      }
    },
  );

  it('reads every range byte-exactly', async () => {
    const plain = someBytes(25);
    const path = await sealed(join(scratchFolder(), 'a'), plain, 8);
    for (let start = 0; start <= 26; start++) {
      for (let end = start; end <= 27; end++) expect(await slice(path, start, end)).toEqual(plain.subarray(start, end));
    }
  });

  it('reads no further once the reader leaves the loop, and closing does not look like damage', async () => {
    const path = await sealed(join(scratchFolder(), 'a'), someBytes(3 * FRAME_BYTES));
    await flipByte(path, frameOffset(1, FRAME_BYTES));
    const reader = await openSealedFile(path, key);
    for await (const part of reader.range(0, reader.bytes)) {
      expect(part.length).toBe(FRAME_BYTES);
      break;
    }
    const [reading] = await Promise.all([faultOf(reader.range(0, 10).next()), reader.close()]);
    expect(reading).toEqual({ code: 'stopped' });
    expect(await faultOf(reader.range(0, 10).next())).toEqual({ code: 'stopped' });
  });

  it('stops a range by its signal', async () => {
    const path = await sealed(join(scratchFolder(), 'a'), someBytes(64), 16);
    const reader = await openSealedFile(path, key);
    const stop = new AbortController();
    const range = reader.range(0, 64, stop.signal);
    await range.next();
    stop.abort();
    expect(await faultOf(range.next())).toEqual({ code: 'stopped' });
    await reader.close();
  });

  it('leaves nothing behind when aborted', async () => {
    const folder = scratchFolder();
    const writer = await createSealedFile(join(folder, 'a'), key);
    await writer.write(someBytes(3 * FRAME_BYTES));
    await writer.abort();
    expect(() => statSync(join(folder, 'a'))).toThrow(/ENOENT/);
  });
});

describe('a file that the system does not give out now', () => {
  it.each([
    ['EMFILE', 'too-many-files'],
    ['ENOMEM', 'too-many-files'],
    ['EBUSY', 'in-use'],
    ['EACCES', 'not-permitted'],
  ])('is not called damaged (%s)', async (code, why) => {
    const path = await sealed(join(scratchFolder(), 'a'), someBytes(10));
    vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    expect(await faultOf(openSealedFile(path, key))).toEqual({ code: 'unreadable', why });
    await (await openSealedFile(path, key)).close();
  });

  it('a disk that fails is', async () => {
    const path = await sealed(join(scratchFolder(), 'a'), someBytes(10));
    vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));
    expect(await faultOf(openSealedFile(path, key))).toEqual({
      code: 'damaged',
      damage: { kind: 'disk', code: 'EIO' },
    });
  });
});

describe('a sealed file shows what was done to it', () => {
  const frame = 64;
  const plain = someBytes(3 * frame + 20);

  async function good(): Promise<string> {
    return sealed(join(scratchFolder(), 'a'), plain, frame);
  }

  it('any flipped byte, named by the part it lies in', async () => {
    const path = await good();
    const size = statSync(path).size;
    for (let position = 0; position < size; position++) {
      await flipByte(path, position);
      const index = Math.floor((position - HEADER_BYTES) / (frame + 16));
      const expected =
        position < HEADER_BYTES
          ? { kind: 'header' }
          : { kind: 'frame', frame: index, from: index * frame, to: Math.min(plain.length, (index + 1) * frame) };
      expect(await faultOf(check(path)), `byte ${position}`).toEqual({ code: 'damaged', damage: expected });
      await flipByte(path, position);
    }
    await check(path);
  });

  it('gives out no byte of a damaged frame, and the frames before it whole', async () => {
    const path = await good();
    await flipByte(path, frameOffset(2, frame) + 5);
    const got: Uint8Array[] = [];
    const reader = await openSealedFile(path, key);
    const fault = await faultOf(async () => {
      for await (const part of reader.range(0, reader.bytes)) got.push(part);
    });
    await reader.close();
    expect(fault).toMatchObject({ code: 'damaged', damage: { kind: 'frame', frame: 2 } });
    expect(Buffer.concat(got)).toEqual(plain.subarray(0, 2 * frame));
  });

  it.each([
    ['at a frame border', 3],
    ['to the header alone', 0],
  ])('a tail cut off %s', async (_where, frames) => {
    const path = await good();
    const actualBytes = frameOffset(frames, frame);
    truncateSync(path, actualBytes);
    expect(await faultOf(check(path))).toEqual({
      code: 'damaged',
      damage: { kind: 'length', expectedBytes: sealedSize(plain.length, frame), actualBytes },
    });
  });

  it('a cut within the header, and an empty file', async () => {
    const path = await good();
    for (const length of [HEADER_BYTES - 1, 10, 0]) {
      truncateSync(path, length);
      expect(await faultOf(check(path))).toEqual({ code: 'damaged', damage: { kind: 'header' } });
    }
  });

  it('bytes and whole frames appended', async () => {
    const path = await good();
    appendFileSync(path, readFileSync(path).subarray(frameOffset(0, frame), frameOffset(1, frame)));
    expect(await faultOf(check(path))).toMatchObject({ code: 'damaged', damage: { kind: 'length' } });
  });

  it('frames that changed places', async () => {
    const path = await good();
    const bytes = readFileSync(path);
    const [first, second] = [0, 1].map((index) =>
      Buffer.from(bytes.subarray(frameOffset(index, frame), frameOffset(index + 1, frame))),
    );
    bytes.set(second ?? [], frameOffset(0, frame));
    bytes.set(first ?? [], frameOffset(1, frame));
    writeFileSync(path, bytes);
    expect(await faultOf(check(path))).toEqual({
      code: 'damaged',
      damage: { kind: 'frame', frame: 0, from: 0, to: frame },
    });
  });

  it('frames or a seal from another file under the same key', async () => {
    const path = await good();
    const other = readFileSync(await sealed(join(scratchFolder(), 'b'), plain, frame));
    const bytes = readFileSync(path);
    const mixed = Buffer.from(bytes);
    other.copy(mixed, frameOffset(1, frame), frameOffset(1, frame), frameOffset(2, frame));
    writeFileSync(path, mixed);
    expect(await faultOf(check(path))).toMatchObject({ code: 'damaged', damage: { kind: 'frame', frame: 1 } });
    writeFileSync(
      path,
      Buffer.concat([
        bytes.subarray(0, HEADER_BYTES - 56),
        other.subarray(HEADER_BYTES - 56, HEADER_BYTES),
        bytes.subarray(HEADER_BYTES),
      ]),
    );
    expect(await faultOf(check(path))).toEqual({ code: 'damaged', damage: { kind: 'header' } });
  });

  it('a whole file put in another one’s place', async () => {
    const path = await good();
    expect(await faultOf(check(path, 'f'.repeat(64)))).toEqual({ code: 'damaged', damage: { kind: 'other-content' } });
  });

  it('a file that was never finished, is missing, or was sealed under another key', async () => {
    const folder = scratchFolder();
    const writer = await createSealedFile(join(folder, 'torn'), key, frame);
    await writer.write(plain);
    await writer.write(plain);
    expect(await faultOf(check(join(folder, 'torn')))).toEqual({ code: 'damaged', damage: { kind: 'unfinished' } });
    await writer.abort();
    expect(await faultOf(check(join(folder, 'none')))).toEqual({ code: 'damaged', damage: { kind: 'missing' } });
    expect(await faultOf(openSealedFile(await good(), randomBytes(32)))).toEqual({
      code: 'damaged',
      damage: { kind: 'header' },
    });
  });

  it('refuses a wiped key instead of calling every file damaged', async () => {
    const path = await good();
    expect(await faultOf(openSealedFile(path, new Uint8Array(32)))).toEqual({ code: 'key-wiped' });
    expect(await faultOf(createSealedFile(`${path}2`, new Uint8Array(32)))).toEqual({ code: 'key-wiped' });
  });
});

it('seals the same content differently each time', async () => {
  const folder = scratchFolder();
  const zeros = Buffer.alloc(4096);
  const [item, two] = await Promise.all(
    ['a', 'b'].map(async (name) => readFileSync(await sealed(join(folder, name), zeros))),
  );
  expect(item?.subarray(HEADER_BYTES).equals(two?.subarray(HEADER_BYTES) ?? Buffer.alloc(0))).toBe(false);
});
