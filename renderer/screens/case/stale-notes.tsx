import { ReasonButton } from '../../parts/reason-button.tsx';
import css from './paper-form.module.css';
import type { StaleWording } from './stale-wordings.ts';

interface StaleNotesProps {
  id: string;
  wordings: readonly StaleWording[];
  onReplace: (wording: StaleWording) => void;
}

/** Under a text: the wordings in it that the law has left behind, since when and by which law, and the way to the one in force. */
export function StaleNotes({ id, wordings, onReplace }: StaleNotesProps) {
  return (
    <ul id={id} className={css.stale} aria-label="旧法表述">
      {wordings.map((wording, index) => (
        <li key={wording.id}>
          <span>“{wording.found}”{wording.places.length > 1 && `（${wording.places.length}处）`}已改为“{wording.current}”（{wording.since}起，{wording.basis}）。</span>
          <ReasonButton kind="quiet" data-testid="use-current" keyHint={index === 0 ? 'Alt+Enter' : undefined} onClick={() => onReplace(wording)}>改为现行表述</ReasonButton>
        </li>
      ))}
    </ul>
  );
}
