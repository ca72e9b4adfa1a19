import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '../../../shared/contract/staff.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check } from '../../ui/choices.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { SaveLine } from './save-line.tsx';
import css from './settings.module.css';
import { ButtonRow } from '../../ui/button-row.tsx';
import { Surface } from '../../ui/panel.tsx';

type UnitDraft = Pick<Unit, 'name' | 'head' | 'active'> & { id: string | null };

const COLUMNS: readonly Column<Unit>[] = [
  {
    title: '科室',
    width: 'minmax(0, 2fr)',
    cell: (unit) => <span className={unit.active ? '' : css.gone}>{unit.name}</span>,
  },
  { title: '负责人', width: 'minmax(0, 1fr)', cell: (unit) => unit.head },
  { title: '状态', width: '5rem', cell: (unit) => (unit.active ? '在用' : '已停用') },
];

/** 科室: cases belong to the unit that works them. */
export function UnitsSection({ units }: { units: readonly Unit[] }) {
  const [draft, setDraft] = useState<UnitDraft | null>(null);
  const notMine = useRight('staff.updateUnit');
  return (
    <section className={css.section} aria-label="科室">
      <ButtonRow>
        <ReasonButton
          reason={notMine}
          onClick={() => setDraft({ id: null, name: '', head: '', active: true })}
          data-testid="add-unit"
        >
          添加科室
        </ReasonButton>
        <span className="second">停用的科室不再接新案件，它的旧案件照旧。</span>
      </ButtonRow>
      <Surface>
        <List label="科室" columns={COLUMNS} rows={units} rowKey={(unit) => unit.id} onOpen={setDraft} />
      </Surface>
      {draft !== null && (
        <UnitEditor draft={draft} onChange={setDraft} notMine={notMine} onClose={() => setDraft(null)} />
      )}
    </section>
  );
}

function UnitEditor({
  draft,
  onChange,
  notMine,
  onClose,
}: {
  draft: UnitDraft;
  onChange: (draft: UnitDraft) => void;
  notMine: string | null;
  onClose: () => void;
}) {
  const add = useMutation({ ...queries.staff.addUnit.mutationOptions(), onSuccess: onClose });
  const update = useMutation({ ...queries.staff.updateUnit.mutationOptions(), onSuccess: onClose });
  const { id, active } = draft;
  const trimmed = { name: draft.name.trim(), head: draft.head.trim() };
  const reason = notMine ?? (trimmed.name.length < 2 ? '科室名称至少两个字。' : null);
  return (
    <Dialog title={id === null ? '添加科室' : '修改科室'} onClose={onClose}>
      <div className={css.section}>
        <TextField
          label="名称"
          required
          width="full"
          name="unit-name"
          maxLength={64}
          autoComplete="off"
          autoFocus
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <TextField
          label="负责人"
          width="full"
          name="unit-head"
          maxLength={32}
          autoComplete="off"
          value={draft.head}
          onChange={(head) => onChange({ ...draft, head })}
        />
        {id !== null && (
          <Check name="unit-active" checked={active} onChange={(checked) => onChange({ ...draft, active: checked })}>
            在用
          </Check>
        )}
        <SaveLine
          saving={id === null ? add : update}
          reason={reason}
          onSave={() => (id === null ? add.mutate(trimmed) : update.mutate({ id, active, ...trimmed }))}
          data-testid="save-unit"
        />
      </div>
    </Dialog>
  );
}
