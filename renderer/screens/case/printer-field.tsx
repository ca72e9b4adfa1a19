import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries.ts';
import { SelectField } from '../../ui/labelled-fields.tsx';

export interface Printers {
  /** Printers of the machine; none where the window's own dialog prints. */
  names: readonly string[];
  /** The one that was chosen, or is used unless another is; null where there is none. */
  printer: string | null;
  choose: (name: string) => void;
}

export function usePrinters(): Printers {
  const printers = useQuery(queries.desktop.printers.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const names = printers.data?.names ?? [];
  return { names, printer: chosen ?? printers.data?.usual ?? names[0] ?? null, choose: setChosen };
}

/** Nothing where the window's own dialog asks for the printer. */
export const PrinterField = ({ printers: { names, printer, choose } }: { printers: Printers }) =>
  names.length > 0 && (
    <SelectField
      label="打印机"
      name="printer"
      options={names.map((name) => ({ value: name, label: name }))}
      value={printer ?? ''}
      onChange={choose}
    />
  );
