import Sqlite from 'better-sqlite3-multiple-ciphers';
import { expect, test, vi } from 'vitest';
import { officeAt, refusalOf } from '../../../support/office.ts';

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
