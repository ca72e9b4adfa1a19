import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { PrintedOut } from '../../../shared/contract/documents.ts';
import { copiesOf, fileToPrint, formerPrint, pagesIn } from '../../../shared/procedure/copies.ts';
import { isOutToSign, livePrint } from '../../../shared/procedure/prints.ts';
import type { Template } from '../../../shared/template/template.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import type { PdfSource } from '../../parts/pdf/pdf-engine.ts';
import type { ChosenPrinter } from './printers.tsx';
import { usePrinting } from './use-printing.tsx';

/** A paper that can go to the printer. */
export interface PrintRow {
  paper: Paper;
  pages: number;
  /** Whether the file it has now was never printed; a paper made anew is to be printed again. */
  isDue: boolean;
  /** The last time any file of it was printed. */
  last: PrintedOut | undefined;
  /** For whom it is printed. */
  usual: readonly string[];
}

export function printRows(
  file: CaseFile,
  templates: ReadonlyMap<string, Template>,
  printed: readonly PrintedOut[],
): PrintRow[] {
  return file.papers.flatMap((paper) => {
    const toPrint = fileToPrint(paper);
    const template = templates.get(paper.templateId);
    if (toPrint === null || template === undefined) return [];
    const times = printed.filter(({ paperId, verb }) => paperId === paper.id && verb === '打印');
    return [
      {
        paper,
        pages: toPrint.pages,
        isDue: times.every(({ sha256 }) => sha256 !== toPrint.sha256),
        last: times[0],
        usual: copiesOf(template, file.settings),
      },
    ];
  });
}

/** 当事人、卷、留存 as typed, apart. */
export const usesIn = (text: string): string[] =>
  text
    .split(/[，、,；;\s]+/)
    .map((use) => use.trim())
    .filter((use) => use !== '');

/** What goes to the printer of a paper. */
export const sourceOf = (paper: Paper): PdfSource => {
  const out = isOutToSign(paper) ? livePrint(paper) : null;
  return {
    url:
      out === null
        ? byteRoutes.paperPdf.url({ paperId: paper.id })
        : byteRoutes.printPdf.url({ paperId: paper.id, printId: out.id }),
  };
};

/** What the person has chosen in 成套打印; what is not chosen is as proposed. */
export function usePrintSet(file: CaseFile, templates: ReadonlyMap<string, Template>) {
  const caseId = file.case.id;
  const record = useQuery(queries.documents.printedOut.queryOptions({ input: { caseId } }));
  const rows = printRows(file, templates, record.data ?? []);
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const [uses, setUses] = useState<Record<string, string>>({});
  const [pages, setPages] = useState('');
  const isChosen = ({ paper, isDue }: PrintRow): boolean => chosen[paper.id] ?? isDue;
  const usesOf = ({ paper, usual }: PrintRow): string => uses[paper.id] ?? usual.join('、');
  const wanted = rows.filter(isChosen);
  const [only] = wanted.length === 1 ? wanted : [];
  const former = only === undefined ? null : formerPrint(only.paper, record.data ?? []);
  return {
    record,
    rows,
    wanted,
    only,
    former,
    pages: only === undefined ? '' : pages,
    setPages,
    isChosen,
    usesOf,
    choose: (row: PrintRow, on: boolean) => setChosen({ ...chosen, [row.paper.id]: on }),
    setUses: (row: PrintRow, text: string) => setUses({ ...uses, [row.paper.id]: text }),
    reason: reasonOf({ wanted, only, pages, usesOf }),
  };
}
export type PrintSet = ReturnType<typeof usePrintSet>;

function reasonOf({
  wanted,
  only,
  pages,
  usesOf,
}: {
  wanted: readonly PrintRow[];
  only: PrintRow | undefined;
  pages: string;
  usesOf: (row: PrintRow) => string;
}): string | null {
  if (wanted.length === 0) return '请勾选要打印的文书。';
  const without = wanted.find((row) => usesIn(usesOf(row)).length === 0);
  if (without !== undefined) return `请写明《${without.paper.name}》打印给谁，例如：当事人、卷。`;
  return only !== undefined && pages.trim() !== '' && pagesIn(pages, only.pages) === null
    ? `《${only.paper.name}》共${only.pages}页，页码请写成 2 或者 1-3,5。`
    : null;
}

/** Prints what is chosen, and puts it on record. */
export const useSetPrinting = (
  caseId: string,
  { wanted, usesOf, pages }: PrintSet,
  printer: ChosenPrinter,
  onPrinted: () => void,
) =>
  usePrinting<{ bothSides: boolean }>({
    caseId,
    printer,
    sheets: () =>
      wanted.map((row) => ({
        source: sourceOf(row.paper),
        copies: usesIn(usesOf(row)).length,
        pages: pagesIn(pages, row.pages) ?? [],
      })),
    how: ({ bothSides }) => ({ bothSides }),
    record: ({ bothSides }, by) => {
      const items = wanted.map((row) => ({ paperId: row.paper.id, copies: usesIn(usesOf(row)), pages }));
      return api.documents.printSet({ caseId, bothSides, items, ...by });
    },
    onPrinted,
  });
