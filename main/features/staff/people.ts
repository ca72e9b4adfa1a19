import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../../shared/case-file.ts';
import type { PersonDraft } from '../../../shared/contract/staff.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import { invalid, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { registerSigningKey } from './signing-keys.ts';
import type { Store } from '../../platform/store/open.ts';
import { keysOfPerson } from '../../platform/audit/signatures.ts';
import { type PersonRow, personTable } from '../../platform/store/tables/staff.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { Person } from '../../platform/vault/keyring-entry.ts';
import { contentKeysOf, type UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';

export interface StaffKeys {
  keyring: Keyring;
  keys: UnlockedKeys;
}

export const officerOf = (row: PersonRow): Officer => ({
  personId: row.id,
  name: row.name,
  roles: row.roles,
  unitId: row.unitId,
  certNo: row.certNo,
  certFrom: row.certFrom,
  certTo: row.certTo,
  active: row.active,
});

/** Everybody of the office, those who left too, by name. */
export function listPeople(store: Pick<FeatureContext['store'], 'all'>): Officer[] {
  return store
    .all<Omit<PersonRow, 'roles' | 'active'> & { roles: string; active: number }>(
      'select * from person order by active desc, name',
    )
    .map((row) => officerOf({ ...row, roles: JSON.parse(row.roles) as PersonRow['roles'], active: row.active === 1 }));
}

/** Writes the row of a person; the keyring entry is made by the caller. */
export async function insertPerson(tx: EntityManager, id: string, draft: PersonDraft): Promise<PersonRow> {
  refuseBadCertificate(draft);
  const row: PersonRow = { id, ...draft, active: true, version: 1 };
  await tx.insert(personTable, row);
  return row;
}

type NewPerson = PersonDraft & { password: string };
type ChangedPerson = PersonDraft & { personId: string; active: boolean };
interface NewPassword {
  personId: string;
  password: string;
}

export const createPeople = (context: FeatureContext, keys: StaffKeys) => ({
  list: () => listPeople(context.store),
  add: (person: NewPerson) => addPerson(context, keys, person),
  update: (person: ChangedPerson) => updatePerson(context, keys, person),
  setPassword: (password: NewPassword) => setPassword(context, keys, password),
});

/**
 * Keyring first, row second: an entry without a row opens nothing, a row without an entry could not log in. All in one
 * unit of work, so that of two people of one name added at once the second is refused.
 */
async function addPerson(
  context: FeatureContext,
  { keyring, keys }: StaffKeys,
  { password, ...draft }: NewPerson,
): Promise<Officer> {
  const row = await context.store.unit.run(async (tx) => {
    refuseSameName(context.store, draft.name);
    refuseBadCertificate(draft);
    const id = newId();
    await keyring.addPerson(contentKeysOf(keys), { id, name: draft.name, reads: 'content' }, password);
    const added = await insertPerson(tx, id, draft);
    await registerKeyOf(context, tx, keyring, id);
    context.audit.append({ verb: '登记人员', what: draft.name, subjectId: id, detail: { ...draft } });
    return added;
  });
  emitChanged(context, ['staff']);
  return officerOf(row);
}

async function updatePerson(
  context: FeatureContext,
  keys: StaffKeys,
  { personId, active, ...draft }: ChangedPerson,
): Promise<Officer> {
  refuseBadCertificate(draft);
  const row = await context.store.unit.run(async (tx) => {
    const before = await tx.findOneBy(personTable, { id: personId });
    if (!before) throw notFound('person');
    if (draft.name !== before.name) refuseSameName(context.store, draft.name);
    const after: PersonRow = { ...before, ...draft, active, version: before.version + 1 };
    refuseLastAdministrator(context.store, before, after);
    await tx.update(personTable, { id: personId }, after);
    context.audit.append({
      verb: '修改人员',
      what: draft.name,
      subjectId: personId,
      detail: { before: officerOf(before), after: officerOf(after) },
    });
    return after;
  });
  await followInKeyring(keys, row);
  emitChanged(context, ['staff', 'cases']);
  return officerOf(row);
}

/** Who has left can no longer open the vault; who is renamed is found under the new name. */
async function followInKeyring({ keyring, keys }: StaffKeys, { id, name, active }: PersonRow): Promise<void> {
  const entry = (await keyring.people()).find((person) => person.id === id);
  if (!entry) return;
  if (!active) return keyring.removePerson(keys, id);
  if (entry.name !== name) await keyring.renamePerson(keys, id, name);
}

async function setPassword(
  { store, audit }: FeatureContext,
  { keyring, keys }: StaffKeys,
  { personId, password }: NewPassword,
): Promise<{ done: true }> {
  const row = store.get<{ name: string }>('select name from person where id = ?', personId);
  if (!row) throw notFound('person');
  await writePassword({ keyring, keys }, { id: personId, name: row.name }, password);
  await store.unit.run(async (tx) => {
    await registerKeyOf({ store, audit }, tx, keyring, personId);
    audit.append({ verb: '重设密码', what: row.name, subjectId: personId });
  });
  return { done: true };
}

/** What the person signs with from now on, where that is another key than before. */
async function registerKeyOf(
  context: Pick<FeatureContext, 'store' | 'audit'>,
  tx: EntityManager,
  keyring: Keyring,
  personId: string,
): Promise<void> {
  const key = (await keyring.signingKeys()).find((each) => each.personId === personId);
  const registered = keysOfPerson(context.store.db, personId).at(-1);
  if (key && key.publicKey !== registered?.publicKey) await registerSigningKey(context, tx, key);
}

/** The own one keeps its keys; another person gets new ones with it. */
async function writePassword({ keyring, keys }: StaffKeys, person: Person, password: string): Promise<void> {
  if (person.id === keys.personId) return keyring.changePassword(keys, password);
  const known = (await keyring.people()).some(({ id }) => id === person.id);
  return known
    ? keyring.resetPassword(contentKeysOf(keys), person.id, password)
    : keyring.addPerson(contentKeysOf(keys), { ...person, reads: 'content' }, password);
}

function refuseSameName(store: Store, name: string): void {
  if (store.get('select 1 from person where name = ? and active = 1', name))
    throw new RefusalError({ code: 'duplicate-person', name });
}

function refuseLastAdministrator(store: Store, before: PersonRow, after: PersonRow): void {
  const isAdministrator = (row: PersonRow): boolean => row.active && row.roles.includes('系统管理员');
  if (!isAdministrator(before) || isAdministrator(after)) return;
  if (
    !listPeople(store).some(
      (person) => person.personId !== before.id && person.active && person.roles.includes('系统管理员'),
    )
  ) {
    throw new RefusalError({ code: 'last-administrator' });
  }
}

function refuseBadCertificate({ certNo, certFrom, certTo }: Pick<PersonDraft, 'certNo' | 'certFrom' | 'certTo'>): void {
  const problem = (field: string, label: string, sentence: string) => ({ field, label, sentence, article: 18 });
  const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (certNo === '') return;
  const problems = [
    ...(isDay(certFrom) ? [] : [problem('certFrom', '执法证有效期起', '填了执法证号就要填有效期的开始日期。')]),
    ...(isDay(certTo) ? [] : [problem('certTo', '执法证有效期止', '填了执法证号就要填有效期的截止日期。')]),
    ...(isDay(certFrom) && isDay(certTo) && certTo < certFrom
      ? [problem('certTo', '执法证有效期止', '执法证的截止日期早于开始日期，请核对证件。')]
      : []),
  ];
  if (problems.length > 0) throw invalid(problems);
}
