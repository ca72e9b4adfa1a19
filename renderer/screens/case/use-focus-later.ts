import { useEffect, useMemo, useState } from 'react';
import type { Place } from './next-place.ts';

/** A button with a slot belongs to a widget: the × of a chosen name would be pressed by mistake. */
const control = 'input:not([tabindex="-1"]), textarea, select, button:not([slot])';

/** The act that comes next, for who may do it. */
const pressable = '[data-primary]:not([aria-disabled="true"])';

/** What to put the caret into at a place. */
export function selectorOf({ want, field, stepId, paperId, partyId }: Place): string {
  const pane = `[data-paper-pane="${paperId}"]`;
  const card = `[data-step-card="${stepId}"]`;
  const within = (holder: string): string =>
    control
      .split(', ')
      .map((tag) => `${pane} ${holder} ${tag}`)
      .join(', ');
  switch (want) {
    case 'field':
      return within(field === undefined ? '[data-field]' : `[data-field="${field}"]`);
    case 'recording':
      return '[data-add-exhibit]';
    case 'approval':
    case 'issue':
    case 'signatures':
      // Who cannot do it is left on the paper, not on a greyed button.
      return `${pane} ${pressable}, ${pane}:not(:has(${pressable}))`;
    case 'start':
      return `[data-start="${stepId}"]${partyId === undefined ? '' : `[data-party="${partyId}"]`}`;
    default:
      return `${card} [data-start], ${card}:not(:has([data-start]))`;
  }
}

interface Target {
  selector: string;
  gently: boolean;
}

/** Focuses once the place is on the page; it may only come with the next drawing. */
export function useFocusLater(): (selector: string, gently?: boolean) => void {
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => {
    if (target === null) return undefined;
    let tries = 0;
    let frame = requestAnimationFrame(function seek() {
      const element = [...document.querySelectorAll<HTMLElement>(target.selector)].find((candidate) =>
        candidate.checkVisibility(),
      );
      tries += 1;
      if (element === undefined && tries < 60) frame = requestAnimationFrame(seek);
      // Gently: what already has the caret (a field found again after the lock) keeps it.
      if (element === undefined || (target.gently && document.activeElement !== document.body)) return;
      element.focus();
      (element.closest('[data-field]') ?? element).scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return useMemo(
    () =>
      (selector: string, gently = false) =>
        setTarget({ selector, gently }),
    [],
  );
}
