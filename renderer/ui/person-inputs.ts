const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

const listeners = new Set<() => void>();
const tellAll = (): void => listeners.forEach((listener) => listener());

/** Hears what a person does in a window of the page, until it is ended; the second window has a person of its own. */
export function hearPerson(view: Window): () => void {
  for (const input of inputs) view.addEventListener(input, tellAll, { passive: true, capture: true });
  return () => {
    for (const input of inputs) view.removeEventListener(input, tellAll, { capture: true });
  };
}

/** Calls `listener` whenever somebody presses a key or moves the pointer in a window of the page. */
export function onPersonInput(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
