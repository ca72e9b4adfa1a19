import type { TextLine } from './text-line.ts';

/** What stands behind each printed label; null where it is only known to end what stands before it. */
export type Labels<Detail extends string> = Readonly<Record<string, Detail | null>>;

export interface LabelledValue<Detail extends string> {
  label: string;
  detail: Detail;
  text: string;
  /** The worst score of its lines. */
  score: number;
}

interface Label<Detail extends string> {
  label: string;
  detail: Detail | null;
  /** The line that says it, and, behind it, perhaps the beginning of the value. */
  line: TextLine;
  beginning: string;
}

const middle = ({ y, height }: TextLine): number => y + height / 2;
const right = ({ x, width }: TextLine): number => x + width;
/** Two lines stand side by side. */
const isBeside = (a: TextLine, b: TextLine): boolean =>
  Math.abs(middle(a) - middle(b)) < 0.5 * Math.min(a.height, b.height);
/** A line lower than this many heights of the one before begins something else. */
const nextLine = 2.4;

/** The values of a printed form, each with the label before or above it, from its lines of text and where they stand. */
export function labelledValues<Detail extends string>(
  lines: readonly TextLine[],
  labels: Labels<Detail>,
): LabelledValue<Detail>[] {
  const joined = withWholeLabels(lines.map(closed), Object.keys(labels));
  const found = joined.flatMap((line) => labelOf(line, labels) ?? []);
  const labelLines = new Set(found.map(({ line }) => line));
  const behind = new Map<Label<Detail>, TextLine[]>(found.map((label) => [label, []]));
  for (const line of joined.filter((each) => !labelLines.has(each))) {
    const label = labelFor(line, found);
    if (label !== undefined) behind.get(label)?.push(line);
  }
  return found.flatMap((label) => {
    if (label.detail === null) return [];
    const value = [...inOrder(label, behind.get(label) ?? [])];
    const text = `${label.beginning}${value.map((line) => line.text).join('')}`;
    const scores = [...(label.beginning === '' ? [] : [label.line.score]), ...value.map(({ score }) => score)];
    return [{ label: label.label, detail: label.detail, text, score: Math.min(1, ...scores) }];
  });
}

/** Printed forms set characters apart; brackets of a Chinese text are wide ones. */
const closed = (line: TextLine): TextLine => ({
  ...line,
  text: line.text
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'))
    .replaceAll(/(?<=[\p{sc=Han}\d）)])\s+(?=[\p{sc=Han}\d（(])/gu, '')
    .replaceAll(/\s*\(\s*/g, '（')
    .replaceAll(/\s*\)\s*/g, '）')
    .replaceAll(/\s+(?=[（）])|(?<=[（）])\s+/g, '')
    .trim(),
});

/** Labels set apart may be found in pieces: pieces side by side that begin a label are one line. */
function withWholeLabels(lines: readonly TextLine[], labels: readonly string[]): TextLine[] {
  const left = new Set(lines);
  const whole: TextLine[] = [];
  for (const line of lines.toSorted((a, b) => a.x - b.x)) {
    if (!left.delete(line)) continue;
    let joined = line;
    while (labels.some((label) => label !== joined.text && label.startsWith(joined.text))) {
      const before = joined;
      const next = [...left]
        .filter((other) => isBeside(before, other) && other.x >= right(before) - before.height / 2)
        .toSorted((a, b) => a.x - b.x)[0];
      const text = `${before.text}${next?.text ?? ''}`;
      if (next === undefined || !labels.some((label) => label.startsWith(text) || text.startsWith(label))) break;
      left.delete(next);
      joined = { ...spanning(before, next), text, score: Math.min(before.score, next.score) };
    }
    whole.push(joined);
  }
  return whole;
}

const spanning = (a: TextLine, b: TextLine): TextLine => {
  const y = Math.min(a.y, b.y);
  return { ...a, y, width: right(b) - a.x, height: Math.max(a.y + a.height, b.y + b.height) - y };
};

function labelOf<Detail extends string>(line: TextLine, labels: Labels<Detail>): Label<Detail> | null {
  const label = Object.keys(labels)
    .filter((each) => line.text.startsWith(each))
    .toSorted((a, b) => b.length - a.length)[0];
  if (label === undefined) return null;
  return { label, detail: labels[label] ?? null, line, beginning: line.text.slice(label.length).replace(/^[:：]/, '') };
}

/** The label a line belongs to: the nearest before it in its row, or the last above it in its column, whichever column is nearer. */
function labelFor<Detail extends string>(line: TextLine, labels: readonly Label<Detail>[]): Label<Detail> | undefined {
  const inRow = labels
    .filter((label) => isBeside(label.line, line) && label.line.x + label.line.width / 2 < line.x)
    .toSorted((a, b) => b.line.x - a.line.x)[0];
  const column = columnOf(line, labels);
  const above = column
    .filter((label) => middle(label.line) < middle(line) + line.height * 0.3)
    .toSorted((a, b) => middle(b.line) - middle(a.line))[0];
  if (inRow === undefined || above === undefined) return inRow ?? above;
  return inRow.line.x >= above.line.x - line.height ? inRow : above;
}

/** The labels of the last column that begins before a line; one label alone makes no column beside others. */
function columnOf<Detail extends string>(line: TextLine, labels: readonly Label<Detail>[]): Label<Detail>[] {
  const columns = labels
    .map(({ line: { x, height } }) => labels.filter((other) => Math.abs(other.line.x - x) < height))
    .filter((column) => column.length > 1 && column.every((label) => label.line.x < line.x + line.height));
  return columns.toSorted((a, b) => (b[0]?.line.x ?? 0) - (a[0]?.line.x ?? 0))[0] ?? [];
}

/** The lines of a value as they are read, as far as one follows the other. */
function* inOrder<Detail extends string>(label: Label<Detail>, lines: readonly TextLine[]): Generator<TextLine> {
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && isBeside(row[0], line)) row.push(line);
    else rows.push([line]);
  }
  let before = label.line;
  for (const row of rows) {
    const [first] = row;
    if (first === undefined || middle(first) - middle(before) > nextLine * before.height) return;
    yield* row.toSorted((a, b) => a.x - b.x);
    before = first;
  }
}
