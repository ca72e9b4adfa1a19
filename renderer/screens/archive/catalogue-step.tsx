import { useState } from 'react';
import type { Officer } from '../../../shared/case-file.ts';
import type { PlannedRow, VolumePlan } from '../../../shared/contract/archive.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/labelled-fields.tsx';
import { List, NumberTail } from '../../ui/list.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useOperator } from '../../data/session.ts';
import { useKey } from '../../ui/keys.ts';
import { sayDone } from '../../ui/say-done.ts';
import { inOrder, movedTo, volumeKey } from '../../../shared/procedure/volume-order.ts';
import { useSettled } from '../../ui/use-settled.ts';
import css from './archive.module.css';
import type { FilingDraft } from './filing-draft.ts';
import { Radio } from '../../ui/choices.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';

export interface CatalogueStepProps {
  caseId: string;
  plan: VolumePlan;
  people: readonly Officer[];
  draft: FilingDraft;
  onChange: (draft: FilingDraft) => void;
}

const PART: Column<PlannedRow> = { title: '卷别', width: '3.4rem', cell: (row) => row.part };

const COLUMNS: readonly Column<PlannedRow>[] = [
  { title: '顺序号', width: '3.6rem', cell: (row) => row.seq },
  { title: '文号', width: 'minmax(0, 1.25fr)', cell: (row) => <NumberTail number={row.docNo} /> },
  {
    title: '责任者',
    width: '6.8rem',
    cell: (row) => <span title={row.responsible}>{row.responsible}</span>,
  },
  { title: '题名', width: 'minmax(0, 1.5fr)', cell: (row) => <strong title={row.title}>{row.title}</strong> },
  { title: '日期', width: '6.4rem', cell: (row) => row.date },
  {
    title: '备注',
    width: 'minmax(0, 0.7fr)',
    cell: (row) => (
      <span className="second" title={row.remark}>
        {row.remark}
      </span>
    ),
  },
];

const SETTLE_MS = 150;

/** 卷内目录: the things of the volume in their order, each beside its original, and what the archivist decides. */
export function CatalogueStep({ caseId, plan, people, draft, onChange }: CatalogueStepProps) {
  const [index, setIndex] = useState(0);
  const rows = rowsInOrder(plan, draft);
  const isSplit = rows.some(({ part }) => part === '副卷');
  const row = useSettled(rows[index], SETTLE_MS);
  const move = (to: number): void => {
    const moved = rows[index];
    if (moved === undefined || rows[to]?.part !== moved.part) return;
    onChange({ ...draft, order: movedTo(rows.map(volumeKey), index, to) });
    setIndex(to);
    sayDone(`《${moved.title}》排到${isSplit ? moved.part : ''}第 ${rows[to].seq} 件`);
  };
  const isBesideOwn = (place: number): boolean => rows[place] !== undefined && rows[place].part === rows[index]?.part;
  // Only from the rows: in a field that chooses, Alt+↓ opens its list.
  const [isInRows, setInRows] = useState(false);
  useKey('Alt+ArrowUp', isInRows && isBesideOwn(index - 1) ? () => move(index - 1) : null, { hint: '往前排' });
  useKey('Alt+ArrowDown', isInRows && isBesideOwn(index + 1) ? () => move(index + 1) : null, { hint: '往后排' });
  return (
    <div className={css.split}>
      <div className={css.left} data-pane>
        <Description plan={plan} people={people} draft={draft} onChange={onChange} />
        <div className={css.rows} onFocus={() => setInRows(true)} onBlur={() => setInRows(false)}>
          <OrderLine isOwn={draft.order.length > 0} onReset={() => onChange({ ...draft, order: [] })} />
          <List
            label="卷内目录"
            columns={isSplit ? [PART, ...COLUMNS] : COLUMNS}
            rows={rows}
            rowKey={volumeKey}
            inHand={index}
            onMove={setIndex}
            data-testid="catalogue-rows"
          />
        </div>
      </div>
      {row !== undefined && <RecordPreview caseId={caseId} paperId={row.paperId} exhibitId={row.exhibitId} />}
    </div>
  );
}

/** The rows as the archivist put them, those of each volume numbered by themselves. */
const rowsInOrder = ({ rows }: VolumePlan, { order }: FilingDraft): PlannedRow[] =>
  (['正卷', '副卷'] as const).flatMap((part) =>
    inOrder(
      rows.filter((row) => row.part === part),
      volumeKey,
      order,
    ).map((row, place) => ({ ...row, seq: place + 1 })),
  );

/** How the rows got their order, and the way back to that of the office. */
function OrderLine({ isOwn, onReset }: { isOwn: boolean; onReset: () => void }) {
  return (
    <p className={css.order}>
      <span className="second">
        {isOwn ? '按您排定的顺序' : '按本局规定的顺序'}；Alt+↑ Alt+↓ 在本卷内挪动选中的一件。
      </span>
      {isOwn && (
        <ReasonButton kind="quiet" onClick={onReset}>
          恢复规定的顺序
        </ReasonButton>
      )}
    </p>
  );
}

const RETENTIONS = ['永久', '50年', '30年', '10年'];
const COMPLETE_VOLUME = '卷内文件齐全，无缺损';

/** How the archive numbers the volume. */
function Numbers({ draft, onChange }: Pick<CatalogueStepProps, 'draft' | 'onChange'>) {
  return (
    <>
      <TextField
        label="归档号"
        required
        help="年度加四位顺序号，可按本局编法改。"
        name="archive-no"
        autoComplete="off"
        maxLength={64}
        value={draft.archiveNo}
        onChange={(archiveNo) => onChange({ ...draft, archiveNo })}
      />
      <TextField
        label="目录号"
        help="档案馆（室）给定的，印在封面上；没有的不填。"
        name="catalog-no"
        autoComplete="off"
        maxLength={16}
        value={draft.catalogNo}
        onChange={(catalogNo) => onChange({ ...draft, catalogNo })}
      />
      <TextField
        label="案卷号"
        help="目录内案卷的顺序号，印在封面上。"
        name="volume-no"
        autoComplete="off"
        maxLength={16}
        value={draft.volumeNo}
        onChange={(volumeNo) => onChange({ ...draft, volumeNo })}
      />
    </>
  );
}

function Description({ plan, people, draft, onChange }: Omit<CatalogueStepProps, 'caseId'>) {
  const operator = useOperator();
  const inspectors = people.filter(
    (person) =>
      person.active && person.personId !== operator.personId && person.roles.some((role) => role !== '系统管理员'),
  );
  return (
    <FormGrid className={css.describe}>
      <Retention plan={plan} draft={draft} onChange={onChange} />
      <Numbers draft={draft} onChange={onChange} />
      <SelectField
        label="检查人"
        required
        help="不能是立卷人本人。"
        problem={inspectors.length === 0 ? '本工作站没有登记别的人员，请系统管理员在“设置”中添加检查人。' : null}
        name="inspector"
        options={[
          { value: '', label: '请选择' },
          ...inspectors.map(({ personId, name, roles }) => ({
            value: personId,
            label: `${name}（${roles.join('、')}）`,
          })),
        ]}
        value={draft.inspectorId}
        onChange={(inspectorId) => onChange({ ...draft, inspectorId })}
      />
      <TextAreaField
        label="本卷情况说明"
        required
        help={
          <>
            没有缺损、移出的
            <ReasonButton kind="quiet" onClick={() => onChange({ ...draft, situation: COMPLETE_VOLUME })}>
              填“{COMPLETE_VOLUME}”
            </ReasonButton>
          </>
        }
        name="situation"
        rows={2}
        maxLength={1000}
        value={draft.situation}
        onChange={(situation) => onChange({ ...draft, situation })}
      />
    </FormGrid>
  );
}

function Retention({ plan, draft, onChange }: Pick<CatalogueStepProps, 'plan' | 'draft' | 'onChange'>) {
  return (
    <Labelled label="保管期限" required help={`建议“${plan.retention}”，以本局保管期限表为准。`}>
      {({ id, ...control }) => (
        <div
          id={id}
          role="radiogroup"
          aria-label="保管期限"
          aria-describedby={control['aria-describedby']}
          className={css.retention}
        >
          {RETENTIONS.map((retention) => (
            <Radio
              key={retention}
              name="retention"
              checked={draft.retention === retention}
              onChange={() => onChange({ ...draft, retention })}
            >
              {retention}
            </Radio>
          ))}
        </div>
      )}
    </Labelled>
  );
}
