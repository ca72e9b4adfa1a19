import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { isSignature, type Ink } from '../../../shared/template/sign-place.ts';
import { now } from '../../data/clock.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { pdfFaultSentence, type PdfSource } from '../pdf/pdf-engine.ts';
import { useDrawn } from '../pdf/use-drawn.ts';
import { usePdf, useWidth } from '../pdf/use-pdf.ts';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import { useReadAloud, wordsOf } from './read-aloud.ts';
import { SignatureBox } from './signature-box.tsx';
import css from './signing.module.css';

/** A page that was shown, from 1, and when. */
export interface PageRead {
  page: number;
  at: string;
}

/** More than anybody turns; main takes no more. */
const MOST_READ = 500;

export interface SigningViewProps {
  /** The sheets as they stand; must stay the same while they are read. */
  source: PdfSource;
  name: string;
  /** As what they sign: 投诉人. */
  role: string;
  busy: boolean;
  error: unknown;
  /** Where the person is, for who sits beside. */
  onProgress?: (words: string) => void;
  onConfirm: (ink: Ink, read: PageRead[]) => void;
}

/** What somebody who signs on a screen has before them: the paper in large type, then the box to sign in. */
export function SigningView({ source, name, role, busy, error, onProgress, onConfirm }: SigningViewProps) {
  const { shown, fault } = usePdf(source);
  const [page, setPage] = useState(0);
  const [farthest, setFarthest] = useState(0);
  const [signs, setSigns] = useState(false);
  const read = useRef<PageRead[]>([]);
  const isRead = shown !== undefined && !signs;
  useEffect(() => {
    if (isRead && read.current.length < MOST_READ) read.current.push({ page: page + 1, at: now().toISOString() });
  }, [isRead, page]);
  const progress = shown === undefined ? '正在打开' : signs ? '已看完，正在签名' : pageWords(page, shown.pdf.numPages);
  const tell = useEffectEvent((words: string) => onProgress?.(words));
  useEffect(() => tell(progress), [progress]);
  const turn = (to: number): void => {
    setPage(to);
    setFarthest(Math.max(farthest, to));
  };
  if (fault !== undefined) return <Fault>{pdfFaultSentence(fault)}</Fault>;
  if (shown === undefined) return <div className={css.view} />;
  return (
    <div className={css.view} data-testid="signing-view">
      {signs ? (
        <Sign
          {...{ name, role, busy, error }}
          onBack={() => setSigns(false)}
          onConfirm={(ink) => onConfirm(ink, read.current)}
        />
      ) : (
        <Read pdf={shown.pdf} {...{ page, farthest }} onPage={turn} onSign={() => setSigns(true)} />
      )}
    </div>
  );
}

/** `page` from 0. */
const pageWords = (page: number, of: number): string => `第 ${page + 1} 页，共 ${of} 页`;

interface ReadProps {
  pdf: PDFDocumentProxy;
  /** From 0. */
  page: number;
  /** The last page that was turned to. */
  farthest: number;
  onPage: (page: number) => void;
  onSign: () => void;
}

/** One page at a time, as wide as the window. */
function Read({ pdf, page, farthest, onPage, onSign }: ReadProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const aloud = useReadAloud();
  const unread = farthest + 1 < pdf.numPages ? '请先翻到最后一页，看完再签。' : null;
  const turn = (to: number): void => {
    aloud.stop();
    place.current?.scrollTo(0, 0);
    onPage(to);
  };
  const readOut = (): void => void wordsOf(pdf, page + 1).then(aloud.read);
  return (
    <>
      <div ref={place} className={css.sheets} role="document" aria-label={`第${page + 1}页`} tabIndex={0}>
        {width > 0 && <LargePage pdf={pdf} number={page + 1} width={width} />}
      </div>
      <ActBar note={`${pageWords(page, pdf.numPages)}${unread === null ? '' : '，翻到最后一页再签'}`}>
        <ReasonButton reason={aloud.reason} data-testid="read-aloud" onClick={aloud.reading ? aloud.stop : readOut}>
          {aloud.reading ? '停止朗读' : '朗读本页'}
        </ReasonButton>
        <ReasonButton reason={page === 0 ? '这是第一页。' : null} onClick={() => turn(page - 1)}>
          上一页
        </ReasonButton>
        <ReasonButton
          reason={page + 1 === pdf.numPages ? '这是最后一页。' : null}
          data-testid="next-page"
          onClick={() => turn(page + 1)}
        >
          下一页
        </ReasonButton>
        <ReasonButton kind="primary" data-testid="to-sign" reason={unread} onClick={onSign}>
          看完了，去签名
        </ReasonButton>
      </ActBar>
    </>
  );
}

function LargePage({ pdf, number, width }: { pdf: PDFDocumentProxy; number: number; width: number }) {
  const holder = useRef<HTMLDivElement>(null);
  useDrawn(holder, { pdf, number, width });
  return <div ref={holder} className={css.page} style={{ width }} />;
}

type SignProps = Pick<SigningViewProps, 'name' | 'role' | 'busy' | 'error'> & {
  onBack: () => void;
  onConfirm: (ink: Ink) => void;
};

function Sign({ name, role, busy, error, onBack, onConfirm }: SignProps) {
  const [ink, setInk] = useState<Ink | null>(null);
  const empty = ink === null ? '请先在框里写下姓名。' : null;
  const small = ink !== null && !isSignature(ink) ? '签名太小，请按“重签”，在框里写大些。' : null;
  return (
    <>
      <div className={css.sign}>
        <p className={css.ask}>
          请{name}（{role}）在框里写下自己的姓名
        </p>
        <SignatureBox ink={ink} onInk={setInk} label={`${name}签名的框`} />
        <RefusalNote error={error} />
      </div>
      <ActBar note={empty ?? small ?? '签好后按“确认”'}>
        <ReasonButton onClick={onBack}>回去再看</ReasonButton>
        <ReasonButton reason={empty} data-testid="sign-anew" onClick={() => setInk(null)}>
          重签
        </ReasonButton>
        <ReasonButton
          kind="primary"
          data-testid="confirm-signature"
          reason={empty ?? small}
          busy={busy}
          onClick={() => ink !== null && onConfirm(ink)}
        >
          确认
        </ReasonButton>
      </ActBar>
    </>
  );
}
