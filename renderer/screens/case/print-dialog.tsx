import { useMemo } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { fileToPrint } from '../../../shared/procedure/copies.ts';
import { isOutToSign, livePrint } from '../../../shared/procedure/prints.ts';
import { api } from '../../data/api.ts';
import { PdfDialog } from '../../parts/pdf/pdf-dialog.tsx';
import css from './dialogs.module.css';
import { ownDialog } from './printers.tsx';
import { usePrinting } from './use-printing.tsx';

/** The frozen paper, or what was printed to be signed, page by page, and the way to the printer. */
export function PrintDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const print = isOutToSign(paper) ? livePrint(paper) : null;
  const printId = print?.id;
  const sha256 = fileToPrint(paper)?.sha256 ?? null;
  const source = useMemo(
    () => ({
      url:
        printId === undefined
          ? byteRoutes.paperPdf.url({ paperId: paper.id })
          : byteRoutes.printPdf.url({ paperId: paper.id, printId }),
    }),
    [paper.id, printId],
  );
  const { print: printing, question } = usePrinting<Paper>({
    caseId: paper.caseId,
    printer: ownDialog,
    sheets: () => [{ source, copies: 1, pages: [] }],
    how: () => ({}),
    // For whom the copy is, the window's own dialog does not ask.
    record: ({ id, caseId }, by) =>
      api.documents.printSet({ caseId, bothSides: false, items: [{ paperId: id, copies: ['一份'] }], ...by }),
  });
  const hash = sha256 !== null && (
    <span className={css.hash} title={sha256}>
      SHA-256　{sha256.slice(0, 16)}…
    </span>
  );
  return (
    <>
      <PdfDialog
        title={`${paper.name}　${paper.number ?? ''}${print === null ? '' : '　签字稿'}`}
        source={source}
        label={paper.name}
        note={hash}
        onPrint={() => printing.mutateAsync(paper)}
        onClose={onClose}
        data-testid="print-dialog"
      />
      {question}
    </>
  );
}
