import { useMutation } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Volume } from '../../../shared/case-file.ts';
import { dayWords } from '../days/day-words.ts';
import { printPdf } from '../pdf/print-pdf.ts';
import { PdfView } from '../pdf/pdf-view.tsx';
import { pdfFaultSentence } from '../pdf/pdf-engine.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './record-preview.module.css';

/** What a volume is called beside the others of its case. */
export const volumeWords = ({ part, supplementId }: Pick<Volume, 'part' | 'supplementId'>): string =>
  supplementId === null ? (part ?? '案卷') : '补充卷';

/** The dossier of a volume (案卷), page by page, and the way to the printer. */
export function VolumePreview({ volume, action }: { volume: Volume; action?: ReactNode }) {
  const source = useMemo(() => ({ url: byteRoutes.volumePdf.url({ volumeId: volume.id }) }), [volume.id]);
  const print = useMutation({ mutationFn: () => printPdf(source) });
  return (
    <section className={css.preview} aria-label="案卷" data-testid="volume-preview" data-pane>
      <header className={css.head}>
        <h2 className={css.title}>
          {volumeWords(volume)} {volume.archiveNo}
          <span className={css.note}>
            {'　'}
            {volume.items}件 {volume.pages}页　{dayWords(volume.filedAt)}归档
          </span>
        </h2>
        <span className={css.actions}>
          {action}
          <ReasonButton busy={print.isPending} onClick={() => print.mutate()} data-testid="print-volume">
            打印
          </ReasonButton>
        </span>
      </header>
      <div className={css.body}>
        {print.error !== null && (
          <p role="alert" className={css.plain}>
            {pdfFaultSentence(print.error)}
          </p>
        )}
        <PdfView source={source} label={`${volumeWords(volume)} ${volume.archiveNo}`} />
      </div>
    </section>
  );
}
