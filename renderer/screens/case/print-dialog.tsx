import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { pdfFaultSentence } from '../../parts/pdf-engine.ts';
import { printPdf } from '../../parts/print-pdf.ts';
import { PdfView } from '../../parts/pdf-view.tsx';
import { ReasonButton } from '../../parts/reason-button.tsx';
import css from './dialogs.module.css';

/** The frozen paper, page by page, and the way to the printer. */
export function PrintDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const source = useMemo(() => ({ url: `/papers/${paper.id}/pdf` }), [paper.id]);
  const print = useMutation({ mutationFn: () => printPdf(source) });
  return (
    <Dialog title={`${paper.name}　${paper.number ?? ''}`} onClose={onClose} width={920} data-testid="print-dialog">
      <div className={css.print}><PdfView source={source} label={paper.name} /></div>
      {print.error !== null && <Alert type="error" role="alert" showIcon title={pdfFaultSentence(print.error)} />}
      <div className={css.foot}>
        {paper.sha256 !== null && <span className={css.hash} title={paper.sha256}>SHA-256　{paper.sha256.slice(0, 16)}…</span>}
        <ReasonButton onClick={onClose}>关闭</ReasonButton>
        <ReasonButton kind="primary" autoFocus busy={print.isPending} onClick={() => print.mutate()}>打印</ReasonButton>
      </div>
    </Dialog>
  );
}
