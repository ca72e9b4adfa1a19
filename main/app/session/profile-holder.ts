import type { Refusal } from '../../../shared/contract/refusals.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { OpenProfile } from '../profile/open-profile.ts';

export interface HeldProfile {
  profile: OpenProfile;
  keys: UnlockedKeys;
}

export type ProfileHolder = ReturnType<typeof createProfileHolder>;

/** Holds the profile that is open, and its keys, for as long as somebody is logged in; `left` is called as soon as nobody is. */
export function createProfileHolder(open: (keys: UnlockedKeys) => Promise<OpenProfile>, left: () => void) {
  let held: HeldProfile | null = null;
  let lockedBy: Refusal | null = null;
  let foundDamaged = false;

  return {
    current: (): HeldProfile | null => held,
    /** Why the workstation locked itself; null when somebody locked it, or is logged in. */
    lockedBy: (): Refusal | null => lockedBy,
    /** Whether the last log-in with a right password met a damaged profile. */
    foundDamaged: (): boolean => foundDamaged,
    required: (): HeldProfile => {
      if (!held) throw new RefusalError({ code: 'locked' });
      return held;
    },
    enter: async (keys: UnlockedKeys): Promise<void> => {
      try {
        held = { keys, profile: await open(keys) };
        lockedBy = null;
        foundDamaged = false;
      } catch (error) {
        foundDamaged = error instanceof RefusalError && error.refusal.code === 'profile-damaged';
        wipeKeys(keys);
        throw error;
      }
    },
    /** Ends every feature and wipes the keys; no call finds the profile any more while it closes. */
    leave: async (because: Refusal | null = null): Promise<void> => {
      const leaving = held;
      held = null;
      if (!leaving) return;
      lockedBy = because;
      left();
      await leaving.profile.close();
      wipeKeys(leaving.keys);
    },
  };
}
