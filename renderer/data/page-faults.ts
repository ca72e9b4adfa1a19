import { useEffect, useEffectEvent, useState } from 'react';
import { factsOf } from '../../shared/faults/facts-of.ts';
import { api, refusalOf } from './api.ts';
import { isUnanswered } from './explain.ts';

const ids = new WeakMap<object, Promise<string | null>>();
const listeners = new Set<(sentence: string) => void>();

/** Whether it is a fault of the page itself: refusals are answers, and where nobody answers nothing can be reported. */
const isOfPage = (error: unknown): error is object =>
  typeof error === 'object' &&
  error !== null &&
  refusalOf(error) === undefined &&
  !isUnanswered(error) &&
  !(error instanceof DOMException && error.name === 'AbortError');

/** Puts a fault of the page on record, each error once; null when it could not be reported. Its message stays here. */
function reportFault(error: object): Promise<string | null> {
  const known = ids.get(error);
  if (known !== undefined) return known;
  const id = api.desktop.reportFault(factsOf(error, [`${location.origin}/`])).then(
    (answer) => answer.id,
    () => null,
  );
  ids.set(error, id);
  return id;
}

/** The id under which an error is on record (故障记录): main's own, or that of a fault of the page, reported here. */
export function useFaultId(error: unknown): string | null {
  const [reported, setReported] = useState<{ error: unknown; id: string | null }>({ error: null, id: null });
  useEffect(() => {
    if (isOfPage(error)) void reportFault(error).then((id) => setReported({ error, id }));
  }, [error]);
  const refusal = refusalOf(error);
  if (refusal?.code === 'internal') return refusal.id;
  return reported.error === error ? reported.id : null;
}

/** Reports what nobody caught, and tells whoever shows alarms. */
export function watchPage(): void {
  const caught = async (error: unknown): Promise<void> => {
    if (!isOfPage(error)) return;
    const id = await reportFault(error);
    const told = id === null ? '请告诉系统管理员' : `错误编号 ${id}，请告诉系统管理员`;
    for (const listener of listeners) listener(`页面遇到没有料到的情况，刚才那一步可能没有完成，请再看一下；${told}。`);
  };
  window.addEventListener('error', ({ error }) => void caught(error));
  window.addEventListener('unhandledrejection', ({ reason }) => void caught(reason));
}

/** Hears of faults that nobody caught, as sentences. */
export function usePageFaults(listener: (sentence: string) => void): void {
  const hear = useEffectEvent(listener);
  useEffect(() => {
    const own = (sentence: string): void => hear(sentence);
    listeners.add(own);
    return () => void listeners.delete(own);
  }, []);
}
