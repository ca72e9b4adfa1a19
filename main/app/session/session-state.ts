import type { KeyChangeProgress } from '../../../shared/contract/key-change.ts';
import type { LentSeat, SessionState } from '../../../shared/contract/session.ts';
import { today } from '../../../shared/time/moments.ts';
import type { EndedSession, WorkstationOptions } from '../../platform/host.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { OpenProfile } from '../profile/opening.ts';

const idleWithoutProfile = 10;

export interface StateSources {
  /** Whether there is a profile to log in to. */
  exists: () => Promise<boolean>;
  keyring: Pick<Keyring, 'people'>;
  host: Pick<WorkstationOptions, 'desktop' | 'makePractice' | 'practice'>;
  now: () => Date;
  /** Sentences about the program itself, shown to everyone who logs in. */
  notices: string[];
  profile: () => OpenProfile | null;
  lent: () => LentSeat | null;
  ended: () => EndedSession | null;
  keyChange: () => KeyChangeProgress | null;
}

/** How things stand, as the page shows it before and after log-in. */
export async function sessionState(sources: StateSources): Promise<SessionState> {
  const { keyring, now, notices } = sources;
  const { desktop, makePractice, practice = null } = sources.host;
  const exists = await sources.exists();
  const people = exists ? await withVault('钥匙文件', () => keyring.people()) : [];
  const profile = sources.profile();
  return {
    profile: profile ? 'open' : exists ? 'locked' : 'none',
    people: people.map(({ id, name }) => ({ personId: id, name })),
    operator: profile?.operator ?? null,
    lent: sources.lent(),
    officeName: profile?.officeName() ?? null,
    idleLockMinutes: profile?.idleLockMinutes() ?? idleWithoutProfile,
    notices: [...notices, ...(profile?.notices ?? [])],
    lockedBy: sources.ended()?.because ?? null,
    keyChange: sources.keyChange(),
    left: sources.ended()?.place ?? null,
    host: {
      kind: desktop.kind,
      canChooseFolder: desktop.chooseFolder !== undefined,
      canRevealFolder: desktop.revealFolder !== undefined,
      canProtectScreen: desktop.protectScreen !== undefined,
      canPractise: makePractice !== undefined,
    },
    practice,
    today: today(now()),
    anchor: profile?.anchor() ?? null,
    verifiedAt: profile?.verifiedAt() ?? null,
    // What is practised is never backed up.
    withoutBackupSince: practice === null ? (profile?.withoutBackupSince() ?? null) : null,
  };
}
