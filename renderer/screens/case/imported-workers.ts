import { headOf, withPasted } from '../../parts/fields/pasted-rows.ts';
import type { SheetLine, Spreadsheet } from '../../parts/spreadsheets/spreadsheet.ts';
import { workerFaults } from '../../../shared/identity/case-worker.ts';
import {
  unreadAmounts,
  withOwed,
  workerAliases,
  workerOfRow,
  workersField,
} from '../../../shared/procedure/workers-table.ts';
import type { RowValue } from '../../../shared/template/values.ts';

const columns = workersField.fields ?? [];
/** The names of the columns stand in one of the first lines; above them is the title of the table. */
const HEAD_WITHIN = 10;

export interface ImportedWorkers {
  /** Those in which nothing is wrong. */
  rows: RowValue[];
  /** The others, each with its line of the file and what is wrong. */
  faults: string[];
  /** What has to be known of the file as a whole. */
  notes: string[];
}

/** The workers of a file, beside those that are in the list already. A line with a fault stays out, and is named. */
export function importedWorkers(sheet: Spreadsheet, list: readonly RowValue[], today: string): ImportedWorkers {
  const head = sheet.lines.slice(0, HEAD_WITHIN).findIndex(({ cells }) => knownColumns(cells) >= 2);
  if (head < 0)
    return { rows: [], faults: [], notes: ['没有找到写着“姓名”“身份证号码”“拖欠”等的标题行，请补上标题行再导入。'] };
  const names = sheet.lines[head]?.cells ?? [];
  const rows: RowValue[] = [];
  const faults: string[] = [];
  for (const line of sheet.lines.slice(head + 1)) {
    if (isSum(line)) continue;
    const { row, wrong } = readLine(line, names, [...list, ...rows], today);
    if (wrong.length === 0) rows.push(row);
    else faults.push(`第${line.number}行（${String(row['name'] ?? '没有姓名')}）：${wrong.join('')}`);
  }
  return { rows, faults, notes: sheet.notes };
}

const knownColumns = (cells: readonly string[]): number =>
  headOf(cells, columns, workerAliases)?.filter((column) => column !== null).length ?? 0;

/** 合计 at the end of a list is no worker. */
const isSum = ({ cells }: SheetLine): boolean => cells.some((cell) => /^(合\s*计|总\s*计|小\s*计)[:：]?$/.test(cell));

function readLine(
  line: SheetLine,
  names: readonly string[],
  others: readonly RowValue[],
  today: string,
): { row: RowValue; wrong: string[] } {
  const place = { columns, row: 0, column: 0, today, aliases: workerAliases };
  const pasted = withPasted([], [[...names], line.cells], place);
  const row = withOwed({}, pasted.rows[0] ?? {});
  const targets = headOf(names, columns, workerAliases) ?? [];
  const ofFile = Object.entries(line.faults).flatMap(([index, fault]) => {
    const target = targets[Number(index)];
    return target === null || target === undefined ? [] : [`${target.label}：${fault}`];
  });
  const position = others.length;
  const ofRow = [...workerFaults([...others, row].map(workerOfRow)), ...unreadAmounts([...others, row])]
    .filter((fault) => fault.row === position)
    .map(({ field, sentence }) => `${columns.find(({ key }) => key === field)?.label ?? field}：${sentence}`);
  return { row, wrong: [...ofFile, ...pasted.faults.map((fault) => fault.replace(/^第1行/, '')), ...ofRow] };
}
