import { useEffect, useEffectEvent, useState } from 'react';
import type { Place, SessionState } from '../../../shared/contract/session.ts';
import { api } from '../../data/api.ts';
import { explain } from '../../data/explain.ts';
import type { FlushRegistry } from '../../parts/drafts/flush-registry.ts';
import { hearPerson, onPersonInput } from '../../ui/person-inputs.ts';
import { placeNow } from './place.ts';
import { requiredContext } from '../../required-context.ts';

export interface LockControl {
  /** Saves what the screens hold, then locks; when something cannot be saved, `unsaved` says why and nothing is locked. */
  lock: () => void;
  unsaved: unknown;
  /** Locks although something could not be saved. */
  lockAnyway: () => void;
  /** Goes on working. */
  stay: () => void;
}

export const [LockContext, useLockControl] = requiredContext<LockControl>('LockContext');

export interface LockOptions {
  personId: string;
  idleLockMinutes: number;
  drafts: FlushRegistry;
  onLocked: (session: SessionState) => void;
}

/** Locks by key and by idleness. An idle workstation locks in any case: an open file on an empty chair is the greater harm. */
export function useLock({ personId, idleLockMinutes, drafts, onLocked }: LockOptions): LockControl {
  /** Where the person was when the lock found something that could not be saved. */
  const [unsavedPlace, setUnsavedPlace] = useState<Place | null>(null);
  const [unsaved, setUnsaved] = useState<unknown>(null);
  const stop = (place: Place, fault: unknown): void => {
    setUnsavedPlace({ ...place, unsaved: explain(fault).happened });
    setUnsaved(fault);
  };
  const lockNow = async (place: Place): Promise<void> => {
    try {
      onLocked(await api.session.lock({ place }));
    } catch (fault) {
      stop(place, fault);
    }
  };
  const flushAndLock = async (evenUnsaved: boolean): Promise<void> => {
    const place = placeNow(personId);
    const fault = await drafts.flush().then(
      () => null,
      (reason: unknown) => reason,
    );
    if (fault === null) await lockNow(place);
    else if (evenUnsaved) await lockNow({ ...place, unsaved: explain(fault).happened });
    else stop(place, fault);
  };
  useIdle(idleLockMinutes, () => void flushAndLock(true));
  return {
    lock: () => void flushAndLock(false),
    unsaved,
    lockAnyway: () => void lockNow(unsavedPlace ?? placeNow(personId)),
    stay: () => setUnsaved(null),
  };
}

const CHECK_MS = 5_000;

/** Calls `onIdle` when nobody touched keyboard, mouse or pen in any window of the page for `minutes`; the clock counts on while the computer sleeps. */
function useIdle(minutes: number, onIdle: () => void): void {
  const idle = useEffectEvent(onIdle);
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = (): void => {
      touchedAt = Date.now();
    };
    const deafen = hearPerson(window);
    const forget = onPersonInput(touch);
    const timer = setInterval(() => {
      if (Date.now() - touchedAt < minutes * 60_000) return;
      touch();
      idle();
    }, CHECK_MS);
    return () => {
      clearInterval(timer);
      deafen();
      forget();
    };
  }, [minutes]);
}
