const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** The first Esc leaves the field that is written in; true when there was one. */
export function leaveField(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !focused.matches('input, textarea, select')) return false;
  focused.blur();
  return true;
}

/** Goes back to where the focus was, as long as that is still on the page. */
export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus();
}

const isShown = (element: HTMLElement): boolean => element.checkVisibility() && element.getClientRects().length > 0;

/**
 * F6: goes to the next part of the screen. Parts are marked `data-pane`; a part inside another counts as its own.
 * The part's first control takes the focus, or the part itself where it has none.
 */
export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]') ?? null;
  const start = here === null ? -1 : panes.indexOf(here);
  // A pane that only holds other panes has nothing of its own to stop at.
  const rest = [...panes.slice(start + 1), ...panes.slice(0, start + 1)].filter(
    (pane) => pane.querySelector('[data-pane]') === null,
  );
  const next = rest[0];
  if (next === undefined) return;
  const control = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.tabIndex >= 0 && isShown(element),
  );
  (control ?? next).focus();
}
