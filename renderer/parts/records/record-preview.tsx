import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { byteRoutes } from '../../../shared/contract/bytes.ts';
import type { Exhibit, Paper } from '../../../shared/case-file.ts';
import { queries } from '../../data/queries.ts';
import { ExhibitView } from './exhibit-view.tsx';
import { PdfView } from '../pdf/pdf-view.tsx';
import { fetchPreview } from '../../data/fetch-bytes.ts';
import { RefusalNote } from '../refusals/refusal-note.tsx';
import css from './record-preview.module.css';

export interface RecordPreviewProps {
  caseId: string;
  paperId: string | null;
  exhibitId: string | null;
  /** Beside the title, e.g. a button that opens the case. */
  action?: ReactNode;
  /** Told when the first page of a paper stands on the screen. */
  onShown?: () => void;
  /** A click on a field of the page of a paper that is not issued. */
  onPick?: (field: string) => void;
}

/** One paper or exhibit of a case as it is kept: the frozen PDF, the draft as it stands, or the sealed original. */
export function RecordPreview({ caseId, paperId, exhibitId, action, onShown, onPick }: RecordPreviewProps) {
  const opened = useQuery(queries.cases.open.queryOptions({ input: { caseId } }));
  const file = opened.data?.file;
  const exhibit = exhibitId === null ? undefined : file?.exhibits.find(({ id }) => id === exhibitId);
  const paper = exhibitId !== null || paperId === null ? undefined : file?.papers.find(({ id }) => id === paperId);
  return (
    <section className={css.preview} aria-label="预览" data-testid="record-preview" data-pane>
      <header className={css.head}>
        <h2 className={css.title}>
          {exhibit?.title ?? paper?.name ?? '预览'}
          <span className={css.note}>　{exhibit === undefined ? paperNote(paper) : exhibitNote(exhibit)}</span>
        </h2>
        {action}
      </header>
      <div className={css.body}>
        <RefusalNote error={opened.error} />
        {exhibit !== undefined && <ExhibitView key={exhibit.id} exhibit={exhibit} />}
        {paper !== undefined && <PaperPages key={paper.id} paper={paper} onShown={onShown} onPick={onPick} />}
        {file !== undefined && exhibit === undefined && paper === undefined && (
          <p className={css.plain}>这一项没有可显示的内容。</p>
        )}
      </div>
    </section>
  );
}

/** The pages of a paper: the frozen PDF, or a draft as it stands. */
export const PaperPages = ({ paper, ...told }: PaperView) =>
  paper.sha256 === null ? <Draft paper={paper} {...told} /> : <Frozen paper={paper} onShown={told.onShown} />;

const paperNote = (paper: Paper | undefined): string => {
  if (paper === undefined) return '';
  if (paper.status === 'void') return '已作废';
  return paper.status === 'issued' ? (paper.number ?? '') : '未出具';
};

const exhibitNote = ({ kind, withdrawnReason }: Exhibit): string => (withdrawnReason === null ? kind : '已撤下');

interface PaperView {
  paper: Paper;
  onShown?: (() => void) | undefined;
  onPick?: ((field: string) => void) | undefined;
}

function Frozen({ paper, onShown }: Omit<PaperView, 'onPick'>) {
  const source = useMemo(() => ({ url: byteRoutes.paperPdf.url({ paperId: paper.id }) }), [paper.id]);
  return <PdfView source={source} label={paper.name} {...(onShown && { onShown })} />;
}

/** A paper that is not issued has no frozen PDF: main prints it as it stands. */
function Draft({ paper, onShown, onPick }: PaperView) {
  const { id, values, version } = paper;
  const printed = useQuery({
    queryKey: ['draft-preview', id, version],
    queryFn: () => fetchPreview(byteRoutes.paperPreview, { paperId: id }, { values }),
    gcTime: 0,
  });
  // The viewer takes the bytes away from whoever hands them over.
  const source = useMemo(() => (printed.data === undefined ? null : { bytes: printed.data.slice(0) }), [printed.data]);
  return (
    <div>
      <RefusalNote error={printed.error} />
      {source !== null && (
        <PdfView
          source={source}
          label={`${paper.name}（未出具）`}
          {...(onShown && { onShown })}
          {...(onPick && { onPick })}
        />
      )}
    </div>
  );
}
