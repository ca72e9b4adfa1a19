import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import type { Office } from '../../../shared/case-file.ts';
import type { Role } from '../../../shared/template/template.ts';
import { type AnchorFile, createAnchorFile } from '../../platform/audit/anchor.ts';
import { createAudit } from '../../platform/audit/chain.ts';
import { insertPerson } from '../../features/staff/people.ts';
import { registerSigningKey } from '../../features/staff/signing-keys.ts';
import { writeOffice } from '../../features/staff/settings.ts';
import { openStore } from '../../platform/store/open.ts';
import { unitTable } from '../../platform/store/tables/staff.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import { deriveKey, type VaultKey, wipe } from '../../platform/vault/keys.ts';
import { contentKeysOf, type UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { FIRST_START, FIRST_START_DONE, finishFirstStart } from './profile-presence.ts';
import { databaseFile } from './profile-files.ts';

export interface FirstStart {
  office: Office;
  units: { name: string; head: string }[];
  person: { name: string; roles: Role[]; unit: string; certNo: string; certFrom: string; certTo: string };
  password: string;
}

export const databaseKey = (vaultKey: VaultKey): string => {
  const key = deriveKey(vaultKey, 'database');
  const hex = Buffer.from(key).toString('hex');
  wipe(key);
  return hex;
};

/** The anchor of the chain beside the database, under a key of the vault. */
export const anchorOf = (profileDir: string, vaultKey: VaultKey): AnchorFile =>
  createAnchorFile(path.join(profileDir, 'anchor.json'), Buffer.from(deriveKey(vaultKey, 'settings')));

/**
 * Makes the encrypted profile in a folder of its own, whose renaming is the moment from which it counts; then moves it into place. A crash
 * before that leaves no profile, a crash after it is taken up by the next start. Call only where `hasProfile` found none. Resolves with
 * the keys of the first person.
 */
export async function makeProfile(profileDir: string, first: FirstStart, now: () => Date): Promise<UnlockedKeys> {
  const aside = path.join(profileDir, FIRST_START);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const personId = newId();
  const keys = await withVault(first.person.name, () =>
    createKeyring(aside).create({ id: personId, name: first.person.name }, first.password),
  );
  const { vaultKey } = contentKeysOf(keys);
  const signer = { personId, name: first.person.name, signingKey: keys.signingKey };
  const store = await openStore(databaseFile(aside), databaseKey(vaultKey));
  try {
    await store.unit.run(async (tx) => {
      const moment = now().toISOString();
      const units = first.units.map((unit) => ({ id: newId(), ...unit, active: true }));
      await tx.insert(unitTable, units);
      await writeOffice(tx, first.office, moment);
      const { unit, ...person } = first.person;
      await insertPerson(tx, personId, { ...person, unitId: units.find(({ name }) => name === unit)?.id ?? null });
      const audit = createAudit(store, signer, now);
      await registerSigningKey({ store, audit }, tx, { personId, ...keys.signingKey });
      audit.append({
        verb: '首次设置',
        what: first.office.name,
        subjectId: personId,
      });
    });
    const head = createAudit(store, signer, now).head();
    await anchorOf(aside, vaultKey).write({ ...head, moment: now().toISOString(), locked: true });
  } finally {
    await store.close();
  }
  await syncFolder(aside);
  await renamePatiently(aside, path.join(profileDir, FIRST_START_DONE));
  await finishFirstStart(profileDir);
  await syncFolder(profileDir);
  return keys;
}
