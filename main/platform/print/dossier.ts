import type { PDFRef } from '@cantoo/pdf-lib';
import type { RowValue, Values } from '../../../shared/template/values.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { adoptPdf, itemLink, type Adoption } from './adopt.ts';
import { adoptItem, type ItemContent } from './adopt-item.ts';
import { createBundle, type Bookmark, type Bundle } from './bundle.ts';
import type { Fonts } from './fonts.ts';
import { undated, type PaperJob } from './job.ts';
import { linkKey } from './layouts/list.ts';
import { printPaper } from './paper.ts';
import { createStamper, type StampPlace } from './stamp.ts';
import type { Texts } from './text.ts';

/** One item of a dossier: what the catalogue says of it, and where its pages come from. */
export interface DossierItem {
  title: string;
  docNo: string;
  responsible: string;
  /** `YYYY-MM-DD` or ''. */
  date: string;
  remark: string;
  content: ItemContent;
}

/** `pageFrom` and `pageTo` are the stamped numbers. */
export interface DossierRow {
  seq: number;
  pageFrom: number;
  pageTo: number;
  /** 备注, with what was found when the item was taken in. */
  remark: string;
}
export interface Dossier {
  pdf: Uint8Array;
  pages: number;
  rows: DossierRow[];
}

/** A dossier to build. `catalogue` is a list paper whose rows are filled here; cover and closing sheet get `items` and `pages`. */
export interface DossierPlan {
  title: string;
  cover: PaperJob | null;
  catalogue: PaperJob;
  items: DossierItem[];
  closing: PaperJob | null;
  stamp: {
    place: StampPlace;
    /** `{page}` runs through the dossier; `{item}`, `{itemPage}` and `{itemPages}` count within it. */
    text: string;
  };
}

export interface DossierTools {
  fonts: Fonts;
  texts: Texts;
  /** The bytes of an item that is no card. */
  read(item: number): Promise<Uint8Array>;
  /** Called after every item; throws to stop. */
  onItem(done: number, total: number): void;
}

interface Stamped {
  rows: DossierRow[];
  firstPages: PDFRef[];
  pages: PDFRef[];
}

const stampText = (text: string, numbers: Record<string, number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(numbers[key] ?? whole));

/** Takes in every item and numbers its pages; each item is written out before the next is read. */
async function addItems(
  plan: DossierPlan,
  bundle: Bundle,
  stamper: Adoption['stamper'],
  tools: DossierTools,
): Promise<Stamped> {
  const stamped: Stamped = { rows: [], firstPages: [], pages: [] };
  for (const [index, item] of plan.items.entries()) {
    const before = stamped.pages.length;
    const stamp = (itemPage: number, itemPages: number): string =>
      stampText(plan.stamp.text, { page: before + itemPage, item: index + 1, itemPage, itemPages });
    const read = (): Promise<Uint8Array> => tools.read(index);
    const { pages, note } = await adoptItem(bundle, item, { read, fonts: tools.fonts }, { stamp, stamper });
    bundle.flush();
    stamped.pages.push(...pages);
    stamped.firstPages.push(...pages.slice(0, 1));
    const remark = [item.remark, note].filter(Boolean).join('；');
    stamped.rows.push({ seq: index + 1, pageFrom: before + 1, pageTo: stamped.pages.length, remark });
    tools.onItem(index + 1, plan.items.length);
  }
  return stamped;
}

/** 页号: the first page of each item, for the last item 起–止 (GB/T 9705-2008). */
const pagesText = ({ pageFrom, pageTo }: DossierRow, isLast: boolean): string =>
  isLast && pageTo > pageFrom ? `${pageFrom}–${pageTo}` : String(pageFrom);

function catalogueRows(plan: DossierPlan, rows: DossierRow[]): RowValue[] {
  return plan.items.map(({ title, docNo, responsible, date, remark }, index) => {
    const row = rows[index] ?? { seq: index + 1, pageFrom: 0, pageTo: 0, remark };
    return {
      seq: row.seq,
      docNo,
      responsible,
      title,
      date,
      pages: pagesText(row, index === plan.items.length - 1),
      remark: row.remark,
      [linkKey]: itemLink(index),
    };
  });
}

/** Fills the counts a cover or closing sheet asks for, which are known only now. */
function counted(job: PaperJob, items: number, pages: number): PaperJob {
  const counts: Values = { items, pages };
  const asked = fieldsOf(job.template)
    .filter((field) => field.key in counts)
    .map((field) => [field.key, field.type === 'number' ? counts[field.key] : String(counts[field.key])]);
  return { ...job, values: { ...job.values, ...(Object.fromEntries(asked) as Values) } };
}

function withRows(job: PaperJob, rows: RowValue[]): PaperJob {
  const field = fieldsOf(job.template).find((candidate) => candidate.type === 'rows');
  return field ? { ...job, values: { ...job.values, [field.key]: rows } } : job;
}

/**
 * Builds one PDF of a whole volume: cover, catalogue with links, items with continuous page numbers, closing sheet, outline.
 * Cover, catalogue and closing sheet are not numbered (GB/T 9705-2008). Equal input gives equal bytes.
 * @throws UnreadableItem naming an item without a card that is encrypted, damaged, empty or no picture; MissingGlyph
 */
export async function buildDossier(plan: DossierPlan, tools: DossierTools): Promise<Dossier> {
  const bundle = createBundle();
  const stamper = await createStamper(bundle.context, tools.fonts, plan.stamp.place);
  const { rows, firstPages, pages } = await addItems(plan, bundle, stamper, tools);
  const addPaper = async (job: PaperJob): Promise<PDFRef[]> => {
    const { pdf } = await printPaper(counted(job, plan.items.length, pages.length), tools.fonts, tools.texts);
    const adoption = { stamp: null, stamper, pageOfItem: (item: number) => firstPages[item] };
    return (await adoptPdf(bundle, pdf, job.template.name, adoption)).pages;
  };
  const cover = plan.cover ? await addPaper(plan.cover) : [];
  const catalogue = await addPaper(withRows(plan.catalogue, catalogueRows(plan, rows)));
  const closing = plan.closing ? await addPaper(plan.closing) : [];
  await stamper.embed();
  const front = [...cover, ...catalogue];
  const bookmarks: Bookmark[] = [
    ...cover.slice(0, 1).map((page) => ({ title: plan.cover?.template.name ?? '', page })),
    ...catalogue.slice(0, 1).map((page) => ({ title: plan.catalogue.template.name, page })),
    ...firstPages.map((page, index) => ({ title: `${index + 1}. ${plan.items[index]?.title ?? ''}`, page })),
    ...closing.slice(0, 1).map((page) => ({ title: plan.closing?.template.name ?? '', page })),
  ];
  const labels = [
    { from: 0, prefix: '卷首' },
    ...(pages.length > 0 ? [{ from: front.length }] : []),
    ...(closing.length > 0 ? [{ from: front.length + pages.length, prefix: '卷尾' }] : []),
  ];
  const all = [...front, ...pages, ...closing];
  const { office, date } = plan.cover ?? plan.catalogue;
  return {
    pdf: bundle.finish({
      pages: all,
      bookmarks,
      labels,
      title: plan.title,
      author: office.name,
      date: date ?? undated,
    }),
    pages: all.length,
    rows,
  };
}
