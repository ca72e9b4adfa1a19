import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { VolumePreview } from '../../parts/records/volume-preview.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { queries } from '../../data/queries.ts';
import css from './household-screen.module.css';

const openWords = (kind: TimelineEntry['kind']): string =>
  kind === '移送' ? '打开移送' : kind === '案卷' ? '打开案卷' : '到案件里看';

/** What one entry of the time line is about, beside the list. */
export function EntryPreview({
  entry,
  onOpen,
}: {
  entry: TimelineEntry | undefined;
  onOpen: (entry: TimelineEntry) => void;
}) {
  if (entry === undefined)
    return <EmptyState title="预览" why="在左边选一条记录，文书、证据、案卷的原样显示在这里。" />;
  const action = (
    <ReasonButton kind="quiet" onClick={() => onOpen(entry)}>
      {openWords(entry.kind)}
    </ReasonButton>
  );
  if (entry.paperId !== null || entry.exhibitId !== null)
    return <RecordPreview caseId={entry.caseId} paperId={entry.paperId} exhibitId={entry.exhibitId} action={action} />;
  if (entry.kind === '案卷') return <EntryVolume entry={entry} />;
  return (
    <section className={css.summary} aria-label="预览" data-pane>
      <h2>{entry.title}</h2>
      <p className="second">
        {entry.kind}　{dayWords(entry.at)}
      </p>
      {entry.detail !== '' && <p>{entry.kind === '移送' ? `纸上锚点　${entry.detail}` : entry.detail}</p>}
      <p>案号　{entry.caseNumber}</p>
      <p>
        <ReasonButton onClick={() => onOpen(entry)}>{openWords(entry.kind)}</ReasonButton>
      </p>
    </section>
  );
}

function EntryVolume({ entry: { caseId, volumeId } }: { entry: TimelineEntry }) {
  const volumes = useQuery(queries.archive.volumes.queryOptions({ input: { caseId } }));
  const navigate = useNavigate();
  const volume = volumes.data?.find(({ id }) => id === volumeId) ?? volumes.data?.at(-1);
  if (volume === undefined) return <RefusalNote error={volumes.error} />;
  return (
    <VolumePreview
      volume={volume}
      action={
        <ReasonButton kind="quiet" onClick={() => void navigate({ to: '/archive/$caseId', params: { caseId } })}>
          打开案卷
        </ReasonButton>
      }
    />
  );
}
