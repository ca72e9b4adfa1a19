import type { KeyboardEvent, Ref } from 'react';
import { chordOf } from '../../ui/keys.ts';
import { rowAfterKey } from '../../ui/list-columns.ts';
import type { QueryText } from '../../ui/use-query-text.ts';
import css from './household-screen.module.css';

interface FindFieldProps {
  ref: Ref<HTMLInputElement>;
  typed: QueryText;
  /** How many were found. */
  count: number;
  /** The hit in hand. */
  hit: number;
  onMove: (hit: number) => void;
}

/** Finds in the household while it is typed: ↑↓ go through what was found, Enter to the next and round to the first, Shift+Enter back. */
export function FindField({ ref, typed: { text, setText, setComposing }, count, hit, onMove }: FindFieldProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = hitAfterKey(chordOf(event.nativeEvent), hit, count);
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <input
      ref={ref}
      className={css.find}
      type="search"
      name="find-in-household"
      aria-label="在这一户里查找"
      placeholder="在这一户里查找　Ctrl+F"
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}

function hitAfterKey(chord: string | undefined, hit: number, count: number): number | undefined {
  if (chord === undefined || count === 0) return undefined;
  if (chord === 'Enter') return (hit + 1) % count;
  if (chord === 'Shift+Enter') return (hit + count - 1) % count;
  return chord === 'ArrowDown' || chord === 'ArrowUp' ? rowAfterKey(chord, hit, count, 1) : undefined;
}
