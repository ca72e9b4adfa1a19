import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../../../shared/case-file.ts';
import { readsOf } from '../../../shared/contract/right.ts';
import { type Confirmation, needsSecondPerson, type PersonDraft } from '../../../shared/contract/staff.ts';
import { type OfficeContext, emitChanged, nowOf } from '../context.ts';
import { invalid, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { contentKeyTaken, giveContentKey, takeContentKeys } from './content-keys.ts';
import { listPeople, officerOf } from './people-list.ts';
import { refuseNames } from './password-names.ts';
import { readOffice } from './settings.ts';
import { registerSigningKey } from './signing-keys.ts';
import type { Store } from '../../platform/store/open.ts';
import { keysOfPerson } from '../../platform/audit/signatures.ts';
import { type PersonRow, personTable } from '../../platform/store/tables/staff.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { ContentKeys, UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { type Confirmed, type KeysFor, withSecondPerson } from './second-person.ts';

export interface StaffKeys {
  keyring: Keyring;
  keys: UnlockedKeys;
  /** Asks for the password of a second person. */
  keysFor: KeysFor;
}

/** Writes the row of a person; the keyring entry is made by the caller. */
export async function insertPerson(tx: EntityManager, id: string, draft: PersonDraft): Promise<PersonRow> {
  refuseBadCertificate(draft);
  const row: PersonRow = { id, ...draft, active: true, version: 1 };
  await tx.insert(personTable, row);
  return row;
}

type Confirmable = { confirmedBy: Confirmation | null };
type NewPerson = PersonDraft & { password: string } & Confirmable;
type ChangedPerson = PersonDraft & { personId: string; active: boolean } & Confirmable;
interface NewPassword extends Confirmable {
  personId: string;
  password: string;
}

export const createPeople = (context: OfficeContext, keys: StaffKeys) => ({
  list: () => listPeople(context.store),
  add: (person: NewPerson) => addPerson(context, keys, person),
  update: (person: ChangedPerson) => updatePerson(context, keys, person),
  setPassword: (password: NewPassword) => setPassword(context, keys, password),
});

const withAnother = <T>(
  { store, operator }: OfficeContext,
  keys: StaffKeys,
  act: string,
  confirmation: Confirmation | null,
  work: (confirmed: Confirmed) => Promise<T>,
): Promise<T> => withSecondPerson(operator, keys, { act, people: listPeople(store), confirmation }, work);

/**
 * Keyring first, row second: an entry without a row opens nothing, a row without an entry could not log in. All in one
 * unit of work, so that of two people of one name added at once the second is refused.
 */
async function addPerson(
  context: OfficeContext,
  staffKeys: StaffKeys,
  { password, confirmedBy: confirmation, ...draft }: NewPerson,
): Promise<Officer> {
  refuseSameName(context.store, draft.name);
  refuseBadCertificate(draft);
  refuseNames(password, [draft.name, readOffice(context.store).name]);
  const row = await withAnother(context, staffKeys, '登记人员', confirmation, ({ keys, confirmedBy }) =>
    context.store.unit.run(async (tx) => {
      refuseSameName(context.store, draft.name);
      const id = newId();
      await staffKeys.keyring.addPerson(keys, { id, name: draft.name, reads: readsOf(draft.roles) }, password);
      const added = await insertPerson(tx, id, draft);
      await registerKeyOf(context, tx, staffKeys.keyring, id);
      context.audit.append({ verb: '登记人员', what: draft.name, subjectId: id, detail: { ...draft, confirmedBy } });
      return added;
    }),
  );
  emitChanged(context, ['staff']);
  return officerOf(row);
}

async function updatePerson(
  context: OfficeContext,
  staffKeys: StaffKeys,
  { confirmedBy: confirmation, ...changed }: ChangedPerson,
): Promise<Officer> {
  refuseBadCertificate(changed);
  const before = listPeople(context.store).find(({ personId }) => personId === changed.personId);
  if (!before) throw notFound('person');
  const row = needsSecondPerson(before, changed)
    ? await withAnother(context, staffKeys, '给人员增加岗位、恢复在岗或者免去同意人', confirmation, (second) =>
        writeChange(context, changed, second.confirmedBy, () => giveKey(context, staffKeys, second.keys, changed)),
      )
    : await writeChange(context, changed, '');
  await followInKeyring(context, staffKeys, row);
  emitChanged(context, ['staff', 'cases']);
  return officerOf(row);
}

const writeChange = (
  context: OfficeContext,
  { personId, active, ...draft }: Omit<ChangedPerson, 'confirmedBy'>,
  confirmedBy: string,
  giveKeys: () => Promise<void> = () => Promise.resolve(),
): Promise<PersonRow> =>
  context.store.unit.run(async (tx) => {
    const before = await tx.findOneByOrFail(personTable, { id: personId });
    if (draft.name !== before.name) refuseSameName(context.store, draft.name);
    const after: PersonRow = { ...before, ...draft, active, version: before.version + 1 };
    refuseLastAdministrator(context.store, before, after);
    // Keyring first: a role without its key would open nothing and say nothing.
    await giveKeys();
    await tx.update(personTable, { id: personId }, after);
    context.audit.append({
      verb: '修改人员',
      what: draft.name,
      subjectId: personId,
      detail: { before: officerOf(before), after: officerOf(after), confirmedBy },
    });
    return after;
  });

const giveKey = async (
  context: OfficeContext,
  { keyring }: StaffKeys,
  keys: ContentKeys,
  { personId, name, roles }: Omit<ChangedPerson, 'confirmedBy'>,
): Promise<void> =>
  readsOf(roles) === 'content' ? giveContentKey(context, keyring, keys, { personId, name }) : undefined;

/** Who has left can no longer open the vault, who reads no case any more only the office; who is renamed is found under the new name. */
async function followInKeyring(
  context: OfficeContext,
  { keyring, keys }: StaffKeys,
  { id, name, active }: PersonRow,
): Promise<void> {
  const entry = (await keyring.people()).find((person) => person.id === id);
  if (!entry) return;
  if (!active) {
    const held = (await keyring.holders()).find(({ personId }) => personId === id);
    await keyring.removePerson(keys, id, nowOf(context));
    if (held?.reads !== 'office') await contentKeyTaken(context, { personId: id, name });
    return;
  }
  if (entry.name !== name) await keyring.renamePerson(keys, id, name);
  await takeContentKeys(context, keyring, keys);
}

async function setPassword(
  context: OfficeContext,
  staffKeys: StaffKeys,
  { personId, password, confirmedBy: confirmation }: NewPassword,
): Promise<{ done: true }> {
  const { keyring, keys } = staffKeys;
  const row = listPeople(context.store).find((person) => person.personId === personId);
  if (!row) throw notFound('person');
  refuseNames(password, [row.name, readOffice(context.store).name]);
  const record = (detail: { confirmedBy: string }) =>
    context.store.unit.run(async (tx) => {
      await registerKeyOf(context, tx, keyring, personId);
      context.audit.append({ verb: '重设密码', what: row.name, subjectId: personId, detail });
    });
  if (personId === keys.personId) {
    await keyring.changePassword(keys, password);
    await record({ confirmedBy: '' });
    return { done: true };
  }
  await withAnother(context, staffKeys, '重设他人密码', confirmation, async (second) => {
    await writePassword(keyring, second.keys, row, password);
    await record({ confirmedBy: second.confirmedBy });
  });
  return { done: true };
}

/** What the person signs with from now on, where that is another key than before. */
async function registerKeyOf(
  context: Pick<OfficeContext, 'store' | 'audit'>,
  tx: EntityManager,
  keyring: Keyring,
  personId: string,
): Promise<void> {
  const key = (await keyring.signingKeys()).find((each) => each.personId === personId);
  const registered = keysOfPerson(context.store.db, personId).at(-1);
  if (key && key.publicKey !== registered?.publicKey) await registerSigningKey(context, tx, key);
}

/** Another person gets new key pairs with the password: nobody else can unwrap the old ones. */
async function writePassword(
  keyring: Keyring,
  keys: ContentKeys,
  { personId: id, name, roles }: Officer,
  password: string,
): Promise<void> {
  const known = (await keyring.people()).some((person) => person.id === id);
  return known
    ? keyring.resetPassword(keys, id, password)
    : keyring.addPerson(keys, { id, name, reads: readsOf(roles) }, password);
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
