import { memo, useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Fault } from '../../ui/fault.tsx';
import { drawPage, openPdf, pdfFaultSentence } from './pdf-engine.ts';
import type { PdfSource } from './pdf-engine.ts';
import css from './pdf-view.module.css';

interface Shown {
  pdf: PDFDocumentProxy;
  /** Height of the first page by its width; other pages take their own when they are drawn. */
  ratio: number;
}

interface PdfViewProps {
  source: PdfSource;
  /** What the PDF is, for screen readers. */
  label: string;
  /** 1 = as wide as the place it stands in. */
  zoom?: number;
  /** Told when the first page of a new source stands on the screen. */
  onShown?: () => void;
}

/**
 * Shows a PDF as it will be printed. A new `source` replaces the old one in place: scroll stays, nothing flickers,
 * and only the pages in sight are drawn.
 */
export function PdfView({ source, label, zoom = 1, onShown }: PdfViewProps) {
  const { shown, fault } = usePdf(source);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  if (fault !== undefined) return <Fault>{pdfFaultSentence(fault)}</Fault>;
  const pages = shown?.pdf.numPages ?? 0;
  return (
    <div className={css.scroll} role="document" aria-label={label} tabIndex={0} data-testid="pdf" data-pages={pages}>
      <div ref={place} className={css.pages}>
        {shown !== undefined &&
          width > 0 &&
          Array.from({ length: pages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={shown.pdf}
              number={index + 1}
              pages={pages}
              width={Math.floor(width * zoom)}
              ratio={shown.ratio}
              onDrawn={index === 0 ? onShown : undefined}
            />
          ))}
      </div>
    </div>
  );
}

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  pages: number;
  width: number;
  ratio: number;
  onDrawn: (() => void) | undefined;
}

const PdfPage = memo(({ pdf, number, pages, width, ratio, onDrawn }: PdfPageProps) => {
  const holder = useRef<HTMLDivElement>(null);
  const near = useNear(holder);
  useEffect(() => {
    if (!near) {
      // A dossier of hundreds of pages must not keep all its pictures.
      holder.current?.replaceChildren();
      return undefined;
    }
    const drawing = drawPage(pdf, number, width);
    void drawing.done.then((canvas) => {
      if (canvas === undefined || holder.current === null) return;
      holder.current.replaceChildren(canvas);
      onDrawn?.();
    });
    return drawing.giveUp;
  }, [pdf, number, width, near, onDrawn]);
  return (
    <div
      ref={holder}
      className={css.page}
      role="img"
      aria-label={`第${number}页，共${pages}页`}
      style={{ width, minHeight: Math.round(width * ratio) }}
    />
  );
});

/** Opens `source`; what was shown stays until the new one is ready, then it is closed. */
function usePdf(source: PdfSource): { shown: Shown | undefined; fault: unknown } {
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
      else setState({ shown: { pdf, ratio: height / width }, fault: undefined });
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

/** Width of the place in whole CSS pixels, 0 until it is known. */
function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

/** True while the element is in sight or within a page of it. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '60% 0px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
