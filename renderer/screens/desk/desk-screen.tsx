import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Desk } from '../../../shared/contract/documents.ts';
import { useRight } from '../../data/rights.ts';
import { useSeat } from '../../data/seat.ts';
import { useSession } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Segments, segmentPane } from '../../ui/segments.tsx';
import { DeskDocument } from './desk-document.tsx';
import { DeskQueue, type DeskPaper } from './desk-queue.tsx';
import css from './desk.module.css';
import { useDeskMatter } from '../../parts/verdict/use-desk-matter.ts';
import { useOpinionText, useQuote } from '../../parts/verdict/use-opinion-text.ts';
import { useOpinions } from '../../parts/verdict/use-opinions.ts';
import { VerdictPanel } from './verdict-panel.tsx';

/** 审批: what waits for my opinion, one after the other (第十三条、第二十三条): queue, document, verdict. */
export function DeskScreen() {
  const notMine = useRight('documents.desk');
  const { paper: asked } = useSearch({ from: '/desk' });
  const desk = useQuery({ ...queries.documents.desk.queryOptions(), enabled: notMine === null, staleTime: 0 });
  // Who was sent to one paper is shown no other in its place while the queue is an old one.
  const isKnown = asked === undefined ? desk.isFetched : desk.isFetchedAfterMount;
  return (
    <div className={css.screen} data-ready={isKnown || notMine !== null ? 'desk' : undefined}>
      <RefusalNote error={desk.error} />
      {notMine !== null && (
        <>
          <ScreenHead title="审批" />
          <EmptyState title="审批不在您的岗位之内。" why={notMine} />
        </>
      )}
      {isKnown && desk.data !== undefined && <OpenDesk desk={desk.data} />}
    </div>
  );
}

type Shown = 'queue' | 'document' | 'verdict';

function OpenDesk({ desk }: { desk: Desk }) {
  const { paper: asked } = useSearch({ from: '/desk' });
  const [chosenId, choose] = useState<string | undefined>(asked);
  const [place, setPlace] = useState(0);
  const [shown, show] = useState<Shown>('document');
  const rows: readonly DeskPaper[] = [...desk.waiting, ...desk.given];
  const chosen = rows.findIndex(({ paperId }) => paperId === chosenId);
  // The one that took the place of what was signed; the last one's place is taken by the one before.
  const index = chosen >= 0 ? chosen : Math.max(0, Math.min(place, desk.waiting.length - 1));
  const row = desk.waiting.length === 0 && chosen < 0 ? undefined : rows[index];
  const go = (to: number): void => {
    const next = rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (next !== undefined) choose(next.paperId);
  };
  const opinions = useOpinions(
    () => {
      setPlace(index);
      choose(undefined);
    },
    (paperId) => choose(paperId),
  );
  const goBack = useWayBack();
  useKey('Alt+ArrowDown', rows.length > 1 ? () => go(index + 1) : null, { hint: '下一份' });
  useKey('Alt+ArrowUp', rows.length > 1 ? () => go(index - 1) : null);
  const note = <RefusalNote error={opinions.error} onClose={opinions.forget} />;
  return (
    <>
      <Segments
        label="看哪一部分"
        segments={[
          { key: 'queue', name: '待我审批', count: String(desk.waiting.length) },
          { key: 'document', name: '文书' },
          { key: 'verdict', name: '意见' },
        ]}
        shown={shown}
        onShow={show}
      />
      <div className={css.panes}>
        <div className={css.queue} {...segmentPane('queue', shown)}>
          {goBack !== null && row !== undefined && (
            <p className={css.back}>
              <BackToCase onGo={goBack} />
            </p>
          )}
          <DeskQueue desk={desk} chosen={row?.paperId} onChoose={choose} />
        </div>
        {row === undefined ? (
          <AllSigned given={desk.given.length} note={note} goBack={goBack} />
        ) : (
          <Matter key={row.paperId} row={row} desk={desk} shown={shown} opinions={opinions} />
        )}
      </div>
    </>
  );
}

/** Who came from a case to give an opinion on one paper of it goes back to it; null for who came otherwise. */
function useWayBack(): (() => void) | null {
  const { paper, back } = useSearch({ from: '/desk' });
  const navigate = useNavigate();
  const goBack =
    back === undefined ? null : () => void navigate({ to: '/cases/$id', params: { id: back }, search: { paper } });
  useKey('Alt+B', goBack, { hint: '回到案件' });
  return goBack;
}

const BackToCase = ({ onGo, autoFocus = false }: { onGo: () => void; autoFocus?: boolean }) => (
  <ReasonButton keyHint="Alt+B" data-testid="back-to-case" autoFocus={autoFocus} onClick={onGo}>
    回到案件
  </ReasonButton>
);

interface AllSignedProps {
  given: number;
  note: React.ReactNode;
  goBack: (() => void) | null;
}

const AllSigned = ({ given, note, goBack }: AllSignedProps) => (
  <div className={css.allSigned} data-pane tabIndex={-1}>
    {note}
    <EmptyState
      title={given === 0 ? '没有等您审批的文书。' : `都签完了。今天签了 ${given} 份。`}
      why="承办人送审的文书轮到您的岗位时，会出现在这里。"
      article={13}
    />
    {goBack !== null && <BackToCase autoFocus onGo={goBack} />}
    <GiveBack />
  </div>
);

/** Who signed all at the seat of somebody else has nothing to do there any more; the key itself is bound by the frame. */
function GiveBack() {
  const { lent } = useSession();
  const { giveBack, busy } = useSeat();
  return lent === null ? null : (
    <ReasonButton kind="primary" keyHint="Alt+B" autoFocus busy={busy} onClick={giveBack}>
      {`还给${lent.owner.name}`}
    </ReasonButton>
  );
}

interface MatterProps {
  row: DeskPaper;
  desk: Desk;
  shown: Shown;
  opinions: ReturnType<typeof useOpinions>;
}

function Matter({ row, desk, shown, opinions }: MatterProps) {
  const { matter, error } = useDeskMatter(row.caseId, row.paperId);
  const [isSeen, setSeen] = useState(false);
  const [view, setView] = useState<'paper' | 'changes' | 'exhibits' | `paper ${string}` | `exhibit ${string}`>('paper');
  const text = useOpinionText(row.paperId);
  const quote = useQuote(matter, text);
  return (
    <>
      <div className={css.document} onMouseDownCapture={quote.begin} {...segmentPane('document', shown)}>
        <RefusalNote error={error} />
        {matter !== null && (
          <DeskDocument
            matter={matter}
            view={view}
            onView={setView}
            onShown={() => setSeen(true)}
            onPick={quote.pick}
          />
        )}
      </div>
      <div className={css.verdict} {...segmentPane('verdict', shown)}>
        {matter !== null && (
          <VerdictPanel
            row={row}
            matter={matter}
            desk={desk}
            isSeen={isSeen}
            text={text}
            opinions={opinions}
            onView={setView}
          />
        )}
      </div>
    </>
  );
}
