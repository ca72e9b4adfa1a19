import { useCallback, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { isOutToSign, livePrint, sheetsAsTheyStand } from '../../../shared/procedure/prints.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { fetchPreview } from '../../data/fetch-bytes.ts';
import { warmPdfEngine, type PdfSource } from '../../parts/pdf/pdf-engine.ts';
import { PdfView, type Zoom } from '../../parts/pdf/pdf-view.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { zoomBy } from './page-tools.tsx';
import { createPreviewer } from './paper-preview.ts';
import css from './side-panel.module.css';
import { useCaseWork } from './use-case-work.ts';
import { useFieldInHand } from './use-field-in-hand.ts';
import { useWorkspace } from './use-workspace.ts';

interface PreviewTabProps {
  paper: Paper;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
}

/** The real PDF of the paper in hand, made anew while it is typed; an issued paper shows its frozen PDF. */
export function PreviewTab({ paper, zoom, onZoom }: PreviewTabProps) {
  useEffect(() => void warmPdfEngine(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onZoom(zoomBy(zoom, by === 1 ? 1 : -1));
  };
  return (
    <div className={css.page} onKeyDown={onKeyDown}>
      {paper.sha256 === null && !isOutToSign(paper) ? (
        <DraftPreview key={paper.id} paper={paper} zoom={zoom} />
      ) : (
        <FrozenPreview key={`${paper.id} ${sheetsOf(paper)}`} paper={paper} zoom={zoom} />
      )}
    </div>
  );
}

type PageProps = Pick<PreviewTabProps, 'paper' | 'zoom'>;

/** Whether the page stands alone: then its pages are turned by small pictures. */
const useThumbs = (): boolean => useWorkspace().view === 'proof';

/** What was issued or printed to be signed; the sheets as they came back, where they did, come first: they are the record. */
function FrozenPreview({ paper, zoom }: PageProps) {
  const print = livePrint(paper);
  const [signed, setSigned] = useState(true);
  const thumbs = useThumbs();
  const isSigned = signed && Boolean(print?.back);
  const source = useMemo<PdfSource>(() => ({ url: addressOf(paper, isSigned) }), [paper, isSigned]);
  return (
    <div className={css.preview}>
      {print?.back && (
        <div className={css.versions}>
          <ReasonButton kind="quiet" data-testid="signed-or-typed" onClick={() => setSigned(!signed)}>
            {isSigned ? '看成文' : '看签字件'}
          </ReasonButton>
          <span className="second">
            {isSigned
              ? `签字件，${print.back.pages} 页，${print.back.onScreen ? '屏上签名' : `${print.back.by}归入`}`
              : '成文，供查找和对照'}
          </span>
        </div>
      )}
      <PdfView source={source} label={isSigned ? `${paper.name}签字件` : paper.name} zoom={zoom} thumbs={thumbs} />
    </div>
  );
}

/** Which sheets are shown: each signature on a screen makes others. */
function sheetsOf(paper: Paper): string | undefined {
  const print = livePrint(paper);
  return print === null ? undefined : (print.back?.sha256 ?? sheetsAsTheyStand(print));
}

function addressOf(paper: Paper, isSigned: boolean): string {
  const printId = livePrint(paper)?.id;
  if (printId !== undefined && isSigned) return byteRoutes.signedPdf.url({ paperId: paper.id, printId });
  if (printId !== undefined && isOutToSign(paper)) return byteRoutes.printPdf.url({ paperId: paper.id, printId });
  return byteRoutes.paperPdf.url({ paperId: paper.id });
}

interface Preview {
  source: PdfSource | null;
  fault: unknown;
}

function DraftPreview({ paper, zoom }: PageProps) {
  const [{ source, fault }, setPreview] = useState<Preview>({ source: null, fault: null });
  const [previewer] = useState(() =>
    createPreviewer<ArrayBuffer>({
      fetch: ({ paperId, values }) => fetchPreview(byteRoutes.paperPreview, { paperId }, { values }),
      onAnswer: (bytes) => setPreview({ source: { bytes }, fault: null }),
      onFault: (problem) => setPreview((before) => ({ ...before, fault: problem })),
    }),
  );
  const { id, values } = paper;
  const marks = JSON.stringify([paper.signatures, paper.approvals]);
  useEffect(() => previewer.want({ paperId: id, values, marks }), [previewer, id, values, marks]);
  useEffect(() => () => previewer.stop(), [previewer]);
  const [shown, setShown] = useState(0);
  const onShown = useCallback(() => setShown((count) => count + 1), []);
  const { go } = useWorkspace();
  const onPick = useCallback((field: string) => go({ want: 'field', sentence: '', paperId: id, field }), [go, id]);
  const field = useFieldInHand(id);
  const fields = useFieldKeys(paper);
  const thumbs = useThumbs();
  return (
    <div className={css.preview} data-testid="preview" data-shown={shown}>
      {fault !== null && <RefusalNote error={fault} />}
      {source !== null && (
        <PdfView
          source={source}
          label={`${paper.name}预览`}
          zoom={zoom}
          onShown={onShown}
          stamp="草稿"
          field={field}
          fields={fields}
          thumbs={thumbs}
          onPick={onPick}
        />
      )}
    </div>
  );
}

/** The fields of a paper in the order of its form. */
function useFieldKeys({ templateId }: Paper): readonly string[] {
  const template = useCaseWork().input.templates.get(templateId);
  return useMemo(() => (template === undefined ? [] : fieldsOf(template).map(({ key }) => key)), [template]);
}
