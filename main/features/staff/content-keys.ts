import { readsOf } from '../../../shared/contract/right.ts';
import { confirms } from '../../../shared/contract/staff.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { ContentKeys, OpeningKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { nowOf, type OfficeContext } from '../context.ts';
import { listPeople } from './people-list.ts';

interface Held {
  personId: string;
  name: string;
}

/** Seals the vault key to a person who gets the first role that reads cases; asks for somebody's keys who holds it. */
export async function giveContentKey(
  context: OfficeContext,
  keyring: Keyring,
  keys: ContentKeys,
  { personId, name }: Held,
): Promise<void> {
  const held = (await keyring.holders()).find((holder) => holder.personId === personId);
  if (held?.reads === 'office')
    await withVault(name, () => keyring.setReads(keys, personId, 'content', nowOf(context)));
}

/**
 * Takes the vault key from who has no role any more that reads cases; only a holder of it can seal the office key in its place, so this is
 * done at the act or at the next log-in of one. Nobody loses it before there is somebody who can agree to new people, whose keys are needed
 * for that. It is never given here: a role in the office database alone must open nothing.
 */
export async function takeContentKeys(
  context: OfficeContext,
  keyring: Keyring,
  keys: OpeningKeys & { personId: string },
): Promise<void> {
  const { vaultKey } = keys;
  if (vaultKey === null) return;
  const holders = (await keyring.holders()).filter(({ reads }) => reads === 'content').map(({ personId }) => personId);
  const people = listPeople(context.store).filter(({ personId }) => holders.includes(personId));
  if (!people.some((person) => confirms(person))) return;
  for (const { personId, name, roles } of people) {
    if (personId === keys.personId || readsOf(roles) === 'content') continue;
    await withVault(name, () => keyring.setReads({ ...keys, vaultKey }, personId, 'office', nowOf(context)));
    await contentKeyTaken(context, { personId, name });
  }
}

/** Puts on record that somebody lost the key to the cases; a change of the vault key is due from then on (docs/adr/0015). */
export async function contentKeyTaken({ store, audit }: OfficeContext, { personId, name }: Held): Promise<void> {
  await store.unit.run(async () => audit.append({ verb: '收回案卷密钥', what: name, subjectId: personId }));
}
