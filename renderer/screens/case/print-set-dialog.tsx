import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Paper, PaperPrint } from '../../../shared/case-file.ts';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { PrintedOut } from '../../../shared/contract/documents.ts';
import { api } from '../../data/api.ts';
import { livePrint } from '../../../shared/procedure/prints.ts';
import { DayText } from '../../parts/days/day.tsx';
import { changedPages } from '../../parts/pdf/changed-pages.ts';
import { pdfFaultSentence } from '../../parts/pdf/pdf-engine.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ActBar } from '../../ui/act-bar.tsx';
import { Check } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { FormGrid } from '../../ui/form-grid.tsx';
import { TextField } from '../../ui/labelled-fields.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { ReadTable } from '../../ui/read-table.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import css from './dialogs.module.css';
import { type PrintRow, type PrintSet, sourceOf, usesIn, usePrintSet, useSetPrinting } from './print-set.ts';
import { PrinterField, type Printers, usePrinters } from './printers.tsx';
import { SaveAsPdf } from './save-as-pdf.tsx';
import { useCaseWork } from './use-case-work.ts';

/** 成套打印: the papers of a case at once, each for whom it is needed; what was printed already is not ticked. */
export function PrintSetDialog({ onClose }: { onClose: () => void }) {
  const { file, input } = useCaseWork();
  const set = usePrintSet(file, input.templates);
  const printers = usePrinters();
  const [bothSides, setBothSides] = useState(true);
  const [saving, setSaving] = useState(false);
  const count = set.wanted.reduce((sum, row) => sum + usesIn(set.usesOf(row)).length, 0);
  const { print, question } = useSetPrinting(file.case.id, set, printers, () =>
    sayDone(`打印了${count}份，已记入印制记录。`),
  );
  const paperIds = set.wanted.map(({ paper }) => paper.id);
  return (
    <>
      <Dialog title="成套打印" onClose={onClose} width={920} data-testid="print-set">
        <div className={css.issue}>
          <RefusalNote error={set.record.error} />
          <Papers set={set} />
          <How set={set} printers={printers} sides={[bothSides, setBothSides]} />
          <RefusalNote error={print.error} onClose={print.reset} />
          {saving && (
            <SaveAsPdf
              reason={set.reason}
              save={(folderTicket) => api.documents.savePdfs({ caseId: file.case.id, paperIds, folderTicket })}
              onDone={() => setSaving(false)}
            />
          )}
          <Record entries={set.record.data ?? []} />
          <ActBar note={count === 0 ? null : `${set.wanted.length}种文书，共${count}份`}>
            <ReasonButton onClick={onClose}>关闭</ReasonButton>
            <ReasonButton reason={set.reason} onClick={() => setSaving(true)} data-testid="save-pdfs">
              另存为 PDF
            </ReasonButton>
            <ReasonButton
              kind="primary"
              reason={set.reason}
              busy={print.isPending}
              onClick={() => print.mutate({ bothSides })}
              data-testid="print-all"
            >
              打印
            </ReasonButton>
          </ActBar>
        </div>
      </Dialog>
      {question}
    </>
  );
}

interface HowProps {
  set: PrintSet;
  printers: Printers;
  sides: [bothSides: boolean, set: (bothSides: boolean) => void];
}

/** By which printer, which pages, on both sides or one. */
function How({ set, printers, sides: [bothSides, setBothSides] }: HowProps) {
  return (
    <FormGrid>
      <PrinterField printers={printers} />
      {set.only !== undefined && (
        <TextField
          label="只打哪几页"
          name="print-pages"
          help={`共${set.only.pages}页，不填打全部；例如 2 或者 1-3,5`}
          maxLength={64}
          autoComplete="off"
          value={set.pages}
          onChange={set.setPages}
        />
      )}
      {set.only !== undefined && set.former !== null && (
        <ChangedOnly paper={set.only.paper} former={set.former} onPages={set.setPages} />
      )}
      <Check name="both-sides" checked={bothSides} onChange={setBothSides}>
        双面打印（每份另起一张）
      </Check>
    </FormGrid>
  );
}

interface ChangedOnlyProps {
  paper: Paper;
  former: PaperPrint;
  onPages: (pages: string) => void;
}

/** 只打改动的页: the pages that look otherwise than in the voided 签字稿 that was printed before; with codes in their feet, all of them. */
function ChangedOnly({ paper, former, onPages }: ChangedOnlyProps) {
  const compare = useMutation({
    mutationFn: () =>
      changedPages({ url: byteRoutes.printPdf.url({ paperId: paper.id, printId: former.id }) }, sourceOf(paper)),
    onSuccess: (changed) => onPages(changed.length === livePrint(paper)?.pages ? '' : changed.join(',')),
  });
  const changed = compare.data;
  return (
    <div data-width="full">
      <ReasonButton busy={compare.isPending} onClick={() => compare.mutate()} data-testid="changed-pages">
        只打改动的页
      </ReasonButton>
      {compare.error !== null && <Fault>{pdfFaultSentence(compare.error)}</Fault>}
      {changed !== undefined && (
        <p className="second" role="status">
          {changed.length === livePrint(paper)?.pages
            ? '每页都和上次印的不一样，请全部重印。页脚有识别码的，每印一版识别码都换：签字的人签的是同一版，旧页不能混进新的一版。'
            : `和上次印的不一样的是第${changed.join('、')}页；其余各页没有人签过字的，可以用上次印的。`}
        </p>
      )}
    </div>
  );
}

function Papers({ set }: { set: PrintSet }) {
  return (
    <ReadTable
      label="要打印的文书"
      columns={columnsWith(set)}
      rows={set.rows}
      rowKey={({ paper }) => paper.id}
      none="本案还没有出具的文书，也没有印好的签字稿。"
      data-testid="print-papers"
    />
  );
}

const columnsWith = (set: PrintSet): Column<PrintRow>[] => [
  {
    title: '文书',
    width: '',
    cell: (row) => (
      <Check name={`print-${row.paper.id}`} checked={set.isChosen(row)} onChange={(on) => set.choose(row, on)}>
        {row.paper.name}　{row.paper.number}
        <span className="second">　{row.pages}页</span>
      </Check>
    ),
  },
  {
    title: '每份给谁',
    width: '13rem',
    cell: (row) => (
      <input
        name={`uses-${row.paper.id}`}
        aria-label={`${row.paper.name}每份给谁`}
        maxLength={80}
        autoComplete="off"
        value={set.usesOf(row)}
        onChange={(event) => set.setUses(row, event.target.value)}
      />
    ),
  },
  { title: '打印过', width: '11rem', cell: (row) => <LastPrinted row={row} /> },
];

function LastPrinted({ row: { last, isDue } }: { row: PrintRow }) {
  if (last === undefined) return <span className="second">还没有打印</span>;
  return (
    <span className="second">
      <DayText value={last.at.slice(0, 10)} />　{last.copies.length}份{isDue && '，以后改过'}
    </span>
  );
}

const RECORD: readonly Column<PrintedOut>[] = [
  { title: '时间', width: '9rem', cell: ({ at }) => <DayText value={at} /> },
  { title: '经手人', width: '6rem', cell: ({ who }) => who },
  { title: '文书', width: '', cell: ({ verb, what }) => `${verb}　${what}` },
  {
    title: '给谁',
    width: '13rem',
    cell: ({ copies, pages, printer }) =>
      [copies.join('、'), pages.length > 0 ? `第${pages.join('、')}页` : '', printer]
        .filter((word) => word !== '')
        .join('　'),
  },
];

/** 印制记录 of the case. */
function Record({ entries }: { entries: readonly PrintedOut[] }) {
  return (
    <details>
      <summary data-testid="print-record-open">印制记录（{entries.length}）</summary>
      <ReadTable
        label="印制记录"
        columns={RECORD}
        rows={entries}
        rowKey={({ at, paperId, verb }) => `${at} ${paperId} ${verb}`}
        none="还没有印制过。"
        data-testid="print-record"
      />
    </details>
  );
}
