import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { viewOf } from '../../ui/measures.ts';
import { drawPage } from './pdf-engine.ts';

interface DrawnPage {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  /** In CSS pixels. */
  width: number;
  /** Until then what was drawn before stays. */
  mayDraw?: boolean;
  /** Told whether there is a picture: what waits for this page goes on also where it is out of sight or cannot be drawn. */
  onDone?: ((pdf: PDFDocumentProxy, isDrawn: boolean) => void) | undefined;
}

/** Draws the page while it is near, and again when its source or its width changes. */
export function useDrawn(
  holder: RefObject<HTMLDivElement | null>,
  { pdf, number, width, mayDraw = true, onDone }: DrawnPage,
): void {
  const near = useNear(holder);
  const tell = useEffectEvent((isDrawn: boolean) => onDone?.(pdf, isDrawn));
  useEffect(() => {
    if (!near) {
      // A dossier of hundreds of pages must not keep all its pictures.
      holder.current?.replaceChildren();
      tell(false);
      return undefined;
    }
    if (!mayDraw) return undefined;
    const drawing = drawPage(pdf, number, width);
    let isGone = false;
    void drawing.done.then((canvas) => {
      if (isGone) return;
      if (canvas !== undefined) holder.current?.replaceChildren(canvas);
      tell(canvas !== undefined);
    });
    return () => {
      isGone = true;
      drawing.giveUp();
    };
  }, [holder, pdf, number, width, near, mayDraw]);
}

/** True while the element is in sight or within a page of it. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new (viewOf(element.current).IntersectionObserver)(
      ([entry]) => setNear(entry?.isIntersecting ?? false),
      {
        rootMargin: '60% 0px',
      },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
