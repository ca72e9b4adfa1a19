import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';

/** Below this many rem of width (zoom from 150 %, large text) parts of a screen stand one after the other; style sheets say the same number. */
const NARROW_REM = 62;

/** From this many rem of width (1920 px at 标准) a screen has room to spare. */
const ROOMY_REM = 110;

/** Below this many rem of height no month fits above or below a field in the middle of the window. */
const SHORT_REM = 40;

function subscribe(listener: () => void): () => void {
  const textSize = new MutationObserver(listener);
  textSize.observe(document.documentElement, { attributeFilter: ['style'] });
  window.addEventListener('resize', listener);
  return () => {
    textSize.disconnect();
    window.removeEventListener('resize', listener);
  };
}

/** CSS pixels of one rem at the text size in use. */
const remInPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** CSS pixels of one rem; follows the text size (字号). */
export const useRem = (): number => useSyncExternalStore(subscribe, remInPx);

/** True while the window is narrow by the text size in use. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth < NARROW_REM * remInPx());

/** True while the window has room to spare by the text size in use. */
export const useRoomy = (): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth >= ROOMY_REM * remInPx());

/** From this many rem of width (1600 px at 标准) a list has what is known of its row beside it. */
const WIDE_REM = 106;

/** True while a list and what is known of its row fit side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.innerWidth >= WIDE_REM * remInPx());

/** True while the window is low by the text size in use. */
export const useShort = (): boolean =>
  useSyncExternalStore(subscribe, () => window.innerHeight < SHORT_REM * remInPx());

/** The width of a box in rem of the text size in use. */
export function useWidthRem(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => setWidth(element.clientWidth);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width / useRem();
}

/** The window that an element is drawn in, which may be the second one; what watches its size or place must be of that window. */
export const viewOf = ({ ownerDocument }: Element): Window & typeof globalThis => ownerDocument.defaultView ?? window;
