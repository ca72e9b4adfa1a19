import { useMemo } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { PdfDialog } from '../../parts/pdf/pdf-dialog.tsx';
import css from './dialogs.module.css';

/** The frozen paper, page by page, and the way to the printer. */
export function PrintDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const source = useMemo(() => ({ url: byteRoutes.paperPdf.url({ paperId: paper.id }) }), [paper.id]);
  const hash = paper.sha256 !== null && (
    <span className={css.hash} title={paper.sha256}>
      SHA-256　{paper.sha256.slice(0, 16)}…
    </span>
  );
  return (
    <PdfDialog
      title={`${paper.name}　${paper.number ?? ''}`}
      source={source}
      label={paper.name}
      note={hash}
      onClose={onClose}
      data-testid="print-dialog"
    />
  );
}
