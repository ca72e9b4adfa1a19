import { dayWords } from '../../parts/days/day-words.ts';
import type { Change } from '../../parts/editions/change.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useToday } from '../../data/session.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { type EditionState, editionStates, editionWords } from './edition-state.ts';
import css from './editions.module.css';

const tones: Readonly<Record<EditionState, TagTone>> = {
  waiting: 'info',
  current: 'good',
  past: 'neutral',
  replaced: 'neutral',
};

export interface HistoryEntry {
  effectiveFrom: string;
  by: string;
  at: string;
  reason: string;
  name: string;
  changes: readonly Change[];
}

export interface EditionHistoryProps {
  /** The one saved last first. */
  entries: readonly HistoryEntry[];
  /** Why nothing may be changed; null when it may. */
  notMine: string | null;
  /** Puts an earlier edition into the form, to be saved as a new one. */
  onReturn: (index: number) => void;
}

/** Every edition with who made it, when, why, and what it changed. */
export function EditionHistory({ entries, notMine, onReturn }: EditionHistoryProps) {
  const states = editionStates(entries, useToday());
  return (
    <ol className={css.history} aria-label="历次版本">
      {entries.map((entry, index) => {
        const state = states[index] ?? 'past';
        return (
          <li key={`${entry.at} ${entry.name}`}>
            <header>
              <strong>{entry.name}</strong>
              <Tag tone={tones[state]}>{editionWords[state]}</Tag>
              <span>{entry.effectiveFrom === '' ? '随程序提供' : `自${dayWords(entry.effectiveFrom)}起`}</span>
              {entry.by !== '' && (
                <span className="second">
                  {entry.by}　{dayWords(entry.at)}保存
                </span>
              )}
              {index > 0 && (
                <ReasonButton kind="quiet" reason={notMine} onClick={() => onReturn(index)}>
                  改回这一版
                </ReasonButton>
              )}
            </header>
            {entry.by !== '' && <p>理由：{entry.reason}</p>}
            {entry.changes.length > 0 && <Changes changes={entry.changes} />}
          </li>
        );
      })}
    </ol>
  );
}

/** Old → new, place by place. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className={css.changes}>
      {changes.map(({ where, before, after }) => (
        <div key={where}>
          <dt>{where}</dt>
          <dd>
            {before !== '' && <del>{before}</del>}
            {before !== '' && after !== '' && ' → '}
            {after === '' ? '（删去）' : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
