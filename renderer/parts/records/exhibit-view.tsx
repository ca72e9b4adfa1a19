import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Exhibit } from '../../../shared/case-file.ts';
import { holdsWords } from '../../../shared/file-content/word-kinds.ts';
import { kindWords } from '../../../shared/file-content/kind-words.ts';
import { useKey } from '../../ui/keys.ts';
import { PdfView } from '../pdf/pdf-view.tsx';
import { fetchBytes } from '../../data/fetch-bytes.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './exhibit-view.module.css';

type Shown = 'image' | 'pdf' | 'video' | 'audio' | 'text' | 'words' | 'other';

/** How an exhibit can be shown in the page, by its true content type. */
export function shownAs(mime: string): Shown {
  if (/^image\/(jpeg|png|webp|gif|bmp|avif)$/.test(mime)) return 'image';
  if (mime === 'application/pdf') return 'pdf';
  if (mime.startsWith('video/')) return 'video';
  if (mime.startsWith('audio/')) return 'audio';
  if (holdsWords(mime)) return 'words';
  return mime === 'text/plain' ? 'text' : 'other';
}

/** The sealed original, decrypted on the fly. A damaged one says so and is never shown as if it were whole. */
export function ExhibitView({ exhibit }: { exhibit: Exhibit }) {
  if (exhibit.damage !== null) {
    return (
      <div role="alert" className={css.damage} data-testid="damaged">
        <p>
          <strong>这件证据已损坏，不能作为原件使用。</strong>
        </p>
        <p>{exhibit.damage}</p>
        <p>请在“监督”中做一次验证，并从移交单位、原设备或者备份中重新取得。</p>
      </div>
    );
  }
  switch (shownAs(exhibit.mime)) {
    case 'image':
      return <ImageView exhibit={exhibit} />;
    case 'pdf':
      return <PdfExhibit exhibit={exhibit} />;
    case 'video':
    case 'audio':
      return <Player exhibit={exhibit} />;
    case 'text':
      return <TextView exhibit={exhibit} />;
    case 'words':
      return <WordsView exhibit={exhibit} />;
    case 'other':
      return (
        <p className={css.plain}>
          “{exhibit.fileName}”是{kindWords(exhibit)}
          ，已照原样加密收存。本系统不能显示这种文件：卷内以说明卡代替，移送时随原件一并提供。
        </p>
      );
  }
}

const address = (exhibit: Exhibit): string => byteRoutes.exhibit.url({ exhibitId: exhibit.id });

function PdfExhibit({ exhibit }: { exhibit: Exhibit }) {
  const source = useMemo(() => ({ url: address(exhibit) }), [exhibit]);
  return <PdfView source={source} label={exhibit.title} />;
}

const zooms = [1, 1.5, 2, 3, 4] as const;

function ImageView({ exhibit }: { exhibit: Exhibit }) {
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [broken, setBroken] = useState(false);
  const larger = (): void => setZoom(Math.min(zoom + 1, zooms.length - 1));
  const smaller = (): void => setZoom(Math.max(zoom - 1, 0));
  const turn = (): void => setTurns((turns + 1) % 4);
  if (broken)
    return (
      <p role="alert" className={css.plain}>
        这张图片没有显示出来。请关上再打开一次；仍不行的，请在“监督”中验证。
      </p>
    );
  return (
    <div className={css.image}>
      <div className={css.tools} role="toolbar" aria-label="看图">
        <ReasonButton kind="quiet" reason={zoom === zooms.length - 1 ? '已经是最大。' : null} onClick={larger}>
          放大
        </ReasonButton>
        <ReasonButton kind="quiet" reason={zoom === 0 ? '已经是整幅。' : null} onClick={smaller}>
          缩小
        </ReasonButton>
        <ReasonButton kind="quiet" onClick={turn}>
          右转
        </ReasonButton>
      </div>
      <div className={css.frame} tabIndex={0} aria-label={exhibit.title}>
        <img
          src={address(exhibit)}
          alt={exhibit.title}
          onError={() => setBroken(true)}
          style={{ width: `${(zooms[zoom] ?? 1) * 100}%`, rotate: `${turns * 90}deg` }}
        />
      </div>
    </div>
  );
}

function Player({ exhibit }: { exhibit: Exhibit }) {
  const [broken, setBroken] = useState(false);
  const [media, setMedia] = useState<HTMLMediaElement | null>(null);
  useKey('F7', media === null ? null : () => void (media.paused ? media.play() : media.pause()), {
    hint: '播放',
    everywhere: true,
  });
  const props = {
    ref: setMedia,
    src: address(exhibit),
    controls: true,
    preload: 'metadata',
    onError: () => setBroken(true),
  } as const;
  return (
    <div className={css.player}>
      {broken && (
        <p role="alert" className={css.plain}>
          这段{exhibit.mime.startsWith('video/') ? '录像' : '录音'}
          放不出来：本机不能解码，或者文件没有通过完整性核对。原件仍照原样收存，请在“监督”中验证。
        </p>
      )}
      {exhibit.mime.startsWith('video/') ? (
        <video {...props} aria-label={exhibit.title} />
      ) : (
        <audio {...props} aria-label={exhibit.title} />
      )}
    </div>
  );
}

/** Of a kind of file the page cannot draw its words are shown, and said that they are no more than that. */
function WordsView({ exhibit }: { exhibit: Exhibit }) {
  return (
    <>
      <p className={css.plain}>
        “{exhibit.fileName}”是{kindWords(exhibit)}
        ，已照原样加密收存。这里只显示其中的文字，版式、印章和图片以原件为准；卷内以说明卡代替。
      </p>
      <TextView exhibit={exhibit} none="没有读出文字：可能是图片、设了密码或者已经损坏，请用原来的程序打开原件。" />
    </>
  );
}

function TextView({ exhibit, none = '' }: { exhibit: Exhibit; none?: string }) {
  const encoding: 'auto' | 'big5' = exhibit.encoding === 'Big5' ? 'big5' : 'auto';
  const text = useQuery({
    queryKey: ['exhibit-text', exhibit.id, encoding],
    queryFn: async () => (await fetchBytes(byteRoutes.exhibitText, { exhibitId: exhibit.id, encoding })).text(),
  });
  return (
    <>
      <RefusalNote error={text.error} />
      <pre className={css.text} tabIndex={0}>
        {text.data?.trim() === '' ? none : text.data}
      </pre>
    </>
  );
}
