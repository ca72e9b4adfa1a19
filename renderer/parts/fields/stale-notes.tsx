import { useMemo } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { FieldInputProps } from './field-input-props.ts';
import { textOf } from './field-input-props.ts';
import { isComposing } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './stale-notes.module.css';
import { staleWordings, withCurrent } from './stale-wordings.ts';
import type { StaleWording } from './stale-wordings.ts';

/** What an input says of its text while it is typed. */
export interface TextNotes {
  /** For the input: Alt+Enter puts the first stale wording right. */
  onKeyDown: (event: KeyboardEvent) => void;
  describedBy: string | undefined;
  /** Stands below the input. */
  notes: ReactNode;
}

/** What the law has left behind in the text of one input, a field's or a cell's, flagged while it is typed. */
export function useStaleWordings({ id, value, locked, staleIn, describedBy, onChange }: FieldInputProps): TextNotes {
  const text = locked ? '' : textOf(value);
  const wordings = useMemo(() => staleWordings(staleIn(text)), [staleIn, text]);
  const [first] = wordings;
  const replace = (wording: StaleWording): void => {
    onChange(withCurrent(text, wording));
    // The button goes with its note; the caret goes back to the text.
    document.getElementById(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (first === undefined || !event.altKey || event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    replace(first);
  };
  if (first === undefined) return { onKeyDown, describedBy, notes: null };
  const notesId = `${id}-stale`;
  return {
    onKeyDown,
    describedBy: describedBy === undefined ? notesId : `${describedBy} ${notesId}`,
    notes: <StaleNotes id={notesId} wordings={wordings} onReplace={replace} />,
  };
}

/** Under a text: the wordings in it that the law has left behind, since when and by which law, and the way to the one in force. */
function StaleNotes({
  id,
  wordings,
  onReplace,
}: {
  id: string;
  wordings: readonly StaleWording[];
  onReplace: (wording: StaleWording) => void;
}) {
  return (
    <ul id={id} className={css.stale} aria-label="旧法表述">
      {wordings.map((wording, index) => (
        <li key={wording.id}>
          <span>
            “{wording.found}”{wording.places.length > 1 && `（${wording.places.length}处）`}已改为“{wording.current}”（
            {wording.since}起，{wording.basis}）。
          </span>
          <ReasonButton
            kind="quiet"
            data-testid="use-current"
            keyHint={index === 0 ? 'Alt+Enter' : undefined}
            onClick={() => onReplace(wording)}
          >
            改为现行表述
          </ReasonButton>
        </li>
      ))}
    </ul>
  );
}
