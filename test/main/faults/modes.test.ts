import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chmodSync } from 'node:fs';
import { databaseFile } from '../../../main/app/session/profile-files.ts';
import { errorCode } from '../../../main/platform/files.ts';
import { officeAt } from '../../support/office.ts';

/** Null when the file has been put under its own name meanwhile: the program writes on beside us. */
const modeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ mode }) => mode,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    },
  );

/** Everything in a folder that anybody but its owner may read, write or enter. */
async function openToOthers(dir: string): Promise<string[]> {
  const names = await readdir(dir, { recursive: true });
  const open = await Promise.all(
    names.map(async (name) => {
      const mode = await modeOf(join(dir, name));
      return mode !== null && (mode & 0o077) !== 0 ? [`${name} ${(mode & 0o777).toString(8)}`] : [];
    }),
  );
  return open.flat();
}

test('nobody but its owner may read anything of a profile, open or locked, and an older one is made so', async () => {
  await using office = await officeAt('handed-over');
  chmodSync(databaseFile(office.dir), 0o644);
  await office.as('王建国');
  await office.client.households.create({ kind: '无照单位', name: '甲小吃店', address: '人民路1号' });
  expect(await openToOthers(office.dir)).toEqual([]);
  await office.client.session.lock();
  expect(await openToOthers(office.dir)).toEqual([]);
});
