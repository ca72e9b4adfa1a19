import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { describe, expect, test } from 'vitest';
import { type AuditRow, emptyHead, hashOf } from '../../../../main/platform/audit/chain.ts';
import type { Signal } from '../../../../shared/contract/desktop.ts';
import type { Job } from '../../../../shared/contract/supervision.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { officeAt, openOffice, refusalOf, type Office } from '../../../support/office.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { sealedFile, tamper, vaultKeyOf } from '../../faults/support.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { joinOffice } from '../../../support/former-profile.ts';
import { writeFormat1 } from '../../../support/former-keyring.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { send } from '../evidence/support.ts';

// Made once before the clocks of the tests run.
await (await officeAt('filed'))[Symbol.asyncDispose]();

const verified = async (office: Office): Promise<Job> => office.ended((await office.client.supervision.verify()).id);

/** Brings a profile back to the schema, the chain and the keyring from before entries held digests. */
async function beforeDigests(dir: string): Promise<void> {
  await joinOffice(dir);
  const vaultKey = await vaultKeyOf(dir);
  const people = await createKeyring(dir).people();
  await writeFormat1(
    dir,
    vaultKey,
    people.map((person) => ({ ...person, password: samplePassword })),
  );
  await tamper(dir, withoutDigests);
}

function withoutDigests(db: Sqlite.Database): void {
  db.exec(
    `drop index audit_baseline; drop index audit_overwritten; drop index audit_unsigned; drop table audit_row; drop table signing_key; drop trigger audit_no_update; delete from setting where key = 'keyring'`,
  );
  const rows = db.prepare('select * from audit order by seq').all() as AuditRow[];
  let previous = emptyHead.hash;
  for (const row of rows) {
    const hash = hashOf({ ...row, previous, rows: '' });
    db.prepare('update audit set previous = ?, hash = ? where seq = ?').run(previous, hash, row.seq);
    previous = hash;
  }
  for (const column of ['rows', 'signature', 'signingKey']) db.exec(`alter table audit drop column ${column}`);
  db.exec('delete from migrations where timestamp in (14, 17)');
  db.exec(
    "create trigger audit_no_update before update on audit begin select raise(abort, 'audit is append-only'); end",
  );
}

/** Of every sealed file of a profile, in order. */
const sealedHashes = async (dir: string): Promise<string[]> =>
  (await readdir(join(dir, 'vault'), { recursive: true }))
    .map((name) => basename(name))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .toSorted();

/** Collects the signals of the office until it is stopped. Nobody waits for their end: within one process an abort may be lost with its request. */
function listen({ client }: Office): { heard: Signal[]; stop: () => void } {
  const stopper = new AbortController();
  const heard: Signal[] = [];
  void (async () => {
    for await (const signal of await client.desktop.signals(undefined, { signal: stopper.signal })) heard.push(signal);
  })().catch(() => undefined);
  return { heard, stop: () => stopper.abort() };
}

describe('verification (第四十八条)', () => {
  test('of a whole case finds the chain, the database and every file in order, and says when', async () => {
    await using office = await officeAt('filed', '周静');
    const before = await office.client.supervision.lastVerification();
    expect(before.verifiedAt).toBeNull();
    const job = await verified(office);
    expect(job).toMatchObject({ state: 'done', step: '全部完好', faults: [], done: job.total });
    expect(job.total).toBeGreaterThan(before.entries + 25);
    const last = await office.client.supervision.lastVerification();
    expect(last).toMatchObject({ verifiedAt: '2026-06-10T01:00:00.000Z', job: { id: job.id } });
    expect(last.anchor).toBe((await office.client.session.state()).anchor);
  });

  test('names a damaged exhibit, a damaged paper and a missing volume, and raises the alarm', async () => {
    await using office = await officeAt('filed', '王建国');
    const film = await office.exhibit('现场检查录像（节选）');
    const decision = await office.paper('J32');
    const { volume } = await office.caseFile();
    await flipByte(sealedFile(office.dir, film.sha256), 150_000);
    await flipByte(sealedFile(office.dir, decision.sha256 ?? ''), -20);
    await rm(sealedFile(office.dir, volume?.sha256 ?? ''));
    await office.as('周静');
    const { heard, stop } = listen(office);
    const job = await verified(office);
    expect(job).toMatchObject({ state: 'done', step: '发现3处问题' });
    expect(job.faults.toSorted()).toEqual([
      expect.stringMatching(/^文书《行政处罚决定书》辽人社监罚字〔2026〕第001号已损坏：/),
      '案卷20260001已损坏：密封文件不见了。',
      expect.stringMatching(/^证据“现场检查录像（节选）”已损坏：第\d+至\d+字节被改动或损坏。$/),
    ]);
    await expect.poll(() => heard.filter((signal) => signal.kind === 'alarm').length).toBe(3);
    stop();
    expect((await office.client.supervision.lastVerification()).verifiedAt).toBeNull();
    expect((await office.exhibit('现场检查录像（节选）')).damage).toMatch(/被改动或损坏/);
    await office.as('赵强');
    expect((await office.client.supervision.audit({ limit: 20 })).find((entry) => entry.verb === '验证')).toMatchObject(
      { what: '发现3处问题' },
    );
  });

  test('names the entry of the chain that was changed, and the ones that are missing', async () => {
    await using office = await officeAt('filed');
    await tamper(office.dir, (db) => {
      db.exec('drop trigger audit_no_update; drop trigger audit_no_delete;');
      db.prepare(
        "update audit set detail = replace(detail, '3600', '36') where seq = (select min(seq) from audit where detail like '%3600%')",
      ).run();
      db.prepare('delete from audit where seq in (30, 31)').run();
    });
    await office.as('周静');
    const { faults } = await verified(office);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^记录链第\d+条（2026-\d\d-\d\d .+）被改动过。$/),
        '记录链缺少第30条到第31条。',
      ]),
    );
  });

  test('of a profile from before entries held digests: says of how many rows nothing earlier can be told, and names what is changed since', async () => {
    const dir = await copyOfStage('handed-over');
    await beforeDigests(dir);
    await using office = await openOffice(dir, '2026-06-12T10:00');
    await office.as('周静');
    const found = await verified(office);
    expect(found.faults).toEqual([]);
    const { unrecorded, unsigned, entries } = await office.client.supervision.lastVerification();
    expect(unrecorded).toBeGreaterThan(50);
    // What is done from the first log-in on is signed.
    expect(unsigned).toBeGreaterThan(60);
    expect(unsigned).toBeLessThan(entries);
    await office.as('赵强');
    const recorded = await office.client.supervision.audit({ limit: 500 });
    expect(recorded.filter(({ signed }) => !signed)).toHaveLength(unsigned);
    expect(recorded.some(({ verb, signed }) => verb === '启用签名密钥' && signed)).toBe(true);
    await office.as('周静');
    expect((await office.client.supervision.lastVerification()).unrecorded).toBe(unrecorded);
    await tamper(office.dir, (db) => db.exec(`update household set name = '另一家公司'`));
    expect((await verified(office)).faults).toEqual([
      expect.stringMatching(
        /^一户式档案“另一家公司”与办理记录不符：第\d+条记录（2026-06-12 周静 登记核对值“一户式档案\d+项”）登记以后，“名称”绕过程序改动过。$/,
      ),
    ]);
  });

  test('goes on where it was stopped, without losing what it had found', async () => {
    await using office = await officeAt('closed', '王建国');
    const bytes = Buffer.alloc(48 * 1024 * 1024, 7);
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex').copy(bytes);
    const big = await send(office, { fileName: '很长的录像.webm', content: bytes, mime: 'video/webm' });
    const others = (await office.caseFile()).exhibits
      .filter((exhibit) => exhibit.id !== big.id)
      .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    const first = others[0];
    await flipByte(sealedFile(office.dir, first?.sha256 ?? ''), 20_000);
    await office.as('周静');
    const { heard, stop } = listen(office);
    const steps = (): string[] => heard.flatMap((signal) => (signal.kind === 'job' ? [signal.job.step] : []));
    // Files are checked in the order of their hashes.
    const place = (await sealedHashes(office.dir)).indexOf(big.sha256) + 1;
    await office.client.supervision.verify();
    expect(await refusalOf(office.client.supervision.verify())).toMatchObject({ code: 'busy' });
    await expect
      .poll(() => steps().some((step) => step.startsWith(`核对第${place}份`)), { interval: 1, timeout: 20_000 })
      .toBe(true);
    const stopped = await office.client.supervision.stopVerify();
    expect(stopped.state).toBe('stopped');
    const before = new Set(steps().filter((step) => step.startsWith('核对第')));
    heard.length = 0;
    const job = await verified(office);
    expect(job.id).toBe(stopped.id);
    expect(job).toMatchObject({ state: 'done', done: job.total });
    await expect.poll(() => steps().at(-1)).toMatch(/发现1处问题/);
    const after = steps().filter((step) => step.startsWith('核对第'));
    // Only the file it was stopped in is read again.
    expect([...new Set(after.filter((step) => before.has(step)))]).toEqual([
      expect.stringMatching(`^核对第${place}份`),
    ]);
    expect(job.faults).toEqual([expect.stringContaining(`证据“${first?.title ?? '-'}”已损坏`)]);
    stop();
  }, 60_000);

  test('goes on after a lock, too', async () => {
    await using office = await officeAt('filed', '周静');
    const { id } = await office.client.supervision.verify();
    await office.as('周静');
    const kept = (await office.client.supervision.lastVerification()).job;
    expect(kept?.id).toBe(id);
    expect(['stopped', 'done']).toContain(kept?.state);
    expect(await verified(office)).toMatchObject({ state: 'done', faults: [] });
  });
});
