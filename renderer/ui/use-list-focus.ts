import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListWindow } from './use-list-window.ts';

interface FocusInUse {
  list: RefObject<HTMLElement | null>;
  index: number;
  view: ListWindow;
  focusFirst: boolean;
}

/** The focus follows the row in hand; a list that had it keeps it when its rows change. */
export function useListFocus({ list, index, view, focusFirst }: FocusInUse): void {
  const hadFocus = useRef(false);
  const isDrawn = view.items.length > 0;
  const take = useEffectEvent(() =>
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
  );
  const reveal = useEffectEvent(() => view.reveal(index));
  useLayoutEffect(() => {
    if (isDrawn && focusFirst && isFree()) take();
  }, [isDrawn, focusFirst]);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!isDrawn) return;
    // A list that is part of its screen must not scroll it when it comes up.
    if (!first.current || index > 0) reveal();
    first.current = false;
    const focused = document.activeElement;
    if (focused?.parentElement?.parentElement === list.current && focused !== null) take();
  }, [index, isDrawn, list]);
  useLayoutEffect(() => {
    const box = list.current;
    const has = box?.contains(document.activeElement) ?? false;
    if (!has && hadFocus.current && document.activeElement === document.body) take();
    hadFocus.current = box?.contains(document.activeElement) ?? false;
  });
}

/** A field or a row in use keeps its focus; a link of the main navigation that led here gives it up. */
function isFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('nav') !== null;
}
