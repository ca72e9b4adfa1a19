import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { LentSeat, Place } from '../../../shared/contract/session.ts';
import type { EndedSession } from '../../platform/host.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { OpenProfile } from '../profile/opening.ts';
import { createHandOver, type HeldProfile, type Occupancy } from './lent-seat.ts';

export type { HeldProfile };
export type ProfileHolder = ReturnType<typeof createProfileHolder>;

export interface ProfileHolderOptions {
  open: (keys: UnlockedKeys) => Promise<OpenProfile>;
  /** Called as soon as nobody is logged in any more, or somebody else. */
  left: () => void;
  /** The session of the workstation before this one. */
  before: EndedSession | null;
  /** Whether the process ends with the session. */
  servesOne: boolean;
}

/** Holds the profile that is open, and its keys, for as long as somebody is logged in. */
export function createProfileHolder({ open, left, before, servesOne }: ProfileHolderOptions) {
  const here: Occupancy = { held: null, seat: null, ended: before };
  let foundDamaged = false;
  const { change, whenSettled } = createChanges();
  const { lend, giveBack } = createHandOver(here, { open, left });

  const required = (): HeldProfile => {
    if (!here.held) throw new RefusalError({ code: 'locked' });
    return here.held;
  };
  async function leave(because: Refusal | null, place: Place | null): Promise<EndedSession | null> {
    const { held, seat } = here;
    here.held = here.seat = null;
    if (!held) return null;
    const { personId } = held.profile.operator;
    const own = place ?? { personId, field: null, caret: null, unsaved: null, address: null };
    here.ended = { because, place: seat?.place ?? own };
    left();
    await held.profile.close();
    wipeKeys(held.keys);
    if (seat) wipeKeys(seat.keys);
    return here.ended;
  }

  return {
    current: (): HeldProfile | null => here.held,
    /** The seat somebody else signs at; null while its owner works. */
    lent: (): LentSeat | null => here.seat && { owner: here.seat.owner, place: here.seat.place },
    /** How the last session ended; null before the first one, and while somebody is logged in. */
    ended: (): EndedSession | null => here.ended,
    /** Whether the last log-in with a right password met a damaged profile. */
    foundDamaged: (): boolean => foundDamaged,
    required,
    enter: async (keys: UnlockedKeys): Promise<void> => {
      try {
        // Whoever is let in here would be put out with the process.
        if (servesOne && here.ended !== before) throw new RefusalError({ code: 'locked' });
        here.held = { keys, profile: await open(keys) };
        here.ended = null;
        foundDamaged = false;
      } catch (error) {
        foundDamaged = error instanceof RefusalError && error.refusal.code === 'profile-damaged';
        wipeKeys(keys);
        throw error;
      }
    },
    /** Opens the profile for who signs at this seat; the keys of its owner stay for `giveBack`. */
    lend: (theirs: UnlockedKeys, place: Place): Promise<void> => change(lend(required(), theirs, place)),
    /** Opens it for the owner of the seat again; nothing where it is not lent. */
    giveBack: async (): Promise<void> => {
      if (here.seat) await change(giveBack(required(), here.seat));
    },
    /** Ends every feature and wipes the keys; no call finds the profile any more while it closes. */
    leave: (because: Refusal | null = null, place: Place | null = null): Promise<EndedSession | null> =>
      change(leave(because, place)),
    whenSettled,
  };
}

/** Sessions that are being ended or handed over. */
function createChanges() {
  let changing: Promise<unknown> | null = null;
  return {
    change: <T>(work: Promise<T>): Promise<T> => {
      const own = work
        .catch(() => undefined)
        .then(() => {
          if (changing === own) changing = null;
        });
      changing = own;
      return work;
    },
    /** What `look` sees while none is under way. */
    whenSettled: async <T>(look: () => Promise<T>): Promise<T> => {
      for (;;) {
        await changing;
        const seen = await look();
        if (changing === null) return seen;
      }
    },
  };
}
