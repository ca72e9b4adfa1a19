import type { Keyring } from '../../platform/vault/keyring.ts';
import type { UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { keysOfPerson } from '../../platform/audit/signatures.ts';
import { listPeople } from '../../features/staff/people-list.ts';
import { registerSigningKey } from '../../features/staff/signing-keys.ts';
import type { Store } from '../../platform/store/open.ts';
import type { FeatureContext, OfficeContext } from '../../features/context.ts';

/**
 * Puts the key of who has logged in on record in one of the chains where it is not: at the first log-in with one, or after a recovery letter
 * gave a new one. `isNew` says that it may well be missing. Resolves with a sentence when the record was other than it should be.
 */
export async function registerOwnKey(
  context: OfficeContext | FeatureContext,
  { personId, signingKey }: UnlockedKeys,
  isNew: boolean,
): Promise<string[]> {
  const { store, audit, operator } = context;
  const registered = keysOfPerson(store.db, personId).at(-1);
  if (registered?.publicKey === signingKey.publicKey) return [];
  const isFirst = registered === undefined;
  await store.unit.run(async (tx) => {
    await registerSigningKey(context, tx, { personId, ...signingKey });
    audit.append({
      verb: isFirst ? '启用签名密钥' : '更换签名密钥',
      what: operator.name,
      subjectId: personId,
      detail: { publicKey: signingKey.publicKey, former: registered?.publicKey ?? null },
    });
  });
  if (isNew) return [];
  return [
    isFirst
      ? '您的签名密钥没有登记，现已登记。刚断过电、死过机的属于正常；不是的，说明有人删改过记录，请报告法规科。'
      : '登记的签名密钥不是您的，现已换回：可能有人冒用您的名义登记了密钥，请报告法规科，并在“监督”中做一次验证。',
  ];
}

/** A sentence for each person whose keys in the keyring are not the ones on record: somebody took them off the record, or put others there. */
export async function unregisteredKeys(context: OfficeContext, keyring: Keyring): Promise<string[]> {
  const names = new Map(
    context.store.all<{ id: string; name: string }>('select id, name from person').map(({ id, name }) => [id, name]),
  );
  return (await keyring.signingKeys()).flatMap(({ personId, publicKey }) => {
    const name = names.get(personId);
    const isOnRecord = keysOfPerson(context.store.db, personId).at(-1)?.publicKey === publicKey;
    return name === undefined || isOnRecord ? [] : [otherKey(name)];
  });
}

/** Whether the person's key may well be missing in the chain of the cases: nothing was done there yet, or signed with one the office knows from before. */
export function isNewInCases({ store, office }: FeatureContext, personId: string): boolean {
  const last = keysOfPerson(store.db, personId).at(-1);
  if (last === undefined) return store.get('select 1 from audit where "personId" = ? limit 1', personId) === undefined;
  return keysOfPerson(office.store.db, personId).some(({ publicKey }) => publicKey === last.publicKey);
}

/** The same of the chain of the cases: who acted there has signed, with a key the office knows. */
export function unregisteredInCases({ store, office }: FeatureContext): string[] {
  return listPeople(office.store).flatMap(({ personId, name }) => {
    const known = keysOfPerson(office.store.db, personId).map(({ publicKey }) => publicKey);
    const last = keysOfPerson(store.db, personId).at(-1);
    const isOnRecord = last === undefined ? !hasUnsigned(store, personId) : known.includes(last.publicKey);
    // Who has no key yet has not logged in since there are signatures.
    return known.length === 0 || isOnRecord ? [] : [otherKey(name)];
  });
}

const hasUnsigned = (store: Pick<Store, 'get'>, personId: string): boolean =>
  store.get(`select 1 from audit where signature = '' and "personId" = ? limit 1`, personId) !== undefined;

const otherKey = (name: string): string =>
  `${name}的签名密钥与登记的不一致，${name}名下的记录不能证明是本人所办。请${name}登录一次，并报告法规科。`;
