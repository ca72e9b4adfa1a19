/** What was copied out of Excel, Word or a page, as the cells of a table. */

/** Signs that come along from Word and pages and would print as a box, or in another font. */
const cleaned = (text: string): string =>
  text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replaceAll('\v', '\n')
    .replaceAll('\f', '\n')
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .replace(/\r\n?/g, '\n')
    .trim();

/** Rows of a text parted by tabs, as Excel gives them, or by commas: a cell with a line break or a quote in it stands in quotes. */
export function cellsOfText(text: string, mark: '\t' | ',' | ';' = '\t'): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`, 'gy');
  while (cell.lastIndex < text.length || rows.at(-1)?.length === 0) {
    const found = cell.exec(text);
    if (found === null) break;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(cleaned(quoted?.replaceAll('""', '"') ?? plain));
    if (end === '') break;
    if (end !== mark) rows.push([]);
  }
  return withoutEmpty(rows);
}

/** Rows of the first table of a page; a cell over several columns or rows stands in the first of them. */
export function cellsOfPage(page: Document): string[][] {
  const table = page.querySelector('table');
  if (table === null) return [];
  const grid: string[][] = [];
  const taken = new Set<string>();
  // A row that is hidden in Excel comes along without being seen by who copied it.
  const rows = [...table.rows].filter((row) => row.style.display !== 'none');
  rows.forEach((row, y) => {
    const cells: string[] = (grid[y] ??= []);
    let x = 0;
    for (const cell of row.cells) {
      while (taken.has(`${x} ${y}`)) cells[x++] ??= '';
      cells[x] = textOfCell(cell);
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) taken.add(`${x + right} ${y + down}`);
      x += 1;
      while (x < cells.length || taken.has(`${x} ${y}`)) cells[x++] ??= '';
    }
  });
  return withoutEmpty(grid);
}

/** Paragraphs and breaks within a cell part its lines; line breaks of the source do not. */
function textOfCell(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('style, script')) hidden.remove();
  for (const text of textNodes(copy)) text.data = text.data.replace(/[\r\n\t ]+/g, ' ');
  for (const end of copy.querySelectorAll('br, p + p')) end.before('\n');
  return cleaned(copy.textContent.replace(/ *\n */g, '\n'));
}

function textNodes(element: HTMLElement): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
  return found;
}

const withoutEmpty = (rows: readonly string[][]): string[][] => rows.filter((row) => row.some((cell) => cell !== ''));

/**
 * The cells of what is pasted; null where it is a text to be pasted as such. Lines without tabs are a column only where a line break could
 * not stand.
 */
export function tablePasted(clipboard: DataTransfer, { takesLines }: { takesLines: boolean }): string[][] | null {
  const html = clipboard.getData('text/html');
  const fromPage = /<table/i.test(html) ? cellsOfPage(new DOMParser().parseFromString(html, 'text/html')) : [];
  const text = clipboard.getData('text/plain');
  const cells = fromPage.length > 0 ? fromPage : cellsOfText(text);
  const isTable = fromPage.length > 0 || text.includes('\t') || (!takesLines && cells.length > 1);
  return isTable && (cells.length > 1 || (cells[0]?.length ?? 0) > 1) ? cells : null;
}
