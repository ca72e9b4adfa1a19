import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import { sumsOf, workerFaults } from '../../../shared/identity/case-worker.ts';
import {
  rowOfWorker,
  unreadAmounts,
  withOwed,
  workerAliases,
  workerOfRow,
  workersField,
  writtenRows,
} from '../../../shared/procedure/workers-table.ts';
import { RowValue } from '../../../shared/template/values.ts';
import { api } from '../../data/api.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { SheetRows } from '../../parts/fields/sheet-rows.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { readSpreadsheet, SPREADSHEET_FILES } from '../../parts/spreadsheets/read-spreadsheet.ts';
import { SpreadsheetFault } from '../../parts/spreadsheets/spreadsheet.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { useKey } from '../../ui/keys.ts';
import { Note } from '../../ui/note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { sayDone } from '../../ui/say-done.ts';
import { importedWorkers, type ImportedWorkers } from './imported-workers.ts';
import css from './people-tab.module.css';
import { useCaseWork } from './use-case-work.ts';

const columns = workersField.fields ?? [];
const Rows = z.array(RowValue);

/** 劳动者名单: typed, pasted or imported; what contradicts itself is said at its row, the sums stand below. */
export function WorkersDialog({ onClose }: { onClose: () => void }) {
  const { file } = useCaseWork();
  const [rows, setRows, forget] = useFormDraft(`workers ${file.case.id}`, Rows, () =>
    file.workers.map((worker) => ({ ...rowOfWorker(worker, columns), id: worker.id })),
  );
  const close = (): void => {
    forget();
    onClose();
  };
  const written = writtenRows(rows);
  const faults = [...workerFaults(rows.map(workerOfRow)), ...unreadAmounts(rows)];
  const save = useSaveWorkers(written, close);
  const wrong = faults.filter(({ refuses }) => refuses).length;
  const why = wrong > 0 ? `名单里有${wrong}处写不进去，请先改正。` : null;
  const submit = (): void => {
    if (why === null) save.mutate();
  };
  useKey('Ctrl+Enter', submit, { name: '保存劳动者名单', everywhere: true, first: true });
  return (
    <Dialog title="劳动者名单" onClose={onClose} width="84rem" data-testid="workers-dialog">
      <form className={css.workers} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <ImportWorkers rows={written} onTake={(taken) => setRows([...written, ...taken])} />
        <SheetRows
          id="workers"
          label="劳动者名单"
          columns={columns}
          rows={rows}
          today={file.today}
          aliases={workerAliases}
          faults={faults}
          sums={sumWords(written)}
          onChange={setRows}
          follow={withOwed}
        />
        <RefusalNote error={save.error} onClose={save.reset} />
        <ActBar note="回车到下一行，Ctrl+Delete删去一行；可以从Excel或者Word复制后直接粘贴。">
          <ReasonButton onClick={close}>取消</ReasonButton>
          <ReasonButton
            kind="primary"
            keyHint="Ctrl+Enter"
            data-testid="save-workers"
            reason={why}
            busy={save.isPending}
            onClick={submit}
          >
            保存名单
          </ReasonButton>
        </ActBar>
      </form>
    </Dialog>
  );
}

const yuan = (amount: number): string => amount.toLocaleString('en-US', { minimumFractionDigits: 2 });

function sumWords(rows: readonly RowValue[]): Record<string, string> {
  const { count, agreed, paid, owed } = sumsOf(rows.map(workerOfRow));
  return { name: `${count}人`, agreed: yuan(agreed), paid: yuan(paid), owed: yuan(owed) };
}

function useSaveWorkers(rows: readonly RowValue[], onDone: () => void) {
  const { file, refresh } = useCaseWork();
  const idOf = ({ id }: RowValue): string | null => (typeof id === 'string' ? id : null);
  return useMutation({
    mutationFn: async () => {
      await api.cases.saveWorkers({
        caseId: file.case.id,
        known: file.workers.map(({ id, version }) => ({ id, version })),
        workers: rows.map((row) => ({ ...workerOfRow(row), id: idOf(row) })),
      });
      await refresh();
    },
    onSuccess: () => {
      sayDone(`劳动者名单已经保存，共${rows.length}人。`);
      onDone();
    },
  });
}

interface ImportProps {
  rows: readonly RowValue[];
  onTake: (rows: readonly RowValue[]) => void;
}

/** Reads a list out of a file: the right lines join the table, the others are named with their lines. */
function ImportWorkers({ rows, onTake }: ImportProps) {
  const { file } = useCaseWork();
  const [read, setRead] = useState<(ImportedWorkers & { name: string }) | null>(null);
  const take = async ([chosen]: readonly File[]): Promise<void> => {
    if (chosen === undefined) return;
    try {
      const imported = importedWorkers(await readSpreadsheet(chosen), rows, file.today);
      setRead({ ...imported, name: chosen.name });
      onTake(imported.rows);
    } catch (error) {
      if (!(error instanceof SpreadsheetFault)) throw error;
      setRead({ name: chosen.name, rows: [], faults: [], notes: [error.message] });
    }
  };
  return (
    <div className={css.import}>
      <FileButton
        data-testid="import-workers"
        accept={SPREADSHEET_FILES}
        onFiles={(files) => void take(files)}
        reason={null}
      >
        从表格文件导入
      </FileButton>
      {read !== null && (
        <Note
          data-testid="imported"
          isAlert
          happened={`《${read.name}》：${read.rows.length}行没有问题，已放进下面的名单${
            read.faults.length === 0 ? '' : `；${read.faults.length}行要先改，没有放进来`
          }。保存以后才算数。`}
          actions={
            <ReasonButton kind="quiet" onClick={() => setRead(null)}>
              知道了
            </ReasonButton>
          }
        >
          {[...read.notes, ...read.faults].map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </Note>
      )}
    </div>
  );
}
