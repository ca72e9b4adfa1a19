import { memo, useCallback, useEffect, useEffectEvent, useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Fault } from '../../ui/fault.tsx';
import { pdfFaultSentence } from './pdf-engine.ts';
import type { PdfSource } from './pdf-engine.ts';
import { fieldAt, nearestBox, usePageBoxes, type PageBox } from './page-boxes.ts';
import { PageThumbs } from './page-thumbs.tsx';
import { usePageInSight } from './use-page-in-sight.ts';
import { useDrawn } from './use-drawn.ts';
import { usePdf, useWidth } from './use-pdf.ts';
import css from './pdf-view.module.css';

/** As wide as the place it stands in, or a part of the size it has on paper. */
export type Zoom = 'width' | 1 | 1.5;

interface PdfViewProps {
  source: PdfSource;
  /** What the PDF is, for screen readers. */
  label: string;
  zoom?: Zoom;
  /** Told when the page that is looked at stands on the screen, of each new source. */
  onShown?: () => void;
  /** A word stamped on every page, e.g. 草稿; it is not printed. */
  stamp?: string;
  /** The field in hand, marked where the printer put a box round it. */
  field?: string | null;
  /** The keys of the fields in the order of the form: one without a box is looked for beside its neighbours. */
  fields?: readonly string[];
  /** A click on a field of the page. */
  onPick?: (field: string) => void;
  /** Small pictures of the pages at the left, to go to one. */
  thumbs?: boolean;
}

/**
 * Shows a PDF as it will be printed. A new `source` replaces the old one in place: scroll stays, nothing flickers,
 * and only the pages near the eye are drawn, the one that is looked at before the others.
 */
export function PdfView(props: PdfViewProps) {
  const {
    source,
    label,
    zoom = 'width',
    onShown,
    stamp,
    field = null,
    fields = noFields,
    onPick,
    thumbs = false,
  } = props;
  const { shown, fault } = usePdf(source);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { inSight, goTo } = usePageInSight(place);
  const [drawn, onDone] = useFirstDrawn(onShown);
  const boxes = usePageBoxes(drawn, onPick !== undefined);
  const inHand = useFieldInSight(place, field, fields, boxes);
  if (fault !== undefined) return <Fault>{pdfFaultSentence(fault)}</Fault>;
  const pages = shown?.pdf.numPages ?? 0;
  const first = Math.min(inHand ?? inSight, pages - 1);
  return (
    <div className={css.view}>
      {thumbs && shown !== undefined && pages > 1 && (
        <PageThumbs pdf={shown.pdf} ratio={shown.ratio} inSight={inSight} onGo={goTo} />
      )}
      <div
        ref={place}
        className={css.scroll}
        role="document"
        aria-label={label}
        tabIndex={0}
        data-testid="pdf"
        data-pages={pages}
      >
        <div className={css.pages}>
          {shown !== undefined &&
            width > 0 &&
            Array.from({ length: pages }, (_, index) => (
              <PdfPage
                key={index}
                pdf={shown.pdf}
                number={index + 1}
                pages={pages}
                width={zoom === 'width' ? width : Math.round(shown.trueWidth * zoom)}
                ratio={shown.ratio}
                mayDraw={index === first || drawn === shown.pdf}
                onDone={index === first ? onDone : undefined}
                stamp={stamp}
                boxes={boxes[index] ?? noBoxes}
                field={field}
                onPick={onPick}
              />
            ))}
        </div>
      </div>
    </div>
  );
}

const noBoxes: readonly PageBox[] = [];
const noFields: readonly string[] = [];

interface PdfPageProps extends Pick<PdfViewProps, 'stamp' | 'onPick'> {
  pdf: PDFDocumentProxy;
  number: number;
  pages: number;
  width: number;
  ratio: number;
  mayDraw: boolean;
  onDone: ((pdf: PDFDocumentProxy, isDrawn: boolean) => void) | undefined;
  boxes: readonly PageBox[];
  field: string | null;
}

const PdfPage = memo((props: PdfPageProps) => {
  const { number, pages, width, ratio, stamp, boxes, field, onPick } = props;
  const holder = useRef<HTMLDivElement>(null);
  useDrawn(holder, props);
  const pick = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): void => {
    const { left, top, width: wide, height } = currentTarget.getBoundingClientRect();
    const hit = fieldAt(boxes, (clientX - left) / wide, (clientY - top) / height);
    if (hit !== undefined) onPick?.(hit);
  };
  return (
    <div
      className={css.page}
      role="img"
      aria-label={`第${number}页，共${pages}页`}
      style={{ width, minHeight: Math.round(width * ratio) }}
      data-pick={boxes.length > 0 || undefined}
      onClick={pick}
    >
      <div ref={holder} />
      {boxes
        .filter((box) => box.field === field)
        .map(({ left, top, width: wide, height }) => (
          <div
            key={`${left} ${top}`}
            className={css.mark}
            data-mark={field}
            style={{
              left: `${left * 100}%`,
              top: `${top * 100}%`,
              width: `${wide * 100}%`,
              height: `${height * 100}%`,
            }}
          />
        ))}
      {stamp !== undefined && <span className={css.stamp}>{stamp}</span>}
    </div>
  );
});

/** The document whose first drawing is done: its boxes are read and its other pages drawn after it. */
function useFirstDrawn(
  onShown?: () => void,
): [PDFDocumentProxy | undefined, (pdf: PDFDocumentProxy, isDrawn: boolean) => void] {
  const [drawn, setDrawn] = useState<PDFDocumentProxy>();
  const onDone = useCallback(
    (pdf: PDFDocumentProxy, isDrawn: boolean) => {
      setDrawn(pdf);
      if (isDrawn) onShown?.();
    },
    [onShown],
  );
  return [drawn, onDone];
}

/**
 * Brings another field in hand to the eye, once, or what stands nearest to where it would be; what is read meanwhile is left alone.
 * Gives the page it stands on, from 0.
 */
function useFieldInSight(
  place: RefObject<HTMLElement | null>,
  field: string | null,
  fields: readonly string[],
  boxes: readonly (readonly PageBox[])[],
): number | undefined {
  const shown = field === null ? null : nearestBox(boxes, fields, field);
  const bring = useEffectEvent((page: number, key: string) => {
    const sheet = place.current?.querySelectorAll<HTMLElement>('[role=img]')[page];
    const box = boxes[page]?.find((candidate) => candidate.field === key);
    if (sheet === undefined || box === undefined) return;
    const spot = document.createElement('div');
    Object.assign(spot.style, { position: 'absolute', top: `${box.top * 100}%`, height: `${box.height * 100}%` });
    sheet.append(spot);
    spot.scrollIntoView({ block: 'nearest' });
    spot.remove();
  });
  const [onPage, named] = [shown?.page ?? 0, shown?.field ?? null];
  useEffect(() => {
    if (named !== null) bring(onPage, named);
  }, [onPage, named]);
  return shown?.page;
}
