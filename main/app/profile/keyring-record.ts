import { AsyncLocalStorage } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import { readSetting } from '../../platform/store/settings.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import type { KeyringRecord } from '../../platform/vault/keyring-file.ts';
import { keyringSentence } from '../../platform/vault/keyring-sentences.ts';
import { type FeatureContext, type OfficeContext, nowOf } from '../../features/context.ts';
import { listPeople } from '../../features/staff/people-list.ts';
import type { OpenRequest } from './opening.ts';
import { registerOwnKey, unregisteredInCases, unregisteredKeys } from './signing-keys.ts';

const KEY = 'keyring';
type Parts = Pick<OpenRequest, 'keyring' | 'keys'> & { context: OfficeContext };

const firstEpoch = { epoch: 1, changeDue: null };

/** What a database remembers of the keyring; null before it was first checked. */
export function rememberedKeyring(db: FeatureContext['store']['db']): KeyringRecord | null {
  const record = readSetting<Omit<KeyringRecord, keyof typeof firstEpoch>>(db, KEY);
  // Before there were changes of the vault key, records knew no epoch.
  return record === null ? null : { ...firstEpoch, ...record };
}

/**
 * Checks the keyring against what the database remembers of it, mends it, and puts on record what was mended. Resolves with a sentence
 * for each thing that was wrong or still is.
 */
export async function checkKeyring({ context, keyring, keys }: Parts): Promise<string[]> {
  const { store, audit } = context;
  const recorded = rememberedKeyring(store.db);
  const { findings, record, mended } = await keyring.settle(keys, recorded);
  const sentences = findings.map(keyringSentence);
  await store.unit.run(async () => {
    if (mended) for (const what of sentences) audit.append({ verb: '核对密钥文件', what });
    const { epoch } = record;
    if (recorded !== null && epoch > recorded.epoch)
      audit.append({ verb: '更换密钥', what: `第${epoch - 1}次更换`, detail: { epoch, due: recorded.changeDue } });
    if (!isDeepStrictEqual(record, recorded)) await remember(context, record);
  });
  return sentences;
}

/**
 * The keyring at log-in: checked, then the person's new keys written where the log-in made some, then the signing key put on record. Before
 * anything else is recorded, so that the first entry is signed with a key that is known.
 */
export async function settleKeys(parts: Parts): Promise<string[]> {
  const { context, keyring, keys } = parts;
  const isNew = keys.renewal !== null;
  const before = rememberedKeyring(context.store.db);
  const found = await checkKeyring(parts);
  found.push(...(await recordForgotten(context, before)));
  const left = await withdrawWhoLeft(parts);
  await keyring.renew(keys);
  if (isNew || left) await checkKeyring(parts);
  const own = await registerOwnKey(context, keys, isNew);
  return [...found, ...own, ...(await unregisteredKeys(context, keyring))];
}

/**
 * A keyring that was changed after what the database remembers: both databases were put back beside it, or a kill came between the keyring
 * and the row. A change of the vault key is remembered with the first log-in after it.
 */
async function recordForgotten(
  { store, audit }: Pick<OfficeContext, 'store' | 'audit'>,
  before: KeyringRecord | null,
): Promise<string[]> {
  const now = rememberedKeyring(store.db);
  if (before === null || now === null || now.epoch > before.epoch || now.generation <= before.generation) return [];
  const entries = ({ people, letters }: KeyringRecord): string => JSON.stringify([people, letters]);
  if (entries(now) === entries(before)) return [];
  await store.unit.run(async () => audit.append({ verb: '核对密钥文件', what: forgotten }));
  return [forgotten];
}

const forgotten =
  '密钥文件改过，数据库里没有记下：上次停机时没有写完，或者数据库被换成了旧的。请核对纸上锚点；停机前没有断电、死机的，请停止使用，用备份核对，并报告法规科。';

/** A kill between the act and the keyring leaves the entry of somebody who has left; resolves with whether there was one. */
async function withdrawWhoLeft({ context, keyring, keys }: Parts): Promise<boolean> {
  const gone = listPeople(context.store).filter(({ active }) => !active);
  const entries = new Set((await keyring.people()).map(({ id }) => id));
  const left = gone.filter(({ personId }) => entries.has(personId));
  for (const { personId } of left) await keyring.removePerson(keys, personId, nowOf(context));
  return left.length > 0;
}

/** What 验证 looks at in the keyring. */
export const verifyOfficeKeyring = async (parts: Parts): Promise<string[]> => [
  ...(await checkKeyring(parts)),
  ...(await unregisteredKeys(parts.context, parts.keyring)),
];

/** The same where the cases are open. */
export const verifyKeyring = async (parts: Parts, content: FeatureContext): Promise<string[]> => [
  ...(await verifyOfficeKeyring(parts)),
  ...unregisteredInCases(content),
];

/** Remembers every change of the keyring until the function it answers is called. */
export function rememberKeyring({ context, keyring }: Parts): () => void {
  const outside = AsyncLocalStorage.snapshot();
  // Not awaited by the change: it may come from within a unit of work, which this one has to wait for, not become a part of.
  return keyring.follow((record) => {
    outside(() => remember(context, record)).catch((error: unknown) => context.report(error, 'process', 'keyring'));
  });
}

const remember = (context: OfficeContext, record: KeyringRecord): Promise<void> =>
  context.store.unit.run(async (tx) => {
    await tx.upsert(settingTable, { key: KEY, value: record, updatedAt: nowOf(context) }, ['key']);
    context.audit.append({ verb: '更新密钥文件', what: `第${record.generation}版` });
  });
