import { useSession } from '../../data/session.ts';
import { daysBetween } from '../../../shared/time/moments.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { Tag } from '../../ui/tag.tsx';
import { fileWords, groupNames, type ItemKind, type TrayItem, whyNotPlaced } from './tray-items.ts';
import css from './tray.module.css';

interface TrayQueueProps {
  items: readonly TrayItem[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

const KINDS: readonly ItemKind[] = ['proposal', 'unknown', 'file', 'out'];
const column = (kind: ItemKind, count: number): readonly Column<TrayItem>[] => [
  { title: `${groupNames[kind]} ${count}`, width: 'minmax(0, 1fr)', cell: (item) => <Line item={item} /> },
];

/** Everything that lies in 收件, each kind under its heading. */
export function TrayQueue({ items, chosen, onChoose }: TrayQueueProps) {
  return KINDS.map((kind) => {
    const rows = items.filter((item) => item.kind === kind);
    return rows.length === 0 ? null : (
      <List<TrayItem>
        key={kind}
        label={groupNames[kind]}
        columns={column(kind, rows.length)}
        rows={rows}
        rowKey={({ key }) => key}
        inHand={rows.findIndex(({ key }) => key === chosen)}
        onMove={(next) => onChoose(rows[next]?.key ?? '')}
        data-testid={`tray-${kind}`}
      />
    );
  });
}

function Line({ item }: { item: TrayItem }) {
  switch (item.kind) {
    case 'proposal': {
      const { paperName, partyName, sheets, pages } = item.proposal;
      const why = whyNotPlaced(item.proposal);
      return (
        <Words name={paperName} note={partyName}>
          <Tag tone={why === null ? 'good' : 'care'}>
            {item.proposal.voidReason === null ? `${sheets.length}/${pages} 页` : '旧版'}
          </Tag>
        </Words>
      );
    }
    case 'unknown':
      return (
        <Words
          name={`${item.unknown.sheets.length} 页　${item.unknown.isForeign ? '不是本机印出的' : '没有识别码'}`}
          note={item.unknown.fileName}
        />
      );
    case 'file':
      return <Words name={item.file.fileName} note={fileWords(item.file)} />;
    case 'out':
      return <OutLine item={item} />;
  }
}

function OutLine({ item: { out } }: { item: Extract<TrayItem, { kind: 'out' }> }) {
  const { today } = useSession();
  const days = daysBetween(dayOf(out.printedAt), today);
  return <Words name={out.paperName} note={`${out.partyName}　${days === 0 ? '今天印出' : `印出 ${days} 天`}`} />;
}

const Words = ({ name, note, children }: { name: string; note: string; children?: React.ReactNode }) => (
  <span className={css.line}>
    <strong className={css.name}>{name}</strong>
    <span className={css.under} title={note}>
      {note}
    </span>
    {children}
  </span>
);
