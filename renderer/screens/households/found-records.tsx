import type { FoundRecord } from '../../../shared/contract/households.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List, NumberTail } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { entryKey } from './entry-key.ts';
import { EntryKind } from './entry-kind.tsx';
import { fromMatch } from './from-match.ts';
import css from './household-screen.module.css';
import { RecordPanes } from './record-panes.tsx';
import { useOpenEntry } from './use-open-entry.ts';
import type { RecordsFound } from './use-found-records.ts';

const COLUMNS: readonly Column<FoundRecord>[] = [
  { title: '日期', width: '6.4rem', cell: ({ at }) => <DayCell value={dayOf(at)} /> },
  { title: '类别', width: '4.4rem', cell: ({ kind }) => <EntryKind kind={kind} /> },
  { title: '事项', width: 'minmax(0, 1fr)', cell: ({ title }) => <strong title={title}>{title}</strong> },
  { title: '找到的地方', width: 'minmax(0, 1.4fr)', cell: (record) => <Sentence record={record} /> },
  { title: '案号', width: '9.2rem', cell: ({ caseNumber }) => <NumberTail number={caseNumber} /> },
];

/** The sentence it was found by, what was typed marked in it; found by its title, what the list says of it. */
const Sentence = ({ record: { text, ranges, detail } }: { record: FoundRecord }) => (
  <span className="second" title={text || detail}>
    {text === ''
      ? detail
      : fromMatch(text, ranges).map((piece) =>
          piece.found ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
        )}
  </span>
);

interface FoundRecordsProps {
  query: string;
  found: RecordsFound;
  /** The hit in hand. */
  hit: number;
  onMove: (hit: number) => void;
}

/** What was found in the household, and the one in hand beside it. */
export function FoundRecords({ query, found: { records, more, isLoaded, error }, hit, onMove }: FoundRecordsProps) {
  const index = Math.max(0, Math.min(hit, records.length - 1));
  const open = useOpenEntry();
  return (
    <RecordPanes entry={records[index]} isLoaded={isLoaded} onOpen={open}>
      <div className={css.timeline}>
        <p className={css.filters} role="status">
          {isLoaded && countWords(records.length, more)}
        </p>
        <RefusalNote error={error} />
        {isLoaded && records.length === 0 ? (
          <EmptyState
            title={`这一户里没有找到“${query}”。`}
            why="这里找文书、证据、音像的名称和文字。可以换几个字，或者按 F3 在全部案件里查找。"
          />
        ) : (
          <List
            label="在这一户里找到的"
            columns={COLUMNS}
            rows={records}
            rowKey={entryKey}
            inHand={index}
            onMove={onMove}
            onOpen={open}
            focusFirst
            data-testid="found-records"
          />
        )}
      </div>
    </RecordPanes>
  );
}

const countWords = (count: number, more: number): string =>
  more === 0 ? `找到 ${count} 条` : `最近的 ${count} 条，还有 ${more} 条以上，再输入几个字可以找得更准`;
