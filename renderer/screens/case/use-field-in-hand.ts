import { useEffect, useState } from 'react';

/** The field of a paper that had the caret last; the page keeps it marked while the page itself is scrolled. */
export function useFieldInHand(paperId: string): string | null {
  const [field, setField] = useState<string | null>(() => fieldOf(document.activeElement, paperId));
  useEffect(() => {
    const listening = new AbortController();
    const follow = ({ target }: FocusEvent): void => {
      const found = fieldOf(target, paperId);
      if (found !== null) setField(found);
    };
    document.addEventListener('focusin', follow, { signal: listening.signal });
    return () => listening.abort();
  }, [paperId]);
  return field;
}

const fieldOf = (element: EventTarget | null, paperId: string): string | null =>
  element instanceof Element && element.closest(`[data-paper-pane="${paperId}"]`) !== null
    ? (element.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null)
    : null;
