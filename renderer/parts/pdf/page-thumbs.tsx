import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import css from './pdf-view.module.css';
import { useDrawn } from './use-drawn.ts';

/** In CSS pixels. */
const WIDTH = 96;

interface PageThumbsProps {
  pdf: PDFDocumentProxy;
  /** Height of a page by its width. */
  ratio: number;
  /** The page that is read, from 0. */
  inSight: number;
  onGo: (page: number) => void;
}

/** The pages as small pictures: one stop of Tab, ↑ and ↓ turn them, Home and End go to the first and the last. */
export function PageThumbs({ pdf, ratio, inSight, onGo }: PageThumbsProps) {
  const list = useRef<HTMLDivElement>(null);
  const last = pdf.numPages - 1;
  useEffect(() => {
    list.current?.children[inSight]?.scrollIntoView({ block: 'nearest' });
  }, [inSight]);
  const turn = (event: KeyboardEvent): void => {
    const to = { ArrowUp: inSight - 1, ArrowDown: inSight + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    onGo(Math.max(0, Math.min(to, last)));
  };
  return (
    <div
      ref={list}
      className={css.thumbs}
      role="listbox"
      aria-label="页"
      aria-activedescendant={`thumb-${inSight}`}
      tabIndex={0}
      data-pane
      data-testid="page-thumbs"
      onKeyDown={turn}
    >
      {Array.from({ length: pdf.numPages }, (_, page) => (
        <Thumb key={page} pdf={pdf} ratio={ratio} page={page} isInSight={page === inSight} onGo={onGo} />
      ))}
    </div>
  );
}

interface ThumbProps extends Omit<PageThumbsProps, 'inSight'> {
  page: number;
  isInSight: boolean;
}

function Thumb({ pdf, ratio, page, isInSight, onGo }: ThumbProps) {
  const holder = useRef<HTMLDivElement>(null);
  useDrawn(holder, { pdf, number: page + 1, width: WIDTH });
  return (
    <div
      id={`thumb-${page}`}
      className={css.thumb}
      role="option"
      aria-selected={isInSight}
      aria-label={`第${page + 1}页`}
      onClick={() => onGo(page)}
    >
      <div ref={holder} className={css.sheet} style={{ width: WIDTH, minHeight: Math.round(WIDTH * ratio) }} />
      <span aria-hidden>{page + 1}</span>
    </div>
  );
}
