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

/**
 * Holds the profile that is open, and its keys, for as long as somebody is logged in; `left` is called as soon as nobody is.
 * @param before the session of the workstation before this one
 */
export function createProfileHolder(
  open: (keys: UnlockedKeys) => Promise<OpenProfile>,
  left: () => void,
  before: EndedSession | null = null,
) {
  let held: HeldProfile | null = null;
  let ended = before;
  let foundDamaged = false;

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
    leave: async (because: Refusal | null = null, place: Place | null = null): Promise<EndedSession | null> => {
      const leaving = held;
      held = null;
      if (!leaving) return null;
      const { personId } = leaving.profile.operator;
      ended = { because, place: place ?? { personId, field: null, caret: null, unsaved: null } };
      left();
      await leaving.profile.close();
      wipeKeys(leaving.keys);
      return ended;
    },
  };
}
