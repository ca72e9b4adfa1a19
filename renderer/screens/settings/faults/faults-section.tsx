import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FaultRecord } from '../../../../shared/faults/fault.ts';
import { queries } from '../../../data/queries.ts';
import { useRight } from '../../../data/rights.ts';
import { EmptyState } from '../../../parts/articles/empty-state.tsx';
import { DayCell } from '../../../parts/days/day.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { Labelled } from '../../../ui/labelled.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { List } from '../../../ui/list.tsx';
import type { Column } from '../../../ui/list-columns.ts';
import { ExportFaults } from './export-faults.tsx';
import { FaultDetail } from './fault-detail.tsx';
import { sourceNames } from './source-names.ts';
import css from '../settings.module.css';
import { ButtonRow } from '../../../ui/button-row.tsx';
import { Surface } from '../../../ui/panel.tsx';

const COLUMNS: readonly Column<FaultRecord>[] = [
  { title: '错误编号', width: '8rem', cell: ({ id }) => <strong>{id}</strong> },
  { title: '时间', width: '10.5rem', cell: ({ moment }) => <DayCell value={moment} /> },
  { title: '何处', width: 'minmax(0, 1fr)', cell: ({ source, call }) => `${sourceNames[source]} ${call ?? ''}` },
  { title: '种类', width: 'minmax(0, 1fr)', cell: ({ kind, code }) => `${kind} ${code ?? ''}` },
];

/** 故障记录: what nobody foresaw, found by the id that a colleague was shown. */
export function FaultsSection() {
  const notMine = useRight('supervision.faults');
  return notMine === null ? <Faults /> : <EmptyState title="故障记录不在您的岗位之内。" why={notMine} />;
}

function Faults() {
  const [id, setId] = useState('');
  const [opened, setOpened] = useState<FaultRecord | null>(null);
  const [exporting, setExporting] = useState(false);
  const list = useQuery({
    ...queries.supervision.faults.queryOptions({ input: { id } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const faults = list.data ?? [];
  const nothing = faults.length === 0 && id === '' ? '还没有故障记录。' : null;
  return (
    <section className={css.section} aria-label="故障记录">
      <p>程序遇到没有料到的情况时，给当时的人看一个错误编号，这里按编号留下时间和程序里的位置，不留案件内容。</p>
      <Labelled label="错误编号" width="full" help="同事报来的编号，输前几位也能找到；不分大小写，横线可以不输。">
        {(control) => (
          <input
            {...control}
            type="search"
            name="fault-id"
            autoComplete="off"
            spellCheck={false}
            maxLength={32}
            value={id}
            onChange={(event) => setId(event.target.value)}
          />
        )}
      </Labelled>
      <RefusalNote error={list.error} />
      {list.isSuccess && faults.length === 0 && (id === '' ? <NoFaults /> : <NotFound id={id} />)}
      {faults.length > 0 && (
        <Surface>
          <List
            label="故障记录"
            columns={COLUMNS}
            rows={faults}
            rowKey={(fault) => fault.id}
            onOpen={setOpened}
            data-testid="faults"
          />
        </Surface>
      )}
      <ButtonRow>
        <ReasonButton reason={nothing} onClick={() => setExporting(true)} data-testid="export-faults">
          导出
        </ReasonButton>
        <span className="second">导出全部记录，交给维护程序的人查看。</span>
      </ButtonRow>
      {opened !== null && <FaultDetail fault={opened} onClose={() => setOpened(null)} />}
      {exporting && <ExportFaults onClose={() => setExporting(false)} />}
    </section>
  );
}

const NoFaults = () => (
  <EmptyState title="还没有故障记录。" why="程序遇到没有料到的情况时，记录会出现在这里；存满后最早的让出位置。" />
);

const NotFound = ({ id }: { id: string }) => (
  <EmptyState title={`没有编号以“${id}”开头的记录。`} why="请和同事核对编号；存满后最早的记录已经让出位置。" />
);
