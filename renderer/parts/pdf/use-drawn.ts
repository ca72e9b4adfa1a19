import { useEffect, useState, type RefObject } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { drawPage } from './pdf-engine.ts';

interface DrawnPage {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  /** In CSS pixels. */
  width: number;
  onDrawn?: (() => void) | undefined;
}

/** Draws the page while it is near, and again when its source or its width changes. */
export function useDrawn(holder: RefObject<HTMLDivElement | null>, { pdf, number, width, onDrawn }: DrawnPage): void {
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
  }, [holder, pdf, number, width, near, onDrawn]);
}

/** True while the element is in sight or within a page of it. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
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
