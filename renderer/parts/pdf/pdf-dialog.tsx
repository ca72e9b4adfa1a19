import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fault } from '../../ui/fault.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './pdf-dialog.module.css';
import { pdfFaultSentence, type PdfSource } from './pdf-engine.ts';
import { PdfView } from './pdf-view.tsx';
import { printPdf } from './print-pdf.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ActBar } from '../../ui/act-bar.tsx';

export interface PdfDialogProps {
  title: ReactNode;
  /** Must stay the same while the dialog is up. */
  source: PdfSource;
  /** What the pages show, for screen readers. */
  label: string;
  /** Beside the buttons. */
  note?: ReactNode;
  /** Prints it where that is put on record. */
  onPrint?: () => Promise<unknown>;
  onClose: () => void;
  'data-testid'?: string;
}

/** Pages as they will come out of the printer, and the way to it. */
export function PdfDialog({ title, source, label, note, onPrint, onClose, ...rest }: PdfDialogProps) {
  const print = useMutation({ mutationFn: onPrint ?? (() => printPdf(source)) });
  return (
    <Dialog title={title} onClose={onClose} width={920} {...rest}>
      <div className={css.pages}>
        <PdfView source={source} label={label} />
      </div>
      {print.error !== null && <Fault>{pdfFaultSentence(print.error)}</Fault>}
      <ActBar>
        {note}
        <ReasonButton onClick={onClose}>关闭</ReasonButton>
        <ReasonButton kind="primary" autoFocus busy={print.isPending} onClick={() => print.mutate()}>
          打印
        </ReasonButton>
      </ActBar>
    </Dialog>
  );
}
