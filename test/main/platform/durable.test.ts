import * as fs from 'node:fs/promises';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renamePatiently, writeDurably } from '../../../main/platform/durable.ts';
import { tempDir } from '../../support/temp-dir.ts';

vi.mock('node:fs/promises', { spy: true });

const folder = await tempDir();
const refused = (code: string): Error => Object.assign(new Error(code), { code });
const renames = vi.mocked(fs.rename);
afterEach(() => void renames.mockReset());

describe('a file that another program holds for a moment', () => {
  test.each(['EBUSY', 'EPERM', 'EACCES'])('is renamed as soon as it is let go (%s)', async (code) => {
    for (let held = 1; held <= 4; held += 1) {
      const [from, to] = [join(folder, `from-${code}-${held}`), join(folder, `to-${code}-${held}`)];
      await writeFile(from, code);
      for (let times = 0; times < held; times += 1) renames.mockRejectedValueOnce(refused(code));
      await renamePatiently(from, to);
      expect(await readFile(to, 'utf8')).toBe(code);
    }
  });

  test('is given up after some seconds, and nothing half-written stays', async () => {
    const path = join(folder, 'kept.json');
    await writeDurably(path, 'before');
    renames.mockRejectedValue(refused('EBUSY'));
    await expect(writeDurably(path, 'after')).rejects.toThrow('EBUSY');
    expect(await readFile(path, 'utf8')).toBe('before');
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('any other fault is told at once', async () => {
    renames.mockRejectedValue(refused('ENOSPC'));
    await expect(renamePatiently('a', 'b')).rejects.toThrow('ENOSPC');
    expect(renames).toHaveBeenCalledTimes(1);
  });
});
