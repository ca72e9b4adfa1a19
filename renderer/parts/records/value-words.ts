import type { Exhibit, Paper } from '../../../shared/case-file.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';
import { dayWords } from '../days/day-words.ts';

/** Records that ids in a value stand for. */
export interface Named {
  papers: readonly Pick<Paper, 'id' | 'name' | 'number'>[];
  exhibits: readonly Pick<Exhibit, 'id' | 'title'>[];
}

const isRow = (value: unknown): value is RowValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a clerk reads it, on one line; 空 for none. Without its field the kind is guessed from the value. */
export function valueWords(field: Field | undefined, value: unknown, named: Named): string {
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return field?.type === 'money' ? `${value.toLocaleString('zh-CN', { minimumFractionDigits: 2 })}元` : String(value);
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(value) ? dayWords(value) : value;
  if (!Array.isArray(value)) return '（内容）';
  if (value.length === 0) return '空';
  return value
    .map((part: FieldValue | RowValue) => (isRow(part) ? rowWords(field, part, named) : nameOf(part, named)))
    .join('；');
}

function rowWords(field: Field | undefined, row: RowValue, named: Named): string {
  if (field?.type === 'officers' || 'personId' in row)
    return `${String(row['name'] ?? '')}${row['certShown'] === true ? '（已出示证件）' : ''}`;
  const cells = field?.fields?.map(({ key }) => key) ?? Object.keys(row);
  return (
    cells
      .flatMap((key) =>
        row[key] === undefined || row[key] === null || row[key] === ''
          ? []
          : [
              valueWords(
                field?.fields?.find((column) => column.key === key),
                row[key],
                named,
              ),
            ],
      )
      .join('，') || '空行'
  );
}

function nameOf(value: unknown, { papers, exhibits }: Named): string {
  const paper = papers.find(({ id }) => id === value);
  return paper?.number ?? paper?.name ?? exhibits.find(({ id }) => id === value)?.title ?? String(value);
}
