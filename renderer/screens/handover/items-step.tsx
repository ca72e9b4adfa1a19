import { useState } from 'react';
import type { HandoverItem } from '../../../shared/contract/handover.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { List } from '../../ui/list.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { type HandoverDraft, proposedKeys, toggled } from './handover-draft.ts';
import { LeaveToAdd } from './leave-to-add.tsx';
import css from './handover.module.css';
import { Tag } from '../../ui/tag.tsx';

export interface ItemsStepProps {
  caseId: string;
  items: readonly HandoverItem[];
  keys: readonly string[];
  draft: HandoverDraft;
  onChange: (draft: HandoverDraft) => void;
}

const SETTLE_MS = 150;
const LATE = '作出决定以后形成的，不能作为原决定的证据提交（行政诉讼法第三十五条、行政复议法第四十六条）。';

const columnsWith = (
  keys: ReadonlySet<string>,
  isBarred: (item: HandoverItem) => boolean,
  toggle: (item: HandoverItem) => void,
): readonly Column<HandoverItem>[] => [
  {
    title: '提交',
    width: '2.4rem',
    cell: (row) => <Tick item={row} isChosen={keys.has(row.key)} isBarred={isBarred(row)} onToggle={toggle} />,
  },
  { title: '组别', width: '4.2rem', cell: (row) => `${row.group} ${row.seq}` },
  { title: '名称', width: 'minmax(0, 2.2fr)', cell: (row) => <Name item={row} /> },
  { title: '种类', width: '6.6rem', cell: (row) => row.kind },
  {
    title: '证明内容',
    width: 'minmax(0, 1fr)',
    cell: (row) => (
      <span className="second" title={row.proves}>
        {row.proves}
      </span>
    ),
  },
  { title: '原件', width: '3.6rem', cell: (row) => row.originality },
];

/** 证据: the as-decided set, ticked one by one, each beside its original. */
export function ItemsStep({ caseId, items, keys, draft, onChange }: ItemsStepProps) {
  const [index, setIndex] = useState(0);
  const shown = useSettled(items[index], SETTLE_MS);
  const isBarred = (item: HandoverItem): boolean => item.late && draft.leave === null;
  const choose = (chosen: string[]): void => onChange({ ...draft, keys: chosen });
  const toggle = (item: HandoverItem): void => {
    if (!isBarred(item)) choose(toggled(keys, item.key));
  };
  const columns = columnsWith(new Set(keys), isBarred, toggle);
  if (items.length === 0)
    return (
      <EmptyState
        title="本案还没有可以提交的材料。"
        why="文书出具、证据收存以后，按主体、程序、事实、裁量、送达分组列在这里。"
        article={41}
      />
    );
  return (
    <div className={css.split}>
      <div className={css.left} data-pane>
        <div className={css.items}>
          <Tools items={items} keys={keys} draft={draft} onChoose={choose} onChange={onChange} />
          <List
            label="证据和材料"
            columns={columns}
            rows={items}
            rowKey={(row) => row.key}
            inHand={index}
            onMove={setIndex}
            onToggle={toggle}
            focusFirst
            data-testid="handover-items"
          />
        </div>
      </div>
      {shown !== undefined && <RecordPreview caseId={caseId} paperId={shown.paperId} exhibitId={shown.exhibitId} />}
    </div>
  );
}

function Tools({
  items,
  keys,
  draft,
  onChoose,
  onChange,
}: Omit<ItemsStepProps, 'caseId'> & { onChoose: (keys: string[]) => void }) {
  const inner = items.filter((item) => item.internal && keys.includes(item.key)).length;
  const late = items.filter((item) => item.late).length;
  return (
    <div className={css.tools}>
      <strong>已选 {keys.length} 件</strong>
      <span className="second">共 {items.length} 件；空格键勾选</span>
      <ReasonButton kind="quiet" onClick={() => onChoose(proposedKeys(items))}>
        按建议选
      </ReasonButton>
      <ReasonButton kind="quiet" onClick={() => onChoose([])}>
        全不选
      </ReasonButton>
      {inner > 0 && (
        <p className={css.warning} role="status">
          选了 {inner} 件内部材料（副卷）。内部讨论和审批一般不对外提供；法院要求证明程序的，逐件确认后再提交。
        </p>
      )}
      {late > 0 && (
        <>
          <p className={css.warning}>
            有 {late} 件{LATE}
          </p>
          <LeaveToAdd draft={draft} onChange={onChange} />
        </>
      )}
    </div>
  );
}

function Tick({
  item,
  isChosen,
  isBarred,
  onToggle,
}: {
  item: HandoverItem;
  isChosen: boolean;
  isBarred: boolean;
  onToggle: (item: HandoverItem) => void;
}) {
  return (
    <input
      type="checkbox"
      className={css.tick}
      tabIndex={-1}
      checked={isChosen}
      disabled={isBarred}
      title={isBarred ? LATE : undefined}
      aria-label={`提交${item.title}`}
      onChange={() => onToggle(item)}
    />
  );
}

function Name({ item }: { item: HandoverItem }) {
  return (
    <span title={item.title}>
      {item.internal && (
        <Tag isMark tone="care">
          副卷
        </Tag>
      )}
      {item.late && (
        <Tag isMark tone="soon">
          决定后形成
        </Tag>
      )}
      <strong>{item.title}</strong>
    </span>
  );
}
