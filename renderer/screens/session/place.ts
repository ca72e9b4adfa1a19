import { setReturningField } from '../../data/returning.ts';
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
  return { personId, field: field?.name ?? null, caret, unsaved: null };
}

const GIVE_UP_MS = 8_000;

/** Puts the caret back as soon as the screen has drawn the field again. Returns how to give up early. */
export function returnTo({ field, caret }: Place): () => void {
  if (field === null) return () => undefined;
  const tryNow = (): boolean => {
    const found = document.getElementsByName(field)[0] ?? null;
    if (!isEditable(found)) return false;
    found.focus();
    if (caret !== null) found.setSelectionRange(...caret);
    return true;
  };
  if (tryNow()) return () => undefined;
  setReturningField(field);
  const end = (): void => {
    observer.disconnect();
    setReturningField(null);
  };
  const observer = new MutationObserver(() => {
    if (tryNow()) end();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(end, GIVE_UP_MS);
  return () => {
    end();
    clearTimeout(timer);
  };
}
