import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { EntryPreview } from './entry-preview.tsx';
import css from './household-screen.module.css';

/** A held arrow key passes some 30 rows a second; only the one it stops at is opened. */
const SETTLE_MS = 150;

interface RecordPanesProps {
  /** What is in hand; undefined where the row is no record. */
  entry: TimelineEntry | undefined;
  isLoaded: boolean;
  onOpen: (entry: TimelineEntry) => void;
  /** The list. */
  children: ReactNode;
}

/** A list of records, and the one in hand beside it. */
export function RecordPanes({ entry, isLoaded, onOpen, children }: RecordPanesProps) {
  const shown = useSettled(entry, SETTLE_MS);
  return (
    <div className={css.panes} data-ready={isLoaded || undefined}>
      <section className={css.left} aria-label="记录" data-pane>
        {children}
      </section>
      <div className={css.right}>
        <EntryPreview entry={shown} onOpen={onOpen} />
      </div>
    </div>
  );
}
