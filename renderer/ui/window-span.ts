/** Which rows of a long list stand in sight; pure, so that it can be tested. */
export interface WindowSpan {
  /** First row to draw. */
  from: number;
  /** One past the last row to draw. */
  to: number;
}

/** Rows drawn beyond each edge, so that a quick scroll meets no empty place. */
const SPARE = 8;

/** All lengths in CSS pixels; `top` is how far the list is scrolled. */
export function windowSpan({
  top,
  height,
  rowHeight,
  count,
}: {
  top: number;
  height: number;
  rowHeight: number;
  count: number;
}): WindowSpan {
  const first = Math.floor(top / rowHeight);
  const shown = Math.ceil(height / rowHeight) + 1;
  return { from: Math.max(0, Math.min(first, count) - SPARE), to: Math.max(0, Math.min(count, first + shown + SPARE)) };
}

/** Where to scroll so that row `at` stands in sight; `top` when it does already. */
export function scrollTopFor(
  index: number,
  { top, height, rowHeight }: { top: number; height: number; rowHeight: number },
): number {
  const start = index * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}

/** The row a key goes to from row `at`; undefined when the key moves nothing. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | undefined {
  const there = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }[key];
  return there === undefined || count === 0 ? undefined : Math.max(0, Math.min(there, count - 1));
}
