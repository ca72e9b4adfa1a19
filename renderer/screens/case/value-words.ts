import type { Exhibit, Paper } from '../../../shared/case-file.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';
import { dayWords } from '../../parts/days/day-words.ts';

/** Records that ids in a value stand for. */
export interface Named {
  papers: readonly Pick<Paper, 'id' | 'name' | 'number'>[];
  exhibits: readonly Pick<Exhibit, 'id' | 'title'>[];
}

const isRow = (item: unknown): item is RowValue => typeof item === 'object' && item !== null && !Array.isArray(item);

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
    .map((item: FieldValue | RowValue) => (isRow(item) ? rowWords(field, item, named) : nameOf(item, named)))
    .join('；');
}

function rowWords(field: Field | undefined, row: RowValue, named: Named): string {
  if (field?.type === 'officers' || 'personId' in row)
    return `${String(row['name'] ?? '')}${row['certShown'] === true ? '（已出示证件）' : ''}`;
  const cells = field?.fields?.map((entry) => entry.key) ?? Object.keys(row);
  return (
    cells
      .flatMap((key) =>
        row[key] === undefined || row[key] === null || row[key] === ''
          ? []
          : [
              valueWords(
                field?.fields?.find((candidate) => candidate.key === key),
                row[key],
                named,
              ),
            ],
      )
      .join('，') || '空行'
  );
}

function nameOf(value: unknown, { papers, exhibits }: Named): string {
  const paper = papers.find((candidate) => candidate.id === value);
  return paper?.number ?? paper?.name ?? exhibits.find((exhibit) => exhibit.id === value)?.title ?? String(value);
}
