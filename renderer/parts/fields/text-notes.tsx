import { useDeferredValue, useMemo } from 'react';
import type { CitationHit } from '../../../shared/regulation/citations.ts';
import { textOf, type FieldInputProps } from './field-input-props.ts';
import { type TextNotes, useStaleWordings } from './stale-notes.tsx';
import css from './stale-notes.module.css';

/** What is to be looked at in the text of one input, a field's or a cell's: wordings the law has left behind, citations that are wrong. */
export function useTextNotes(props: FieldInputProps): TextNotes {
  const { id, field, value, locked, citedIn } = props;
  const stale = useStaleWordings(props);
  // A citation is read a moment after the letter, so that no letter waits for it.
  const text = useDeferredValue(locked ? '' : textOf(value));
  const hits = useMemo(() => citedIn(text, field.key), [citedIn, text, field.key]);
  if (hits.length === 0) return stale;
  const notesId = `${id}-citations`;
  return {
    ...stale,
    describedBy: [stale.describedBy, notesId].filter(Boolean).join(' '),
    notes: (
      <>
        {stale.notes}
        <CitationNotes id={notesId} hits={hits} />
      </>
    ),
  };
}

/** Under a text: what is wrong with the provisions it cites, and which nobody can judge. */
function CitationNotes({ id, hits }: { id: string; hits: readonly CitationHit[] }) {
  return (
    <ul id={id} className={css.stale} aria-label="所引条款">
      {hits.map(({ kind, sentence }) => (
        <li key={sentence} data-kind={kind}>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
