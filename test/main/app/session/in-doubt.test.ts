import { execFileSync } from 'node:child_process';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyProfile, folderOfStage } from '../../../support/office-profile.ts';
import { officeAt, openOffice, refusalOf } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** From now on COMMIT fails, and the ROLLBACK after it too, as on a disk that went away. */
const failCommits = () => {
  const { exec } = Sqlite.prototype;
  return vi.spyOn(Sqlite.prototype, 'exec').mockImplementation(function fail(this: Sqlite.Database, sql: string) {
    if (sql === 'commit' || sql === 'rollback') throw new Sqlite.SqliteError('injected', 'SQLITE_IOERR_FSYNC');
    return exec.call(this, sql);
  });
};

test('a database that can no longer be trusted locks the workstation, says why, and is whole after the next log-in', async () => {
  await using office = await officeAt('approved', '李敏');
  const { client } = office;
  const { case: item } = await office.caseFile();
  const disk = failCommits();
  const refusal = await refusalOf(client.documents.create({ caseId: item.id, templateId: 'J32' }));
  expect(refusal).toEqual({ code: 'not-saved', why: 'disk' });
  await expect
    .poll(() => client.session.state())
    .toMatchObject({ profile: 'locked', lockedBy: { code: 'database-in-doubt' } });
  disk.mockRestore();

  await office.as('李敏');
  expect(await client.session.state()).toMatchObject({ profile: 'open', lockedBy: null, notices: [] });
  expect((await office.caseFile()).papers.filter((paper) => paper.templateId === 'J32')).toEqual([]);
  const kept = await client.documents.create({ caseId: item.id, templateId: 'J32' });
  await office.as('张丽');
  expect((await office.caseFile()).papers.map((paper) => paper.id)).toContain(kept.id);
});

test('a lock on a full disk locks all the same, and the next log-in opens', async () => {
  await using office = await officeAt('approved', '李敏');
  const disk = failCommits();
  expect((await office.client.session.lock()).profile).toBe('locked');
  disk.mockRestore();
  await office.as('李敏');
  expect((await office.client.session.state()).profile).toBe('open');
});

test('a profile that is taken away locks the workstation, and is not taken for a first start', async () => {
  await using office = await officeAt('approved', '李敏');
  const { client } = office;
  const { case: item } = await office.caseFile();
  await rename(office.dir, `${office.dir}.away`);
  const gone = { code: 'database-in-doubt', why: 'gone' };
  expect(await refusalOf(client.documents.create({ caseId: item.id, templateId: 'J32' }))).toEqual(gone);
  await expect.poll(() => refusalOf(client.session.state()).catch(() => null)).toEqual(gone);
  await rm(office.dir, { recursive: true, force: true });
  await rename(`${office.dir}.away`, office.dir);
  await office.as('李敏');
  expect((await office.caseFile()).papers.filter((paper) => paper.templateId === 'J32')).toEqual([]);
});

/** Writes until the disk takes no more. */
async function fill(file: FileHandle, block: Buffer): Promise<void> {
  try {
    for (;;) await file.write(block);
  } catch {
    // Full.
  }
}

// A real full disk: a file system of its own, which only root may mount.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'a full disk lets people in with the room that was kept back, and says so',
  async () => {
    const disk = await tempDir();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
    const dir = join(disk, 'profile');
    await copyProfile(await folderOfStage('begun'), dir);
    await using office = await openOffice(dir, '2026-03-02T09:30');
    await office.as('李敏');
    await expect.poll(() => readdir(dir)).toContain('disk-reserve');
    await office.client.session.lock();
    const filler = await open(join(disk, 'filler'), 'w');
    const block = Buffer.alloc(1024 * 1024, 1);
    for (const size of [1024 * 1024, 4096, 1]) await fill(filler, block.subarray(0, size));
    await filler.close();
    await office.as('李敏');
    expect((await office.client.session.state()).notices).toEqual([expect.stringMatching(/^存放案卷库的磁盘已满/)]);
    expect((await office.caseFile()).case.id).not.toBe('');
    await office.client.session.lock();
    await rm(join(disk, 'filler'));
    await office.as('李敏');
    await expect.poll(() => readdir(dir)).toContain('disk-reserve');
  },
);
