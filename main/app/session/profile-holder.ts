import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Place } from '../../../shared/contract/session.ts';
import type { EndedSession } from '../../platform/host.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { OpenProfile } from '../profile/opening.ts';

export interface HeldProfile {
  profile: OpenProfile;
  keys: UnlockedKeys;
}

export type ProfileHolder = ReturnType<typeof createProfileHolder>;

export interface ProfileHolderOptions {
  open: (keys: UnlockedKeys) => Promise<OpenProfile>;
  /** Called as soon as nobody is logged in any more. */
  left: () => void;
  /** The session of the workstation before this one. */
  before: EndedSession | null;
  /** Whether the process ends with the session. */
  servesOne: boolean;
}

/** Holds the profile that is open, and its keys, for as long as somebody is logged in. */
export function createProfileHolder({ open, left, before, servesOne }: ProfileHolderOptions) {
  let held: HeldProfile | null = null;
  let ended = before;
  let foundDamaged = false;
  let leaving: Promise<EndedSession | null> = Promise.resolve(null);

  async function leave(because: Refusal | null, place: Place | null): Promise<EndedSession | null> {
    const last = held;
    held = null;
    if (!last) return null;
    const { personId } = last.profile.operator;
    ended = { because, place: place ?? { personId, field: null, caret: null, unsaved: null } };
    left();
    await last.profile.close();
    wipeKeys(last.keys);
    return ended;
  }

  return {
    current: (): HeldProfile | null => held,
    /** How the last session ended; null before the first one, and while somebody is logged in. */
    ended: (): EndedSession | null => ended,
    /** Whether the last log-in with a right password met a damaged profile. */
    foundDamaged: (): boolean => foundDamaged,
    required: (): HeldProfile => {
      if (!held) throw new RefusalError({ code: 'locked' });
      return held;
    },
    enter: async (keys: UnlockedKeys): Promise<void> => {
      try {
        // Whoever is let in here would be put out with the process.
        if (servesOne && ended !== before) throw new RefusalError({ code: 'locked' });
        held = { keys, profile: await open(keys) };
        ended = null;
        foundDamaged = false;
      } catch (error) {
        foundDamaged = error instanceof RefusalError && error.refusal.code === 'profile-damaged';
        wipeKeys(keys);
        throw error;
      }
    },
    /** Ends every feature and wipes the keys; no call finds the profile any more while it closes. */
    leave: (because: Refusal | null = null, place: Place | null = null): Promise<EndedSession | null> =>
      (leaving = leave(because, place)),
    /** Settles when no session is being ended. */
    settled: (): Promise<unknown> => leaving.catch(() => undefined),
  };
}
