import { type KeyChangeDue, keyChangeSentence } from '../../../shared/contract/key-change.ts';
import { plain } from '../../../shared/contract/sentences.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { refusalOfSystem } from '../../platform/system-refusals.ts';
import { deriveKey, newVaultKey, officeKeyOf, type VaultKey, wipe } from '../../platform/vault/keys.ts';
import { rewrapFiles, type Rewrapped } from '../../platform/vault/rewrap-files.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { refusalOfVault } from '../../platform/vault/vault-refusals.ts';
import type { ErrorLog } from '../error-log.ts';
import { databasesOf } from '../session/databases.ts';
import { anchorOf, officeAnchorOf } from '../session/first-start.ts';
import { rememberedKeyring } from './keyring-record.ts';
import type { OpenRequest } from './opening.ts';
import { dropRekeyed, makeRekeyed, opensDatabase, putRekeyed, readDatabase } from './rekeyed-database.ts';

export interface KeyChangeTools {
  errorLog: Pick<ErrorLog, 'changeKey' | 'report'>;
}
type Request = Pick<OpenRequest, 'profileDir' | 'keyring' | 'keys' | 'onKeyChange'>;
type HeldRequest = Omit<Request, 'keys'> & { keys: UnlockedKeys & ContentKeys };

/** Every database of a profile under these keys, with its anchor; the first one remembers the keyring. */
function databasesUnder(profileDir: string, keys: ContentKeys) {
  const { office, content } = databasesOf(profileDir, keys);
  return [
    { ...office, anchor: () => officeAnchorOf(profileDir, keys.officeKey) },
    { ...content, anchor: () => anchorOf(profileDir, keys.vaultKey) },
  ] as const;
}
type KeyedDatabase = ReturnType<typeof databasesUnder>[number];

/** Each database under the keys of before and under those that take their place. */
async function databasePairs(
  profileDir: string,
  from: ContentKeys,
  to: ContentKeys,
): Promise<{ from: KeyedDatabase; to: KeyedDatabase }[]> {
  const [office, content] = databasesUnder(profileDir, to);
  const [formerOffice, formerContent] = databasesUnder(profileDir, from);
  const pairs = [
    { from: formerOffice, to: office },
    { from: formerContent, to: content },
  ];
  // One that is missing is not passed over: found again, it would be under a key that is gone.
  for (const pair of pairs)
    if (!(await fileExists(pair.to.file))) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
  return pairs;
}

const keysFrom = (vaultKey: VaultKey): ContentKeys => ({ vaultKey, officeKey: officeKeyOf(vaultKey) });

/**
 * Who leaves is out: changes the vault key where it is due, at a log-in, before anything of the profile is open (docs/adr/0015). Puts the
 * keys of before out of `keys`, and resolves with the sentences the clerk has to read about it. Cut off anywhere, the next log-in of anybody
 * goes on with it.
 */
export async function changeKeyIfDue(request: Request, tools: KeyChangeTools): Promise<string[]> {
  const { keyring, onKeyChange } = request;
  const held = { ...request, keys: contentKeysOf(request.keys) };
  try {
    const left = await carryThrough(held, tools, false);
    const change = await keyring.keyChange(held.keys);
    const { since } = change;
    if (since === null || change.isUnderWay) return left;
    return [...left, ...(await changeKey(held, tools, { ...change, since }))];
  } finally {
    onKeyChange(null);
  }
}

async function changeKey(request: HeldRequest, tools: KeyChangeTools, change: KeyChangeDue): Promise<string[]> {
  if (change.people.length > 0 || change.letter) return [keyChangeSentence(change)];
  // New key pairs of this log-in were not written yet: nothing can be sealed to them before the next one.
  if (request.keys.renewal !== null) return [];
  try {
    await begin(request);
  } catch (error) {
    return [putOff(change, reasonOf(error, tools))];
  }
  return [changed, ...(await carryThrough(request, tools, true))];
}

/** The copies of the databases first: until they are there nothing has changed, and a full disk keeps nobody out. */
async function begin({ profileDir, keyring, keys, onKeyChange }: HeldRequest): Promise<void> {
  const next = keysFrom(newVaultKey());
  const [office, content] = databasesUnder(profileDir, keys);
  try {
    onKeyChange({ step: '数据库', done: 0, total: 0 });
    for (const { from, to } of await databasePairs(profileDir, keys, next)) await makeRekeyed(from, to);
    const recorded = readDatabase(office, rememberedKeyring);
    await keyring.beginKeyChange(keys, recorded, next);
  } catch (error) {
    for (const { file } of [office, content]) await dropRekeyed(file);
    throw error;
  } finally {
    wipe(next.vaultKey, next.officeKey);
  }
}

/**
 * Puts everything of the profile under the vault key of the keyring that is still under the one before; each step may be done again.
 * `hasCopies` says that this very log-in has made the copies of the databases.
 */
async function carryThrough(request: HeldRequest, { errorLog }: KeyChangeTools, hasCopies: boolean): Promise<string[]> {
  const { profileDir, keyring, keys, onKeyChange } = request;
  const formerKey = await keyring.formerVaultKey(keys);
  if (formerKey === null) return [];
  const former = keysFrom(formerKey);
  try {
    onKeyChange({ step: '数据库', done: 0, total: 0 });
    for (const { from, to } of await databasePairs(profileDir, former, keys))
      await changeDatabaseKey(from, to, hasCopies);
    await errorLog.changeKey(former, keys);
    const { inUse } = await changeFilesKey(request, former.vaultKey);
    if (inUse > 0) return [stillInUse(inUse)];
    await keyring.endKeyChange(keys);
    return [];
  } finally {
    wipe(former.vaultKey, former.officeKey);
  }
}

/** An anchor that is not genuine stays as it is, and is told of like at every log-in. */
async function changeDatabaseKey(from: KeyedDatabase, to: KeyedDatabase, hasCopy: boolean): Promise<void> {
  if (!opensDatabase(to)) {
    if (!hasCopy) await makeRekeyed(from, to);
    await putRekeyed(to.file);
  }
  const anchored = await from.anchor().read();
  if (typeof anchored === 'object') await to.anchor().write(anchored);
}

async function changeFilesKey({ profileDir, keys, onKeyChange }: HeldRequest, former: VaultKey): Promise<Rewrapped> {
  const [from, to] = [deriveKey(former, 'files'), deriveKey(keys.vaultKey, 'files')];
  try {
    return await rewrapFiles(profileDir, { from, to }, (done, total) => onKeyChange({ step: '材料', done, total }));
  } finally {
    wipe(from, to);
  }
}

/**
 * What it means that the database does not open: with an anchor that is not of this key either, the keyring is one from before a change of
 * the key.
 */
export async function refusalOfFormerKeys(
  error: unknown,
  { profileDir, keys }: Pick<Request, 'profileDir' | 'keys'>,
): Promise<unknown> {
  if (!(error instanceof RefusalError) || error.refusal.code !== 'profile-damaged') return error;
  const anchored = await officeAnchorOf(profileDir, keys.officeKey).read();
  return anchored === 'forged' ? new RefusalError({ code: 'profile-damaged', what: 'keyring-former' }) : error;
}

function reasonOf(error: unknown, { errorLog }: KeyChangeTools): string {
  const known = refusalOfSystem(refusalOfDatabase(refusalOfVault(error, '密钥文件')));
  if (known instanceof RefusalError) return plain(known.refusal);
  return `错误编号 ${errorLog.report(error, 'process', 'key-change')}。`;
}

const changed =
  '有人离开，案卷库的密钥已经更换：离开的人即使留有旧的密钥文件和密码，也打不开现在的案卷库。更换以前的备份仍能用当时的密码打开，请现在做一次备份，旧备份按规定封存或者销毁。';

const putOff = ({ since }: KeyChangeDue, reason: string): string =>
  `${chineseDay(since)}有人离开，案卷库的密钥应当更换，这次没有换成：${reason}排除以后再登录一次，会自动更换。`;

const stillInUse = (count: number): string =>
  `案卷库的密钥已经更换，还有${count}份材料正被别的程序占用，没有换上新密钥，现在打不开。请关闭杀毒、备份等占用案卷库的程序，再登录一次，会自动换完。`;
