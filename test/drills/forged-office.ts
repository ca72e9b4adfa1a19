import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Job } from '../../shared/contract/supervision.ts';
import type { Client } from '../../main/app/client.ts';
import { anchorOf, officeAnchorOf } from '../../main/app/session/first-start.ts';
import { emptyHead, type Head } from '../../main/platform/audit/chain.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { tamper } from '../main/faults/support.ts';
import type { Office } from '../support/office.ts';
import { copyProfile, folderOfStage, type Stage } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Forgery } from './forgery.ts';

/** One workstation that serves a fresh copy of the sample office for every forgery. */
export async function openForgedOffice() {
  const dir = await mkdtemp(join(tmpdir(), 'forged-'));
  const outbox = await mkdtemp(join(tmpdir(), 'outbox-'));
  let now = new Date();
  const { workstation, client } = await openWorkstation(dir, () => now);
  let caseId = '';

  /** A fresh copy of a stage at a moment `YYYY-MM-DDTHH:mm` of the office, locked. */
  async function start(stage: Stage, moment: string): Promise<void> {
    await client.session.lock();
    for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true });
    await copyProfile(await folderOfStage(stage), dir);
    now = new Date(`${moment}:00+08:00`);
    await tamper(dir, (db) => {
      caseId = (db.prepare('select id from case_record').get() as { id: string } | undefined)?.id ?? '';
    });
  }

  /** Does something in the case as its officer. What is refused rejects. */
  async function work<T>(act: (office: InCase) => Promise<T>): Promise<T> {
    await logIn(client, '王建国');
    return act({ client, caseFile: async () => (await client.cases.open({ caseId })).file, caseId, outbox });
  }

  /** Locks; resolves with whether there was something to forge. */
  async function forge({ forge: change, database }: Forgery): Promise<boolean> {
    await client.session.lock();
    let changed = 0;
    let head = emptyHead;
    const keys = await keysOf(dir, '王建国');
    await tamper(
      dir,
      (db) => {
        db.pragma('foreign_keys=OFF');
        const before = total(db);
        change(db, { ...keys, name: '王建国' });
        changed = total(db) - before;
        head = db.prepare('select seq, hash from audit order by seq desc limit 1').get() as Head;
      },
      database,
    );
    // Whoever holds the vault's key can write the anchor too.
    const anchor = database === 'office' ? officeAnchorOf(dir, keys.officeKey) : anchorOf(dir, keys.vaultKey);
    await anchor.write({ ...head, moment: now.toISOString(), locked: true });
    return changed > 0;
  }

  /** Resolves with what 验证 found, as 法规科 may read it. */
  async function verify(): Promise<string[]> {
    await logIn(client, '赵强');
    return (await ended(client, (await client.supervision.verify()).id)).faults;
  }

  async function close(): Promise<void> {
    await workstation.close();
    for (const folder of [dir, outbox]) await rm(folder, { recursive: true, force: true });
  }

  return { dir, start, work, forge, verify, close };
}
export type ForgedOffice = Awaited<ReturnType<typeof openForgedOffice>>;

/** The one case of the sample, for whoever works in it, and a folder for what is handed over. */
export type InCase = Pick<Office, 'client' | 'caseFile'> & { caseId: string; outbox: string };

async function keysOf(dir: string, name: string) {
  const keyring = createKeyring(dir);
  const person = (await keyring.people()).find((each) => each.name === name);
  return contentKeysOf(await keyring.unlock(person?.id ?? '', samplePassword));
}

export async function logIn(client: Client, name: string): Promise<void> {
  const { people } = await client.session.state();
  const personId = people.find((person) => person.name === name)?.personId ?? '';
  await client.session.lock();
  await client.session.unlock({ personId, password: samplePassword });
}

/** Waits for a long job to end. */
export async function ended(client: Client, jobId: string): Promise<Job> {
  for (;;) {
    const job = await client.supervision.job({ jobId });
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const total = (db: Sqlite.Database): number =>
  (db.prepare('select total_changes() as total').get() as { total: number }).total;
