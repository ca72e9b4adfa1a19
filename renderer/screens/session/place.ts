import type { Place } from '../../../shared/contract/session.ts';

type Editable = HTMLInputElement | HTMLTextAreaElement;
const isEditable = (element: Element | null): element is Editable =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Where `personId` is now. */
export function placeNow(personId: string): Place {
  const focused = document.activeElement;
  const field = isEditable(focused) && focused.name !== '' ? focused : null;
  const caret =
    field !== null && field.selectionStart !== null
      ? ([field.selectionStart, field.selectionEnd ?? field.selectionStart] satisfies [number, number])
      : null;
  return { personId, field: field?.name ?? null, caret, unsaved: null, address: null };
}

const GIVE_UP_MS = 8_000;

/** Puts the caret back as soon as the screen has drawn the field again, and tells `done` then, or when it gives up. Returns how to give up early. */
export function returnTo({ field, caret }: Place, done: () => void): () => void {
  const tryNow = (): boolean => {
    if (field === null) return true;
    const found = document.getElementsByName(field)[0] ?? null;
    if (!isEditable(found)) return false;
    found.focus();
    if (caret !== null) found.setSelectionRange(...caret);
    return true;
  };
  const end = (): void => {
    observer.disconnect();
    done();
  };
  const observer = new MutationObserver(() => {
    if (tryNow()) end();
  });
  if (tryNow()) {
    done();
    return () => undefined;
  }
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(end, GIVE_UP_MS);
  return () => {
    end();
    clearTimeout(timer);
  };
}
