import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Place } from '../../../shared/contract/session.ts';
import type { EndedSession } from '../../platform/host.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import { type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import type { HeldProfile, ProfileHolder } from './profile-holder.ts';

export interface SeatOptions {
  holder: ProfileHolder;
  keyring: Pick<Keyring, 'keyChange' | 'people'>;
  /** Opens the keys of a person by the password, and counts wrong ones. */
  keysFor: (personId: string, password: string) => Promise<UnlockedKeys>;
  /** Nobody comes or goes meanwhile. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told of a session that ended because the profile could be opened for nobody any more. */
  onEnded: (session: EndedSession) => void;
}

/** Who signs, with the own password. */
export interface Signer {
  personId: string;
  password: string;
}

/**
 * 就地签批 (docs/adr/0022): somebody else signs at the seat of who is logged in, by the own keys and rights, then the seat is its owner's
 * again. Both are on record, with whose seat it was.
 */
export function createSeat({ holder, keyring, keysFor, inTurn, onEnded }: SeatOptions) {
  async function lend(signer: Signer, place: Place): Promise<void> {
    const { profile } = holder.required();
    const { personId: ownerId, name: ownerName } = profile.operator;
    const name = (await keyring.people()).find(({ id }) => id === signer.personId)?.name ?? '';
    const theirs = await keysOf(signer, name);
    await profile.note({ verb: '让出座位', what: `由${name}就地签批`, subjectId: signer.personId });
    await handOver(() => holder.lend(theirs, place));
    await holder.required().profile.note({ verb: '就地签批', what: `在${ownerName}的座位上`, subjectId: ownerId });
  }

  /** The keys of who may sign here now; whatever is refused leaves everything as it is. */
  async function keysOf({ personId, password }: Signer, name: string): Promise<UnlockedKeys> {
    const here = holder.required();
    const refuse = (why: Extract<Refusal, { code: 'no-lending' }>['why']): RefusalError =>
      new RefusalError({ code: 'no-lending', why, name });
    const lent = holder.lent();
    if (lent !== null) throw new RefusalError({ code: 'seat-lent', act: '让出座位', owner: lent.owner.name });
    if (here.profile.operator.personId === personId) throw refuse('own-seat');
    // The keys of the owner must open the profile again, and a change at the log-in of somebody else would leave them behind.
    if (await isKeyChangeDue(here)) throw refuse('key-change-due');
    const theirs = await keysFor(personId, password);
    try {
      if (theirs.vaultKey === null) throw refuse('no-content-key');
      if (here.profile.waitFor(theirs) === 0) throw refuse('nothing-waits');
      return theirs;
    } catch (error) {
      wipeKeys(theirs);
      throw error;
    }
  }

  /** What is still waited for by somebody else before it can be done is not done at this log-in either. */
  async function isKeyChangeDue({ keys }: HeldProfile): Promise<boolean> {
    const { since, people, letter, isUnderWay } = await keyring.keyChange(keys);
    return isUnderWay || (since !== null && people.length === 0 && !letter);
  }

  async function giveBack(): Promise<void> {
    const lent = holder.lent();
    if (lent === null) return;
    const { profile } = holder.required();
    await profile.note({ verb: '还回座位', what: `还给${lent.owner.name}`, subjectId: lent.owner.personId });
    await handOver(() => holder.giveBack());
    const { personId, name } = profile.operator;
    await holder
      .required()
      .profile.note({ verb: '接回座位', what: `${name}还回，没有再输入密码`, subjectId: personId });
  }

  async function handOver(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const ended = holder.ended();
      if (holder.current() === null && ended !== null) onEnded(ended);
      throw error;
    }
  }

  return {
    lend: (signer: Signer, place: Place): Promise<void> => inTurn(() => lend(signer, place)),
    giveBack: (): Promise<void> => inTurn(giveBack),
    /** Whose seat it is; null while nobody else signs at it. */
    owner: (): string | null => holder.lent()?.owner.name ?? null,
  };
}
