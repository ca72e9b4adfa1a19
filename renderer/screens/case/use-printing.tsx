import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PrintedOut } from '../../../shared/contract/documents.ts';
import { queries } from '../../data/queries.ts';
import type { HowToPrint, SheetsToPrint } from '../../parts/pdf/print-pdf.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type ChosenPrinter, printHere } from './printers.tsx';

/** By which printer, and whether the window has printed it itself or leaves it to main. */
export interface PrintedBy {
  printer: string;
  isPrinted: boolean;
}

/** Something of a case that is printed and put on record. */
export interface Printing<Order> {
  caseId: string;
  printer: ChosenPrinter;
  sheets: (order: Order) => SheetsToPrint[] | Promise<SheetsToPrint[]>;
  how: (order: Order) => Omit<HowToPrint, 'print'>;
  record: (order: Order, by: PrintedBy) => Promise<PrintedOut[]>;
  onPrinted?: (order: Order) => void;
}

/**
 * Prints, and puts on record what was printed. A printer that was chosen here tells whether it took the pages; the window's own dialog does not tell
 * whether it was cancelled, so the clerk is asked. `question` stands beside the dialog that prints, not in it.
 */
export function usePrinting<Order>({ caseId, printer, sheets, how, record, onPrinted }: Printing<Order>) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState<((isPrinted: boolean) => void) | null>(null);
  const ask = async (): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    setAnswer(() => resolve);
    const isPrinted = await promise;
    setAnswer(null);
    return isPrinted;
  };
  const print = useMutation({
    mutationFn: async (order: Order): Promise<PrintedOut[] | null> => {
      const by = await printHere(printer, () => sheets(order), how(order));
      const isTold = printer.names.length > 0;
      return isTold || (await ask()) ? record(order, by) : null;
    },
    onSuccess: (printed, order) => {
      if (printed === null) return;
      client.setQueryData(queries.documents.printedOut.queryKey({ input: { caseId } }), printed);
      onPrinted?.(order);
    },
  });
  const question: ReactNode = answer !== null && <PrintedQuestion onAnswer={answer} />;
  return { print, question };
}

/** Asked once, after the window's own dialog is closed: Enter says yes, Esc no. */
function PrintedQuestion({ onAnswer }: { onAnswer: (isPrinted: boolean) => void }) {
  const no = (): void => onAnswer(false);
  const yes = useRef<HTMLButtonElement>(null);
  // The dialog below lets nothing outside it take the focus until this one stands.
  useEffect(() => yes.current?.focus(), []);
  return (
    <Dialog title="打印出来了吗？" onClose={no} width={480} data-testid="printed-question">
      <p>打印窗口里是打印了还是取消了，程序不知道。打印出来的才记入印制记录。</p>
      <ActBar>
        <ReasonButton keyHint="Esc" onClick={no} data-testid="not-printed">
          没有打印
        </ReasonButton>
        <ReasonButton ref={yes} kind="primary" keyHint="回车" onClick={() => onAnswer(true)} data-testid="printed">
          已打印
        </ReasonButton>
      </ActBar>
    </Dialog>
  );
}
