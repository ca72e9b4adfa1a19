import { startTransition, useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Place, SessionState } from '../../shared/contract/session.ts';
import { api } from '../data/api.ts';
import { setClockShift } from '../data/clock.ts';
import type { FormDraftStores } from '../parts/drafts/form-draft-state.ts';
import { places } from './places.ts';

/** Forms this person left unsaved are there before the first screen asks for them. */
async function fetchKept({ choices, drafts }: FormDraftStores): Promise<void> {
  choices.clear();
  drafts.begin(await api.formDrafts.list());
}

/** What the workstation says first; it is open already when only the window was closed. */
async function whereItStands(kept: FormDraftStores): Promise<SessionState> {
  const state = await api.session.state();
  showPractice(state.practice);
  if (state.profile === 'open') await fetchKept(kept);
  return state;
}

/** 练习 has its own days, its own accent, and its name in the title before any screen. */
function showPractice(practice: SessionState['practice']): void {
  setClockShift(practice?.clockShift ?? 0);
  document.documentElement.toggleAttribute('data-practice', practice !== null);
  if (practice !== null) document.title = '练习 · 案卷工作站';
}

export interface SessionInWindow {
  /** Undefined until the workstation has answered. */
  session: SessionState | undefined;
  /** Where the lock met the person. */
  place: Place | null;
  /** Why the workstation did not answer; null when it did. */
  error: unknown;
  askAgain: () => void;
  /** A person has logged in. */
  enter: (next: SessionState) => void;
  /** The lock has come. */
  leave: (next: SessionState) => void;
  /** Somebody else sits here now (就地签批), or its owner again. */
  handOver: (next: SessionState, deskPaper: string | null) => void;
}

/** 审批, with the paper to begin with. */
const deskOf = (paperId: string | null): string =>
  paperId === null ? places.desk.path : `${places.desk.path}?paper=${paperId}`;

/** The session of this window, followed from log-in to lock. `recall` is called when the drafts of a person have come. */
export function useSessionState(kept: FormDraftStores, recall: () => void): SessionInWindow {
  const [session, setSession] = useState<SessionState>();
  const [error, setError] = useState<unknown>(null);
  const [place, setPlace] = useState<Place | null>(null);
  /** A transition: React holds back for 0.3 s what follows an empty page, so none may come before a screen that still loads. */
  const stand = (state: SessionState): void =>
    startTransition(() => {
      if (state.profile !== 'open') setPlace(state.left);
      setSession(state);
    });
  const ask = (): void =>
    void whereItStands(kept).then((state) => {
      recall();
      stand(state);
    }, setError);
  const askFirst = useEffectEvent(ask);
  useEffect(() => askFirst(), []);

  /** The same person comes back to where the lock met them; anybody else begins at 今日. */
  const comeIn = async (next: SessionState): Promise<void> => {
    const back = place !== null && place.personId === next.operator?.personId;
    const address = back ? place.address : session?.profile === 'locked' ? '/' : null;
    if (address !== null) history.replaceState(null, '', address);
    await fetchKept(kept);
    recall();
    startTransition(() => {
      if (!back) setPlace(null);
      setSession(next);
    });
  };
  /** The screens of the one go before anything of the other comes; the owner of the seat comes back to where they were. */
  const handOver = async (next: SessionState, deskPaper: string | null): Promise<void> => {
    const back = next.lent === null ? (session?.lent?.place ?? null) : null;
    kept.drafts.rest();
    await Promise.resolve();
    flushSync(() => setSession(undefined));
    history.replaceState(null, '', next.lent === null ? (back?.address ?? '/') : deskOf(deskPaper));
    await fetchKept(kept);
    recall();
    startTransition(() => {
      setPlace(back);
      setSession(next);
    });
  };
  return {
    session,
    place,
    error,
    askAgain: () => {
      setError(null);
      ask();
    },
    enter: (next) => void comeIn(next).catch(setError),
    leave: (next) => {
      kept.drafts.rest();
      stand(next);
    },
    handOver: (next, deskPaper) => void handOver(next, deskPaper).catch(setError),
  };
}
