import { RefusalError } from '../../platform/refusal-error.ts';
import { type VaultKey, wipe } from '../../platform/vault/keys.ts';
import type { OpenProfile } from '../profile/open-profile.ts';

export interface HeldProfile {
  profile: OpenProfile;
  vaultKey: VaultKey;
}

export type ProfileHolder = ReturnType<typeof createProfileHolder>;

/** Holds the profile that is open, and its key, for as long as somebody is logged in. */
export function createProfileHolder(open: (vaultKey: VaultKey, personId: string) => Promise<OpenProfile>) {
  let held: HeldProfile | null = null;

  return {
    current: (): HeldProfile | null => held,
    required: (): HeldProfile => {
      if (!held) throw new RefusalError({ code: 'locked' });
      return held;
    },
    enter: async (vaultKey: VaultKey, personId: string): Promise<void> => {
      try {
        held = { vaultKey, profile: await open(vaultKey, personId) };
      } catch (error) {
        wipe(vaultKey);
        throw error;
      }
    },
    /** Ends every feature and wipes the keys; no call finds the profile any more while it closes. */
    leave: async (): Promise<void> => {
      const leaving = held;
      held = null;
      if (!leaving) return;
      await leaving.profile.close();
      wipe(leaving.vaultKey);
    },
  };
}
