import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Office } from '../../../shared/case-file.ts';
import type { Role } from '../../../shared/template/template.ts';
import { type AnchorFile, createAnchorFile } from '../../platform/audit/anchor.ts';
import { type Audit, createAudit } from '../../platform/audit/chain.ts';
import { refuseNames } from '../../features/staff/password-names.ts';
import { insertPerson } from '../../features/staff/people.ts';
import { registerSigningKey } from '../../features/staff/signing-keys.ts';
import { writeOffice } from '../../features/staff/settings.ts';
import { openStore, type Store } from '../../platform/store/open.ts';
import { schemas } from '../../platform/store/schema.ts';
import { unitTable } from '../../platform/store/tables/staff.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import { deriveKey, deriveOfficeKey, type OfficeKey, type VaultKey, wipe } from '../../platform/vault/keys.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { FIRST_START, FIRST_START_DONE, finishFirstStart } from './profile-presence.ts';
import { anchorPath, databaseFile, officeAnchorPath, officeFile } from './profile-files.ts';

export interface FirstStart {
  office: Office;
  units: { name: string; head: string }[];
  person: { name: string; roles: Role[]; unit: string; certNo: string; certFrom: string; certTo: string };
  password: string;
}

export const databaseKey = (vaultKey: VaultKey): string => hexOf(deriveKey(vaultKey, 'database'));
export const officeDatabaseKey = (officeKey: OfficeKey): string => hexOf(deriveOfficeKey(officeKey, 'database'));

/** Wipes the key. */
function hexOf(key: Uint8Array): string {
  const hex = Buffer.from(key).toString('hex');
  wipe(key);
  return hex;
}

/** The anchor of the chain beside the database, under a key of the vault. */
export const anchorOf = (profileDir: string, vaultKey: VaultKey): AnchorFile =>
  createAnchorFile(anchorPath(profileDir), Buffer.from(deriveKey(vaultKey, 'settings')));
export const officeAnchorOf = (profileDir: string, officeKey: OfficeKey): AnchorFile =>
  createAnchorFile(officeAnchorPath(profileDir), Buffer.from(deriveOfficeKey(officeKey, 'anchor')));

/**
 * Makes the encrypted profile in a folder of its own, whose renaming is the moment from which it counts; then moves it into place. A crash
 * before that leaves no profile, a crash after it is taken up by the next start. Call only where `hasProfile` found none. Resolves with
 * the keys of the first person.
 */
export async function makeProfile(profileDir: string, first: FirstStart, now: () => Date): Promise<UnlockedKeys> {
  refuseNames(first.password, [first.person.name, first.office.name]);
  const aside = path.join(profileDir, FIRST_START);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const personId = newId();
  const keys = await withVault(first.person.name, () =>
    createKeyring(aside).create({ id: personId, name: first.person.name }, first.password),
  );
  await makeDatabases(aside, first, contentKeysOf(keys), now);
  await syncFolder(aside);
  await renamePatiently(aside, path.join(profileDir, FIRST_START_DONE));
  await finishFirstStart(profileDir);
  await syncFolder(profileDir);
  return keys;
}

/** Both databases with their first entries, the office's before the cases'. */
async function makeDatabases(
  folder: string,
  first: FirstStart,
  keys: UnlockedKeys & ContentKeys,
  now: () => Date,
): Promise<void> {
  const { personId, signingKey } = keys;
  const begin = async (store: Store, anchor: AnchorFile, what: (audit: Audit, tx: EntityManager) => Promise<void>) => {
    try {
      const audit = createAudit(store, { personId, name: first.person.name, signingKey }, now);
      await store.unit.run(async (tx) => {
        await registerSigningKey({ store, audit }, tx, { personId, ...signingKey });
        await what(audit, tx);
      });
      await anchor.write({ ...audit.head(), moment: now().toISOString(), locked: true });
    } finally {
      await store.close();
    }
  };
  const office = await openStore(officeFile(folder), officeDatabaseKey(keys.officeKey), undefined, schemas.office);
  await begin(office, officeAnchorOf(folder, keys.officeKey), async (audit, tx) => {
    const units = first.units.map((unit) => ({ id: newId(), ...unit, active: true }));
    await tx.insert(unitTable, units);
    await writeOffice(tx, first.office, now().toISOString());
    const { unit, ...person } = first.person;
    await insertPerson(tx, personId, { ...person, unitId: units.find(({ name }) => name === unit)?.id ?? null });
    audit.append({ verb: '首次设置', what: first.office.name, subjectId: personId });
  });
  const content = await openStore(databaseFile(folder), databaseKey(keys.vaultKey));
  await begin(content, anchorOf(folder, keys.vaultKey), async (audit) => {
    audit.append({ verb: '首次设置', what: first.office.name, subjectId: personId });
  });
}
