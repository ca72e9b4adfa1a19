import { useState, useSyncExternalStore } from 'react';

let isPressed = false;

function subscribe(onChange: () => void): () => void {
  const abort = new AbortController();
  const set = (pressed: boolean) => (): void => {
    isPressed = pressed;
    onChange();
  };
  // The click of a press is sent after its release.
  const release = (): unknown => setTimeout(set(false));
  const options = { capture: true, signal: abort.signal };
  window.addEventListener('pointerdown', set(true), options);
  window.addEventListener('pointerup', release, options);
  window.addEventListener('pointercancel', release, options);
  return () => abort.abort();
}

/**
 * The value as it was before a button of the mouse went down, until it is up again. For what takes room in a form: it must not move what is
 * being pressed when the press leaves a field.
 */
export function useHeldWhilePressed<Value extends string | null>(value: Value): Value {
  const holds = useSyncExternalStore(subscribe, () => isPressed);
  const [held, setHeld] = useState(value);
  if (!holds && held !== value) setHeld(value);
  return holds ? held : value;
}
