/** Where a person was when the workstation locked; kept in memory only. The route stays in the address of the window. */
export interface Place {
  personId: string;
  /** `name` of the field that had the caret. */
  field: string | null;
  caret: readonly [start: number, end: number] | null;
  /** Why something could not be saved before the lock. */
  unsaved: unknown;
}

type Editable = HTMLInputElement | HTMLTextAreaElement;
const isEditable = (element: Element | null): element is Editable =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Where `personId` is now. */
export function placeNow(personId: string): Place {
  const focused = document.activeElement;
  const field = isEditable(focused) && focused.name !== '' ? focused : null;
  const caret =
    field !== null && field.selectionStart !== null
      ? ([field.selectionStart, field.selectionEnd ?? field.selectionStart] as const)
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
  const observer = new MutationObserver(() => {
    if (tryNow()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), GIVE_UP_MS);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
