import type { Officer } from '../../../shared/case-file.ts';
import { type Confirmation, isConfirmer } from '../../../shared/contract/staff.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { OfficeContext } from '../context.ts';

/** Gives a person's keys for the password, and counts wrong ones. */
export type KeysFor = (personId: string, password: string) => Promise<UnlockedKeys>;

/** What a second person gives: the keys to seal with, and the name for the record. */
export interface Confirmed {
  keys: ContentKeys;
  /** '' while the office has nobody else who could confirm. */
  confirmedBy: string;
}

/**
 * Runs what gives somebody access to content with the keys of a second person (法规科 or 分管领导) who entered the own password, so that
 * nobody who keeps the staff gives it alone. While the office has nobody else to confirm, as at its first start, it runs with the own keys.
 * @throws RefusalError second-person when nobody confirmed, or somebody who may not; wrong-password
 */
export async function withSecondPerson<T>(
  { personId: actingId }: OfficeContext['operator'],
  { keys, keysFor }: { keys: UnlockedKeys; keysFor: KeysFor },
  { act, people, confirmation }: { act: string; people: readonly Officer[]; confirmation: Confirmation | null },
  work: (confirmed: Confirmed) => Promise<T>,
): Promise<T> {
  const confirmers = people.filter((person) => isConfirmer(person, actingId));
  if (confirmers.length === 0) {
    if (keys.vaultKey === null)
      throw new RefusalError({ code: 'not-allowed', act, roles: ['法规科', '分管领导'], article: 43 });
    return work({ keys: contentKeysOf(keys), confirmedBy: '' });
  }
  const second = confirmers.find(({ personId }) => personId === confirmation?.personId);
  if (confirmation === null || second === undefined)
    throw new RefusalError({ code: 'second-person', act, people: confirmers.map(({ name }) => name) });
  const theirs = await keysFor(second.personId, confirmation.password);
  try {
    return await work({ keys: contentKeysOf(theirs), confirmedBy: second.name });
  } finally {
    wipeKeys(theirs);
  }
}
