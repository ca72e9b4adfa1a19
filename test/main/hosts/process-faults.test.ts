import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createErrorLog } from '../../../main/app/error-log.ts';
import { newVaultKey, officeKeyOf } from '../../../main/platform/vault/keys.ts';
import { tempDir } from '../../support/temp-dir.ts';

test('faults that nobody caught are on the disk when the program ends, and their messages nowhere', async () => {
  const dir = await tempDir();
  const officeKey = officeKeyOf(newVaultKey());
  const log = createErrorLog(dir);
  await log.unlocked(officeKey);
  const program = join(import.meta.dirname, '../../support/uncaught.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, dir], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, 'still here\n']);
  expect(stderr).not.toContain('陈福来');
  const faults = await log.read({ officeKey, vaultKey: null }, { most: 10, wanted: () => true });
  expect(faults).toMatchObject([
    { source: 'process', call: 'uncaughtException', kind: 'TypeError' },
    { source: 'process', call: 'unhandledRejection', kind: 'RangeError' },
  ]);
  for (const { id, places } of faults) {
    expect(stderr).toContain(id);
    expect(places[0]).toMatch(/^(?:\S+ )?test\/support\/uncaught\.ts:\d+:\d+$/);
  }
});
