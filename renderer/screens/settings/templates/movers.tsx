import { Icon } from '../../../ui/icon.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { moved } from './template-draft.ts';
import css from './templates.module.css';

export interface MoversProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

/** Moves an entry of a list up or down by one place. */
export function Movers({ name, isFirst, isLast, onMove }: MoversProps) {
  return (
    <span className={css.movers}>
      <ReasonButton
        kind="quiet"
        aria-label={`${name}上移`}
        reason={isFirst ? '已经是第一个。' : null}
        onClick={() => onMove(-1)}
      >
        ↑
      </ReasonButton>
      <ReasonButton
        kind="quiet"
        aria-label={`${name}下移`}
        reason={isLast ? '已经是最后一个。' : null}
        onClick={() => onMove(1)}
      >
        ↓
      </ReasonButton>
    </span>
  );
}

export interface RowToolsProps<Row> {
  /** What the row is called on the buttons. */
  name: string;
  removeLabel: string;
  /** Why the row may not be taken away; null when it may. */
  reason?: string | null;
  rows: readonly Row[];
  index: number;
  onChange: (rows: Row[]) => void;
}

/** Moves a row of a list, or takes it away. */
export function RowTools<Row>({ name, removeLabel, reason = null, rows, index, onChange }: RowToolsProps<Row>) {
  return (
    <>
      <Movers
        name={name}
        isFirst={index === 0}
        isLast={index === rows.length - 1}
        onMove={(by) => onChange(moved(rows, index, by))}
      />
      <ReasonButton
        kind="quiet"
        aria-label={removeLabel}
        reason={reason}
        onClick={() => onChange(rows.toSpliced(index, 1))}
      >
        <Icon name="close" />
      </ReasonButton>
    </>
  );
}
