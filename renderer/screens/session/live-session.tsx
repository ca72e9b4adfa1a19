import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import type { Place, SessionState } from '../../../shared/contract/session.ts';
import { usePageFaults } from '../../data/page-faults.ts';
import { AlarmsContext, type Alarms } from '../../data/alarms.ts';
import type { FlushRegistry } from '../../parts/drafts/flush-registry.ts';
import { SeatContext } from '../../data/seat.ts';
import { SessionContext } from '../../data/session.ts';
import { ReturningContext } from '../../data/returning.ts';
import { useSignals } from '../../data/signals.ts';
import { queries } from '../../data/queries.ts';
import { LendDialog } from './lend-dialog.tsx';
import { LockContext, useLock } from './lock.ts';
import { returnTo } from './place.ts';
import { useSeatControl } from './use-seat-control.ts';

/** Midnight changes `today`, and nobody signals it. */
const ASK_AGAIN_MS = 5 * 60_000;

export interface LiveSessionProps {
  first: SessionState;
  place: Place | null;
  drafts: FlushRegistry;
  onLocked: (session: SessionState) => void;
  /** Somebody else sits here now (就地签批); `deskPaper` is what they were asked for. */
  onHandedOver: (session: SessionState, deskPaper: string | null) => void;
  children: ReactNode;
}

/** Keeps session, alarms and lock of an unlocked workstation up to date for the screens. */
export function LiveSession({ first, place, drafts, onLocked, onHandedOver, children }: LiveSessionProps) {
  const personId = first.operator?.personId ?? '';
  const { data: session } = useQuery({
    ...queries.session.state.queryOptions(),
    initialData: first,
    refetchInterval: ASK_AGAIN_MS,
  });
  const foundLocked = useEffectEvent(() => onLocked(session));
  useEffect(() => {
    if (session.profile !== 'open') foundLocked();
  }, [session.profile]);
  const seat = useSeatControl(personId, drafts);
  const isOther = session.profile === 'open' && session.operator?.personId !== personId;
  const foundOther = useEffectEvent(() => onHandedOver(session, seat.asked?.paperId ?? null));
  useEffect(() => {
    if (isOther) foundOther();
  }, [isOther]);
  const [returning, setReturning] = useState(place?.field ?? null);
  useEffect(() => (place === null ? undefined : returnTo(place, () => setReturning(null))), [place]);

  const lock = useLock({ personId, idleLockMinutes: session.idleLockMinutes, drafts, onLocked });
  const alarms = useAlarmList(place === null ? first.notices : unsavedNotices(place));
  // While the screens go, they still ask who works here.
  const shown = session.profile === 'open' && !isOther ? session : first;
  return (
    <SessionContext value={shown}>
      <AlarmsContext value={alarms}>
        <LockContext value={lock}>
          <SeatContext value={seat.control}>
            <ReturningContext value={returning}>{children}</ReturningContext>
            {seat.asked !== null && <LendDialog asked={seat.asked} drafts={drafts} onClose={seat.close} />}
          </SeatContext>
        </LockContext>
      </AlarmsContext>
    </SessionContext>
  );
}

/** The person who comes back read what start-up found; a text that the lock could not save is new to them. */
const unsavedNotices = ({ unsaved }: Place): string[] =>
  unsaved === null ? [] : [`锁定时有一处文字没有存上，请核对刚才填写的栏目。原因：${unsaved}`];

function useAlarmList(firstNotices: readonly string[]): Alarms {
  const [harms, setHarms] = useState<readonly string[]>([]);
  const [notices, setNotices] = useState(firstNotices);
  useSignals(({ sentence }) => setHarms((before) => (before.includes(sentence) ? before : [...before, sentence])));
  const tell = useCallback(
    (sentence: string) => setNotices((before) => (before.includes(sentence) ? before : [...before, sentence])),
    [],
  );
  usePageFaults(tell);
  return useMemo(() => {
    const without = (sentence: string) => (before: readonly string[]) => before.filter((other) => other !== sentence);
    return {
      harms,
      notices,
      tell,
      dismiss: (sentence: string) => {
        setHarms(without(sentence));
        setNotices(without(sentence));
      },
    };
  }, [harms, notices, tell]);
}
