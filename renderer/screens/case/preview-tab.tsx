import { useCallback, useEffect, useState } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import type { PdfSource } from '../../parts/pdf/pdf-engine.ts';
import { warmPdfEngine } from '../../parts/pdf/pdf-engine.ts';
import { PdfView } from '../../parts/pdf/pdf-view.tsx';
import { fetchPreview } from '../../data/fetch-bytes.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { createPreviewer } from './paper-preview.ts';
import css from './side-panel.module.css';

/** The real PDF of the paper in hand, made anew while it is typed; an issued paper shows its frozen PDF. */
export function PreviewTab({ paper }: { paper: Paper | undefined }) {
  useEffect(() => void warmPdfEngine(), []);
  if (paper === undefined)
    return <EmptyState title="还没有打开文书" why="打开一份文书后，这里随填随显示它的成文样式，与打印出来的一致。" />;
  return paper.sha256 === null ? (
    <DraftPreview key={paper.id} paper={paper} />
  ) : (
    <FrozenPreview key={paper.id} paper={paper} />
  );
}

function FrozenPreview({ paper }: { paper: Paper }) {
  const [source] = useState<PdfSource>({ url: byteRoutes.paperPdf.url({ paperId: paper.id }) });
  return <PdfView source={source} label={paper.name} />;
}

interface Preview {
  source: PdfSource | null;
  fault: unknown;
}

function DraftPreview({ paper }: { paper: Paper }) {
  const [{ source, fault }, setPreview] = useState<Preview>({ source: null, fault: null });
  const [previewer] = useState(() =>
    createPreviewer<ArrayBuffer>({
      fetch: ({ paperId, values }) => fetchPreview(byteRoutes.paperPreview, { paperId }, { values }),
      onAnswer: (bytes) => setPreview({ source: { bytes }, fault: null }),
      onFault: (problem) => setPreview((before) => ({ ...before, fault: problem })),
      gatherMs: 15,
    }),
  );
  const { id, values } = paper;
  const marks = JSON.stringify([paper.signatures, paper.approvals]);
  useEffect(() => previewer.want({ paperId: id, values, marks }), [previewer, id, values, marks]);
  useEffect(() => () => previewer.stop(), [previewer]);
  const [shown, setShown] = useState(0);
  const onShown = useCallback(() => setShown((count) => count + 1), []);
  return (
    <div className={css.preview} data-testid="preview" data-shown={shown}>
      {fault !== null && <RefusalNote error={fault} />}
      {source !== null && <PdfView source={source} label={`${paper.name}预览`} onShown={onShown} />}
    </div>
  );
}
