import type { LentSeat, Place } from '../../../shared/contract/session.ts';
import type { EndedSession } from '../../platform/host.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { OpenProfile } from '../profile/opening.ts';

export interface HeldProfile {
  profile: OpenProfile;
  keys: UnlockedKeys;
}

/** A seat at which somebody else signs, with the keys of its owner for the way back. */
export interface Seat extends LentSeat {
  keys: UnlockedKeys;
}

/** Who is at the workstation. */
export interface Occupancy {
  held: HeldProfile | null;
  /** Null while nobody else signs at the seat of its owner. */
  seat: Seat | null;
  /** How the last session ended; null before the first one, and while somebody is logged in. */
  ended: EndedSession | null;
}

/** Hands the open profile from one person to the other and back; what can be opened for nobody leaves nobody logged in and no key behind. */
export function createHandOver(
  here: Occupancy,
  { open, left }: { open: (keys: UnlockedKeys) => Promise<OpenProfile>; left: () => void },
) {
  /** Closes what is open in order, and opens it by other keys. */
  async function handOver({ profile }: HeldProfile, keys: UnlockedKeys, seat: Seat | null): Promise<void> {
    here.held = null;
    here.seat = seat;
    left();
    await profile.close();
    here.held = { keys, profile: await open(keys) };
  }

  function fail({ keys, place }: Seat, error: unknown): never {
    wipeKeys(keys);
    here.ended = { because: error instanceof RefusalError ? error.refusal : null, place };
    throw error;
  }

  return {
    /** Opens the profile for who signs at this seat; the keys of its owner stay for `giveBack`. */
    lend: async (held: HeldProfile, theirs: UnlockedKeys, place: Place): Promise<void> => {
      const { keys, profile } = held;
      const { personId, name } = profile.operator;
      const seat = { owner: { personId, name }, place, keys };
      try {
        await handOver(held, theirs, seat);
      } catch (error) {
        wipeKeys(theirs);
        here.seat = null;
        // Where nobody else could come in, the owner goes on.
        here.held = { keys, profile: await open(keys).catch((fault: unknown) => fail(seat, fault)) };
        throw error;
      }
    },
    /** Opens it for the owner of the seat again. */
    giveBack: async (held: HeldProfile, seat: Seat): Promise<void> => {
      try {
        await handOver(held, seat.keys, null).catch((error: unknown) => fail(seat, error));
      } finally {
        wipeKeys(held.keys);
      }
    },
  };
}
