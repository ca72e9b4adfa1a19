import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { requiredContext } from '../required-context.ts';

/** A key with its modifiers: `F2`, `Esc`, `Alt+1`, `Ctrl+L`, `Ctrl+Enter`. */
export type Chord = string;

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** A chord as it is written on keys: Alt+↓. */
export const chordWords = (chord: Chord): string => chord.replace(/Arrow\w+$/, (name) => ARROWS[name] ?? name);

export interface KeyHint {
  chord: Chord;
  hint: string;
}

/** What a key does here, for F3; with the reason where it may not be done now. */
export interface KeyCommand extends KeyHint {
  reason: string | null;
}

interface Binding {
  chord: Chord;
  /** Null for what is refused: the key does nothing, and F3 says why. */
  run: (() => void) | null;
  hint: string | undefined;
  name?: string | undefined;
  reason?: string | null;
  everywhere: boolean;
  first: boolean;
}

/** The keys that work now; the latest registered wins, so that an inner part takes a key over from its screen. */
export interface Keys {
  register: (binding: Binding) => () => void;
  /** Runs what `event` is bound to; true when something was. */
  handle: (event: KeyboardEvent) => boolean;
  /** The same for keys that come before anything in the page; an open list or calendar keeps its own. */
  handleFirst: (event: KeyboardEvent) => boolean;
  hints: () => KeyHint[];
  /** Everything a key does here or would, those without a hint too. */
  commands: () => KeyCommand[];
  /** Does what a key is bound to, for who chose it by its name. */
  press: (chord: Chord) => void;
  subscribe: (listener: () => void) => () => void;
}

type KeyEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing' | 'keyCode'>;

/** True while an input method composes: keys then belong to it (229 is what Chromium reports for such keys). */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Name of the pressed key, or undefined while an input method composes or for a lone modifier. */
export function chordOf(event: KeyEvent): Chord | undefined {
  if (isComposing(event) || ['Control', 'Alt', 'Shift', 'Meta', 'Process', 'Dead'].includes(event.key))
    return undefined;
  const name = event.key === 'Escape' ? 'Esc' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta', name]
    .filter(Boolean)
    .join('+');
}

/** In a list or calendar that is open, or in the field it belongs to. */
const isInPopover = (target: EventTarget | null): boolean =>
  target !== null &&
  target instanceof Element &&
  target.closest('[role="listbox"], [aria-expanded="true"], [data-placement]') !== null;

/** True when the key belongs to something laid over the screen: a dialog wherever the focus is, or for Esc also an open list. */
function isOverlaid(target: EventTarget | null, chord: Chord | undefined): boolean {
  if (target === null || !(target instanceof Element)) return false;
  if ([...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility())) return true;
  return chord === 'Esc' && isInPopover(target);
}

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"]';

/** A character, alone or with Shift, belongs to the field it is typed into. */
const isTyped = (target: EventTarget | null, chord: Chord | undefined): boolean =>
  chord !== undefined &&
  /^(?:Shift\+)?.$/u.test(chord) &&
  target !== null &&
  target instanceof Element &&
  target.closest(TYPED_INTO) !== null;

export function createKeys(): Keys {
  let bindings: readonly Binding[] = [];
  let hints: KeyHint[] = [];
  let commands: KeyCommand[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Binding[]): void => {
    bindings = next;
    const working = next.filter(({ run }) => run !== null);
    const byChord = new Map(working.map((binding) => [binding.chord, binding.hint]));
    hints = [...byChord].flatMap(([chord, hint]) => (hint === undefined ? [] : [{ chord, hint }]));
    const commandOf = new Map([...next.filter(({ run }) => run === null), ...working].map((own) => [own.chord, own]));
    commands = [...commandOf.values()].flatMap(({ chord, name, hint = name, reason, run }) =>
      hint === undefined ? [] : [{ chord, hint, reason: run === null ? (reason ?? null) : null }],
    );
    for (const listener of listeners) listener();
  };
  return {
    register: (binding) => {
      change([...bindings, binding]);
      return () => change(bindings.filter((other) => other !== binding));
    },
    handle: (event) => {
      const chord = chordOf(event);
      if (isTyped(event.target, chord)) return false;
      const overlaid = isOverlaid(event.target, chord);
      const binding = bindings.findLast(
        (candidate) => candidate.run !== null && candidate.chord === chord && (candidate.everywhere || !overlaid),
      );
      binding?.run?.();
      return binding !== undefined;
    },
    handleFirst: (event) => {
      const chord = chordOf(event);
      const binding = bindings.findLast((own) => own.run !== null && own.chord === chord && own.first);
      if (binding === undefined || isInPopover(event.target)) return false;
      binding.run?.();
      return true;
    },
    hints: () => hints,
    commands: () => commands,
    press: (chord) => bindings.findLast(({ run, ...own }) => run !== null && own.chord === chord)?.run?.(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const [KeysContext, useKeys] = requiredContext<Keys>('KeysContext');

export interface KeyOptions {
  /** A few characters for the status line, e.g. 下一处缺项. */
  hint?: string;
  /** What F3 calls it where it has no hint, being said on its button. */
  name?: string;
  /** Why it may not be done while `run` is null; F3 lists it with the reason. */
  reason?: string | null;
  /** Works over dialogs too (lock). */
  everywhere?: boolean;
  /** Works before a dialog that lies below takes the key for itself. */
  first?: boolean;
}

/** Binds a key while the part is on the page; `run` null switches it off, for a reason that F3 tells. Never acts while an input method composes. */
export function useKey(
  chord: Chord,
  run: (() => void) | null,
  { hint, name, reason = null, everywhere = false, first = false }: KeyOptions = {},
): void {
  const keys = useKeys();
  const enabled = run !== null;
  const latest = useEffectEvent(() => run?.());
  useEffect(() => {
    if (!enabled && reason === null) return undefined;
    const act = enabled ? () => latest() : null;
    return keys.register({ chord, run: act, hint, name, reason, everywhere, first });
  }, [keys, chord, enabled, hint, name, reason, everywhere, first]);
}

/** The keys that work here, for the status line. */
export function useKeyHints(): KeyHint[] {
  const keys = useKeys();
  return useSyncExternalStore(keys.subscribe, keys.hints);
}

/** What keys do here or would, for F3. */
export function useKeyCommands(): KeyCommand[] {
  const keys = useKeys();
  return useSyncExternalStore(keys.subscribe, keys.commands);
}

/** Alt pressed and let go alone; with a digit it stays the key of a place. */
export function useLoneAlt(run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let alone = false;
    window.addEventListener('keydown', ({ key }) => (alone = key === 'Alt'), { signal });
    window.addEventListener('pointerdown', () => (alone = false), { signal });
    window.addEventListener(
      'keyup',
      (event) => {
        if (event.key !== 'Alt' || !alone || isComposing(event)) return;
        // The menu of the window, where it has one, would take the focus.
        event.preventDefault();
        latest();
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
}

/** Hands the keys pressed in the window to `keys`, before the page sees them and after; with `useLoneAlt` the one place of the page that listens. */
export function useKeyListener(keys: Keys): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onFirst = (event: KeyboardEvent): void => {
      if (!keys.handleFirst(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && keys.handle(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onFirst, { capture: true, signal });
    window.addEventListener('keydown', onKeyDown, { signal });
    return () => listening.abort();
  }, [keys]);
}
