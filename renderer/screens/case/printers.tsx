import { useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useFormDraft } from '../../parts/drafts/form-draft-state.ts';
import { type HowToPrint, printPdfs, type SheetsToPrint } from '../../parts/pdf/print-pdf.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';

export interface ChosenPrinter {
  /** Printers of the machine; none where the window's own dialog prints. */
  names: readonly string[];
  /** The one this person chose last, or the usual one; '' where there is none. */
  printer: string;
  /** What they take: a file from main, or what the page has laid out. */
  take: 'file' | 'page';
}

export interface Printers extends ChosenPrinter {
  choose: (name: string) => void;
}

/** Where the window's own dialog asks for the printer. */
export const ownDialog: ChosenPrinter = { names: [], printer: '', take: 'page' };

export function usePrinters(): Printers {
  const { data } = useQuery(queries.desktop.printers.queryOptions());
  const [chosen, choose] = useFormDraft('printer', z.string(), () => '');
  const names = data?.names ?? [];
  return {
    names,
    printer: names.includes(chosen) ? chosen : (data?.usual ?? names[0] ?? ''),
    take: data?.take ?? 'page',
    choose,
  };
}

/** Nothing where the window's own dialog asks for the printer. */
export const PrinterField = ({ printers: { names, printer, choose } }: { printers: Printers }) =>
  names.length > 0 && (
    <SelectField
      label="打印机"
      required
      name="printer"
      options={names.map((name) => ({ value: name, label: name }))}
      value={printer}
      onChange={choose}
    />
  );

/** Prints what has to be printed by the window; the answer tells main by which printer, and whether that is done or left to main. */
export async function printHere(
  { names, printer, take }: ChosenPrinter,
  sheets: () => SheetsToPrint[] | Promise<SheetsToPrint[]>,
  { bothSides = false, medium = 'A4' }: Omit<HowToPrint, 'print'> = {},
): Promise<{ printer: string; isPrinted: boolean }> {
  if (names.length > 0 && take === 'file') return { printer, isPrinted: false };
  const silently = names.length > 0 && { print: () => api.desktop.printPage({ printer, bothSides, medium }) };
  await printPdfs(await sheets(), { bothSides, medium, ...silently });
  return { printer, isPrinted: true };
}
