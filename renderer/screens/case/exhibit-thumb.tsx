import { useEffect, useRef } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Exhibit } from '../../../shared/case-file.ts';
import { shownAs } from '../../parts/records/exhibit-view.tsx';
import { drawPage, openPdf } from '../../parts/pdf/pdf-engine.ts';
import css from './exhibits.module.css';

/** Small picture of an exhibit: main's thumbnail, else the first page or frame, else what it is in words. */
export function ExhibitThumb({ exhibit }: { exhibit: Exhibit }) {
  if (exhibit.damage !== null) return <div className={css.thumbDamage}>已损坏</div>;
  if (exhibit.hasThumbnail)
    return (
      <img
        className={css.thumb}
        src={byteRoutes.exhibitThumbnail.url({ exhibitId: exhibit.id })}
        alt=""
        loading="lazy"
      />
    );
  switch (shownAs(exhibit.mime)) {
    case 'pdf':
      return <PdfThumb id={exhibit.id} />;
    // The time in the address makes the player stand at a frame instead of a black start.
    case 'video':
      return (
        <video
          className={css.thumb}
          src={`${byteRoutes.exhibit.url({ exhibitId: exhibit.id })}#t=0.5`}
          preload="metadata"
          muted
          tabIndex={-1}
          aria-hidden
        />
      );
    case 'audio':
      return <div className={css.thumbWords}>录音</div>;
    default:
      return <div className={css.thumbWords}>{exhibit.fileName.split('.').at(-1)?.toUpperCase()}</div>;
  }
}

const thumbWidth = 150;

function PdfThumb({ id }: { id: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    const draw = async (): Promise<void> => {
      const pdf = await openPdf({ url: byteRoutes.exhibit.url({ exhibitId: id }) });
      const canvas = await drawPage(pdf, 1, thumbWidth).done;
      if (canvas !== undefined && !gone) holder.current?.replaceChildren(canvas);
      await pdf.loadingTask.destroy();
    };
    // A PDF that cannot be drawn small says why when it is opened.
    draw().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);
  return (
    <div ref={holder} className={css.thumb}>
      <div className={css.thumbWords}>PDF</div>
    </div>
  );
}
