import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import { useRem } from './measures.ts';

/** Which rows of a list are drawn, and where. */
export interface ListWindow {
  items: readonly Pick<VirtualItem, 'index' | 'start'>[];
  /** CSS pixels of all rows together. */
  height: number;
  /** Width of the list. */
  widthRem: number;
  /** Rows that a page key goes over. */
  page: number;
  measure: (row: HTMLElement | null) => void;
  reveal: (index: number) => void;
}

const ROW_REM = 2.6;
const NEAR_END = 40;

interface ListInUse {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** The row in hand: drawn wherever the list is scrolled, because it may have the focus. */
  index: number;
  onNearEnd: (() => void) | undefined;
}

/** Draws of a long list only what stands in sight of whatever scrolls it: the list itself, or a part of the screen round it. */
export function useListWindow({ list, count, index, onNearEnd }: ListInUse): ListWindow {
  const rem = useRem();
  const { margin, width } = usePlace(list);
  // oxlint-disable-next-line react/incompatible-library -- a warning for React Compiler, which does not build this page
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => ROW_REM * rem,
    overscan: 8,
    scrollMargin: margin,
    // The head stays in sight above the rows.
    scrollPaddingStart: ROW_REM * rem,
    rangeExtractor: (range: Range) => {
      const inSight = defaultRangeExtractor(range);
      return inSight.includes(index) || index >= count ? inSight : [...inSight, index].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rem]);
  const items = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;
  const nearEnd = useEffectEvent(() => onNearEnd?.());
  useEffect(() => {
    if (count > 0 && last >= count - NEAR_END) nearEnd();
  }, [last, count]);
  return {
    items: items.map(({ index: place, start }) => ({ index: place, start: start - margin })),
    height: virtualizer.getTotalSize(),
    widthRem: width / rem,
    page: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / (ROW_REM * rem)) - 1),
    measure: virtualizer.measureElement,
    reveal: (place) => virtualizer.scrollToIndex(place, { align: 'auto' }),
  };
}

/** The nearest box round the rows that scrolls. */
function scrollerOf(list: HTMLElement | null): HTMLElement | null {
  let box = list;
  while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
  return box ?? document.documentElement;
}

/** How far below the beginning of what scrolls the rows begin, and how wide the list is, both in CSS pixels. */
function usePlace(list: RefObject<HTMLElement | null>): { margin: number; width: number } {
  const [place, setPlace] = useState({ margin: 0, width: Number.POSITIVE_INFINITY });
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = scrollerOf(element);
    const body = element?.querySelector('[data-list-body]');
    if (element === null || scroller === null || body === undefined || body === null) return undefined;
    const look = (): void => {
      const margin = body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
      const width = element.clientWidth;
      setPlace((before) =>
        Math.abs(before.margin - margin) < 1 && before.width === width ? before : { margin, width },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    for (let box: HTMLElement | null = element; box !== null && box !== scroller.parentElement; box = box.parentElement)
      observer.observe(box);
    return () => observer.disconnect();
  }, [list]);
  return place;
}
