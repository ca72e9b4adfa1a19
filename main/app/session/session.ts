import type { SessionState } from '../../../shared/contract/session.ts';
import { today } from '../../../shared/time/moments.ts';
import type { WorkstationOptions } from '../../platform/host.ts';
import type { OpenProfile, OpenRequest } from '../profile.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import { type VaultKey, wipe } from '../../platform/vault/keys.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { FirstStart } from './first-start.ts';

export interface SessionOptions {
  host: Pick<WorkstationOptions, 'profileDir' | 'desktop'>;
  now: () => Date;
  /** Sentences about the program itself, shown to everyone who logs in. */
  notices: string[];
  open: (request: OpenRequest) => Promise<OpenProfile>;
  /** Called when the first screen has asked how things stand. */
  asked: () => void;
}

export type Session = ReturnType<typeof createSession>;

const freeTries = 5;
const idleWithoutProfile = 10;

/** Who is at the workstation: no profile, locked, or open for one person. Locking ends every feature and wipes the keys. */
export function createSession({ host, now, notices, open, asked }: SessionOptions) {
  const { profileDir } = host;
  const keyring = createKeyring(profileDir);
  let current: { profile: OpenProfile; vaultKey: VaultKey } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let wrongTries = 0;
  let nextTryAt = 0;
  let hasAsked = false;

  /** Opening and locking one after the other: a second unlock must not find a half-closed profile. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function state(): Promise<SessionState> {
    const exists = await keyring.exists();
    const people = exists ? await withVault('钥匙文件', () => keyring.people()) : [];
    const profile = current?.profile;
    if (!hasAsked) asked();
    hasAsked = true;
    return {
      profile: profile ? 'open' : exists ? 'locked' : 'none',
      people: people.map(({ id, name }) => ({ personId: id, name })),
      operator: profile?.operator ?? null,
      officeName: profile?.officeName() ?? null,
      idleLockMinutes: profile?.idleLockMinutes() ?? idleWithoutProfile,
      notices: [...notices, ...(profile?.notices ?? [])],
      host: {
        kind: host.desktop.kind,
        canChooseFolder: host.desktop.chooseFolder !== undefined,
        canRevealFolder: host.desktop.revealFolder !== undefined,
      },
      today: today(now()),
      anchor: profile?.anchor() ?? null,
      verifiedAt: profile?.verifiedAt() ?? null,
    };
  }

  async function setUp(first: FirstStart): Promise<{ state: SessionState; recoveryLetter: string }> {
    return inTurn(async () => {
      if (await keyring.exists()) throw new RefusalError({ code: 'profile-exists' });
      const { makeProfile } = await import('./first-start.ts');
      const { personId, vaultKey } = await makeProfile(profileDir, first, now);
      await enter(vaultKey, personId);
      return { state: await state(), recoveryLetter: await letter() };
    });
  }

  async function unlock(personId: string, password: string): Promise<SessionState> {
    return inTurn(async () => {
      if (current) return state();
      await enter(await keyFor(personId, password), personId);
      return state();
    });
  }

  async function keyFor(personId: string, password: string): Promise<VaultKey> {
    const waitSeconds = Math.ceil((nextTryAt - performance.now()) / 1000);
    if (waitSeconds > 0) throw new RefusalError({ code: 'wrong-password', waitSeconds });
    try {
      const vaultKey = await keyring.unlock(personId, password);
      wrongTries = 0;
      return vaultKey;
    } catch (error) {
      if (!isVaultFault(error, 'wrong-password')) return withVault('钥匙文件', () => Promise.reject(error));
      wrongTries += 1;
      const pause = wrongTries < freeTries ? 0 : Math.min(60, 2 ** (wrongTries - freeTries + 1));
      nextTryAt = performance.now() + pause * 1000;
      throw new RefusalError({ code: 'wrong-password', waitSeconds: pause });
    }
  }

  async function enter(vaultKey: VaultKey, personId: string): Promise<void> {
    try {
      current = { vaultKey, profile: await open({ profileDir, vaultKey, keyring, personId }) };
    } catch (error) {
      wipe(vaultKey);
      throw error;
    }
  }

  async function leave(): Promise<void> {
    const leaving = current;
    current = null;
    if (!leaving) return;
    await leaving.profile.close();
    wipe(leaving.vaultKey);
  }

  async function recover({
    code,
    personId,
    password,
  }: {
    code: string;
    personId: string;
    password: string;
  }): Promise<SessionState> {
    return inTurn(async () => {
      await leave();
      const vaultKey = await withVault('恢复信', () => keyring.recover(code));
      await withVault('恢复信', () => keyring.setPassword(vaultKey, personId, password));
      await enter(vaultKey, personId);
      current?.profile.note({ verb: '用恢复信重设密码', what: current.profile.operator.name });
      return state();
    });
  }

  async function changePassword(old: string, next: string): Promise<{ done: true }> {
    const { vaultKey, profile } = required();
    wipe(await keyFor(profile.operator.personId, old));
    await withVault('密码', () => keyring.setPassword(vaultKey, profile.operator.personId, next));
    profile.note({ verb: '修改密码', what: profile.operator.name });
    return { done: true };
  }

  /** A new letter takes the place of the old ones. */
  async function letter(): Promise<string> {
    const { vaultKey, profile } = required();
    const { id, code } = await keyring.addRecovery(vaultKey);
    await keyring.keepOnlyRecovery(vaultKey, id);
    profile.note({ verb: '制作恢复信', what: profile.operator.name });
    return profile.printRecoveryLetter(code);
  }

  const required = (): NonNullable<typeof current> => {
    if (!current) throw new RefusalError({ code: 'locked' });
    return current;
  };

  return {
    state,
    setUp,
    unlock,
    recover,
    changePassword,
    letter,
    lock: () =>
      inTurn(async () => {
        await leave();
        return state();
      }),
    close: () => inTurn(leave),
    profile: () => current?.profile ?? null,
  };
}
