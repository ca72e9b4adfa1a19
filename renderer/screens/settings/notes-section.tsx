import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import * as z from 'zod';
import type { LegalNote } from '../../../shared/contract/regulation.ts';
import { unconfirmedLabel } from '../../../shared/regulation/notes.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { TextAreaField } from '../../ui/labelled-fields.tsx';
import { ReadTable } from '../../ui/read-table.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './editions.module.css';
import { SaveLine } from './save-line.tsx';
import settings from './settings.module.css';

type Tab = 'open' | 'confirmed';

/** 待核实事项: what nobody has read in its source yet; 法规科 confirms each. */
export function NotesSection() {
  const { note: subject } = useSearch({ from: '/settings' });
  const notes = useQuery(queries.regulation.notes.queryOptions());
  const notMine = useRight('regulation.confirmNote');
  const [tab, setTab] = useState<Tab>('open');
  const [confirming, setConfirming] = useState<LegalNote | null>(null);
  const [open, confirmed] = [
    notes.data?.filter((note) => note.confirmed === null) ?? [],
    notes.data?.filter((note) => note.confirmed !== null) ?? [],
  ];
  const { frame, leaveRow } = useFocusAfterRow(open.length);
  if (notes.data === undefined) return <RefusalNote error={notes.error} />;
  const sentTo = subject === undefined ? undefined : notes.data.find(({ id }) => id.startsWith(`${subject}:`))?.id;
  return (
    <section className={settings.section} aria-label="待核实事项">
      <p>
        下列内容还没有对照原文核实，用到的地方标着“{unconfirmedLabel}
        ”。法规科对照原文后逐项确认；内容改变了的，要重新确认。
      </p>
      <Tabs selected={tab} onSelect={setTab}>
        <TabRow
          label="看哪些"
          tabs={[
            { key: 'open', label: '未确认', count: open.length },
            { key: 'confirmed', label: '已确认', count: confirmed.length },
          ]}
        />
        <TabPanel tab={tab}>
          <div ref={frame} className={css.tallFrame}>
            <ReadTable
              label="待核实事项"
              rows={tab === 'open' ? open : confirmed}
              rowKey={({ id }) => id}
              current={sentTo}
              none={tab === 'open' ? '都已确认。' : '还没有确认过。'}
              data-testid="notes"
              columns={columnsWith(notMine, tab === 'open' ? setConfirming : null)}
            />
          </div>
        </TabPanel>
      </Tabs>
      {confirming !== null && (
        <Confirming
          note={confirming}
          onClose={() => setConfirming(null)}
          onConfirmed={() => leaveRow(open.indexOf(confirming))}
        />
      )}
    </section>
  );
}

/** The button that was pressed goes with its row: once there are fewer rows, the one that took its place has the focus. */
function useFocusAfterRow(count: number): {
  frame: RefObject<HTMLDivElement | null>;
  leaveRow: (index: number) => void;
} {
  const frame = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<{ index: number; count: number } | null>(null);
  useEffect(() => {
    if (left === null || count >= left.count) return;
    const buttons = frame.current?.querySelectorAll<HTMLElement>('tbody button') ?? [];
    const next =
      buttons[Math.min(left.index, buttons.length - 1)] ?? frame.current?.querySelector<HTMLElement>('[data-pane]');
    next?.focus();
  }, [left, count]);
  return { frame, leaveRow: (index) => setLeft({ index, count }) };
}

const columnsWith = (notMine: string | null, onConfirm: ((note: LegalNote) => void) | null): Column<LegalNote>[] => [
  { title: '在哪里', width: '30%', cell: ({ where }) => where },
  { title: '什么没有核实', width: '', cell: ({ sentence }) => sentence },
  onConfirm === null
    ? {
        title: '谁确认',
        width: '26%',
        cell: ({ confirmed }) =>
          confirmed !== null && (
            <>
              {confirmed.by}　{dayWords(confirmed.at)}
              <p className="second">{confirmed.remark}</p>
            </>
          ),
      }
    : {
        title: '确认',
        width: '6rem',
        cell: (note) => (
          <ReasonButton reason={notMine} onClick={() => onConfirm(note)}>
            确认
          </ReasonButton>
        ),
      },
];

function Confirming({ note, onClose, onConfirmed }: { note: LegalNote; onClose: () => void; onConfirmed: () => void }) {
  const [remark, setRemark, forget] = useFormDraft(`note ${note.id}`, z.string(), () => '');
  const cache = useQueryClient();
  const confirm = useMutation({
    ...queries.regulation.confirmNote.mutationOptions(),
    onSuccess: (notes) => {
      cache.setQueryData(queries.regulation.notes.queryKey(), notes);
      forget();
      onConfirmed();
      onClose();
    },
  });
  return (
    <Dialog title="确认待核实事项" onClose={onClose} width={620}>
      <div className={settings.section}>
        <p>
          <strong>{note.where}</strong>
        </p>
        <p>{note.sentence}</p>
        <TextAreaField
          label="对照了什么、结论是什么"
          width="full"
          help="如：已对照官方公布的条文，一致。"
          name="remark"
          rows={3}
          maxLength={256}
          value={remark}
          onChange={setRemark}
        />
        <SaveLine
          saving={confirm}
          reason={null}
          label="确认属实"
          onSave={() => confirm.mutate({ id: note.id, remark: remark.trim() })}
          data-testid="confirm-note"
        />
      </div>
    </Dialog>
  );
}
