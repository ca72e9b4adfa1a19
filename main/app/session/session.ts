import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { KeyChangeProgress } from '../../../shared/contract/key-change.ts';
import type { Place, SessionState } from '../../../shared/contract/session.ts';
import type { WorkstationOptions } from '../../platform/host.ts';
import type { Doubt } from '../../platform/store/unit-of-work.ts';
import type { OpenProfile, OpenRequest } from '../profile/opening.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { createTurns } from '../../platform/turns.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import type { UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import type { FirstStart } from './first-start.ts';
import { createPasswordCheck } from './password-check.ts';
import { changeOwnPassword, enterByLetter, makeRecoveryLetter, type NewPassword } from './passwords.ts';
import { mayBeReplaced } from './profile-files.ts';
import { createProfileHolder } from './profile-holder.ts';
import { stillHasProfile } from './profile-presence.ts';
import { createPractise } from './practise.ts';
import { createSeat } from './seat.ts';
import { createWrongPasswords } from './wrong-passwords.ts';
import { sessionState } from './session-state.ts';

export interface SessionOptions {
  host: Pick<WorkstationOptions, 'profileDir' | 'desktop' | 'before' | 'onEnded' | 'makePractice' | 'practice'>;
  now: () => Date;
  /** Sentences about the program itself, shown to everyone who logs in. */
  notices: string[];
  open: (request: OpenRequest) => Promise<OpenProfile>;
  /** Called as soon as nobody is logged in any more. */
  left: () => void;
  /** Called when the first screen has asked how things stand. */
  asked: () => void;
}

export type Session = ReturnType<typeof createSession>;

/** Who is at the workstation: no profile, locked, or open for one person. Locking ends every feature and wipes the keys. */
export function createSession({ host, now, notices, open, left, asked }: SessionOptions) {
  const { profileDir, before = null, onEnded } = host;
  const keyring = createKeyring(profileDir);
  const wrongPasswords = createWrongPasswords(profileDir);
  const keysFor = createPasswordCheck(keyring, wrongPasswords);
  let keyChange: KeyChangeProgress | null = null;
  const onKeyChange = (progress: KeyChangeProgress | null): void => void (keyChange = progress);
  const door = { profileDir, keyring, wrongPasswords, onKeyChange };
  const onDoubt = (why: Doubt): void => void lockUnasked({ code: 'database-in-doubt', why });
  const openFor = (keys: UnlockedKeys): Promise<OpenProfile> => open({ ...door, keys, onDoubt });
  const holder = createProfileHolder({ open: openFor, left, before, servesOne: onEnded !== undefined });
  // A second unlock must not find a half-closed profile.
  const inTurn = createTurns();
  const seat = createSeat({ holder, keyring, keysFor, inTurn, onEnded: (session) => onEnded?.(session) });
  const announceOnce = once(asked);
  const profile = (): OpenProfile | null => holder.current()?.profile ?? null;

  const exists = (): Promise<boolean> => stillHasProfile(profileDir, keyring, holder.ended()?.because ?? null);

  async function state(): Promise<SessionState> {
    const { ended, lent } = holder;
    const sources = { exists, keyring, host, now, notices, profile, ended, lent, keyChange: () => keyChange };
    // Told that nobody is logged in, the page logs in: not before the next process is there to do it, and not while a seat changes hands.
    const answer = await holder.whenSettled(() => sessionState(sources));
    announceOnce();
    return answer;
  }

  async function setUp(first: FirstStart): Promise<{ state: SessionState; recoveryLetter: string }> {
    if (await exists()) throw new RefusalError({ code: 'profile-exists' });
    const { makeProfile } = await import('./first-start.ts');
    await holder.enter(await makeProfile(profileDir, first, now));
    return { state: await state(), recoveryLetter: await makeRecoveryLetter(keyring, holder.required()) };
  }

  async function unlock(personId: string, password: string): Promise<SessionState> {
    if (!holder.current()) await holder.enter(await keysFor(personId, password));
    return state();
  }

  async function recover(given: NewPassword): Promise<SessionState> {
    await enterByLetter(keyring, holder, given);
    return state();
  }

  async function end(because: Refusal | null, place: Place | null): Promise<void> {
    const ended = await holder.leave(because, place);
    if (ended) onEnded?.(ended);
  }

  /** Locks without the page: in doubt about the database, which is trustworthy again once it was opened anew, or when the person is gone. */
  const lockUnasked = (because: Refusal | null): Promise<void> => inTurn(() => end(because, null));

  return {
    state,
    setUp: (first: FirstStart) => inTurn(() => setUp(first)),
    unlock: (personId: string, password: string) => inTurn(() => unlock(personId, password)),
    recover: (given: NewPassword) => inTurn(() => recover(given)),
    seat,
    changePassword: async (old: string, next: string) =>
      changeOwnPassword(keyring, holder.required(), { old, next, keysFor }),
    mayBeReplaced: () => mayBeReplaced(host, keyring, holder),
    /** Runs `work` while nobody can log in. */
    whileLocked: <T>(work: () => Promise<T>) => inTurn(work),
    letter: async () => makeRecoveryLetter(keyring, holder.required()),
    lock: (place: Place | null) => inTurn(() => end(null, place).then(state)),
    lockUnasked: () => lockUnasked(null),
    practise: createPractise(holder, host, inTurn),
    close: () => inTurn(async () => void (await holder.leave())),
    profile,
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
