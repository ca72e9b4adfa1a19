import { useRef, type KeyboardEvent } from 'react';
import css from './tab-row.module.css';

export interface TabEntry<Key extends string> {
  key: Key;
  label: string;
  /** Small number beside the label; 0 shows none. */
  count?: number;
  /** The number counts what is wrong. */
  harm?: boolean;
}

export interface TabRowProps<Key extends string> {
  label: string;
  tabs: readonly TabEntry<Key>[];
  at: Key;
  onGo: (key: Key) => void;
}

/** A row of tabs; one stop of Tab, left and right arrows go between them. */
export function TabRow<Key extends string>({ label, tabs, at, onGo }: TabRowProps<Key>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      by === undefined ? undefined : tabs[(tabs.findIndex((tab) => tab.key === at) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onGo(next.key);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className={css.tabs} onKeyDown={onKeyDown} data-pane>
      {tabs.map(({ key, label: name, count = 0, harm = false }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === at}
          tabIndex={key === at ? 0 : -1}
          className={css.tab}
          onClick={() => onGo(key)}
          data-testid={`tab-${key}`}
        >
          {name}
          {count > 0 && <span className={`${css.count} ${harm ? css.harm : ''}`}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
