import { useEffect, useState, type RefObject } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { viewOf } from '../../ui/measures.ts';
import { openPdf, type PdfSource } from './pdf-engine.ts';

interface Shown {
  pdf: PDFDocumentProxy;
  /** Height of the first page by its width; other pages take their own when they are drawn. */
  ratio: number;
  /** Its width in CSS pixels at 100 %. */
  trueWidth: number;
}

/** Opens `source`; what was shown stays until the new one is ready, then it is closed. */
export function usePdf(source: PdfSource): { shown: Shown | undefined; fault: unknown } {
  const [state, setState] = useState<{ shown: Shown | undefined; fault: unknown }>({
    shown: undefined,
    fault: undefined,
  });
  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const pdf = await openPdf(source);
      const page = await pdf.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      if (gone) await pdf.loadingTask.destroy();
      else setState({ shown: { pdf, ratio: height / width, trueWidth: (width * 96) / 72 }, fault: undefined });
    };
    open().catch((fault: unknown) => {
      if (!gone) setState({ shown: undefined, fault });
    });
    return () => {
      gone = true;
    };
  }, [source]);
  const { shown } = state;
  useEffect(() => () => void shown?.pdf.loadingTask.destroy(), [shown]);
  return state;
}

/** Width inside the place in whole CSS pixels, 0 until it is known. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new (viewOf(place.current).ResizeObserver)(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
