import type { Content } from 'pdfmake/interfaces';
import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseMoment } from '../format.ts';
import { column, grid } from '../layouts/grid.ts';
import { gap, titleLine } from '../layouts/parts.ts';
import { printPlain } from './plain.ts';
import { spelledOut } from './spelled-out.ts';

export interface CatalogueRecord {
  /** `YYYY-MM-DD` */
  day: string;
  /** 文书, 证据, 音像, 案卷, 移送. */
  kind: string;
  title: string;
  /** 文号, or ''. */
  number: string;
  /** Pages of a paper, length of a recording, or ''. */
  extent: string;
  state: string;
}

export interface CatalogueCase {
  causeName: string;
  number: string;
  state: string;
  /** In the order of their days. */
  records: CatalogueRecord[];
}

/** 一户式目录: what the file of one target holds (第三十五条), case by case. */
export interface HouseholdCatalogue {
  office: string;
  party: string;
  /** Who the party is: label and text. */
  facts: [label: string, text: string][];
  /** The newest first. */
  cases: CatalogueCase[];
  /** Not all records are listed, only the newest. */
  isCut: boolean;
  printedAt: string;
  printedBy: string;
}

const columns = [
  column('序号', 2.5, 'center'),
  column('日期', 6, 'center'),
  column('类别', 2.5, 'center'),
  column('名称', 9, 'left'),
  column('文号', 7, 'left'),
  column('页数', 3, 'center'),
  column('状态', 3.5, 'center'),
];

/** Prints the list; a case begins with its head, which stands again on every page it runs on to. */
export async function householdCatalogue(catalogue: HouseholdCatalogue, fonts: Fonts): Promise<Printed> {
  const { office, party, facts, cases, isCut, printedAt, printedBy } = catalogue;
  const count = cases.reduce((sum, { records }) => sum + records.length, 0);
  const sum = `共 ${cases.length} 件案件，${isCut ? `只列最近的 ${count} 条记录` : `${count} 条记录`}。`;
  return printPlain(
    { title: `一户式目录 ${party}`, author: office, date: printedAt },
    fonts,
    ({ set, density }, width) => [
      set(office, 'body', { fontSize: 15, alignment: 'center' }),
      titleLine({ set }, '一户式目录', width),
      set(party, 'hei', { fontSize: 14, alignment: 'center' }),
      gap(4),
      ...facts.map(([label, text]): Content => set(`${label}：${text}`, 'body', { lineHeight: 1.4 })),
      set(sum, 'body', { lineHeight: 1.4 }),
      ...cases.flatMap((own, index) => [
        gap(8),
        grid(columns, rowsOf(own, fonts), { set, density }, { width, size: 10.5, caption: headOf(own, index) }),
      ]),
      set(`打印：${chineseMoment(printedAt)}　${printedBy}`, 'body', { fontSize: 10.5, margin: [0, 8, 0, 0] }),
    ],
  );
}

const headOf = ({ causeName, number, state }: CatalogueCase, index: number): string =>
  `${index + 1}. ${causeName}　${number}　${state}`;

const rowsOf = ({ records }: CatalogueCase, fonts: Fonts): string[][] =>
  records.length === 0
    ? [['/', '/', '/', '/', '/', '/', '/']]
    : records.map(({ day, kind, title, number, extent, state }, index) => [
        String(index + 1),
        day,
        kind,
        spelledOut(title, fonts),
        number || '/',
        extent || '/',
        state || '/',
      ]);
