import { useRef, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Exhibit } from '../../../shared/case-file.ts';
import { lastReturn } from '../../../shared/procedure/approvals.ts';
import { queries } from '../../data/queries.ts';
import { RecordPreview } from '../../parts/records/record-preview.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { ChangesView } from './changes-view.tsx';
import css from './desk.module.css';
import type { DeskMatter } from '../../parts/verdict/use-desk-matter.ts';

/** What the document pane shows: the paper itself, what changed in it, the evidence, or one other record of the case. */
export type DeskView = 'paper' | 'changes' | 'exhibits' | `paper ${string}` | `exhibit ${string}`;

interface DeskDocumentProps {
  matter: DeskMatter;
  view: DeskView;
  onView: (view: DeskView) => void;
  /** The first page of the paper stands on the screen. */
  onShown: () => void;
  /** A click on a field of the paper. */
  onPick: (field: string) => void;
}

/** The document in the middle, as wide as its pane; the page keys turn it wherever the caret stands. */
export function DeskDocument(props: DeskDocumentProps) {
  const { matter, view, onView } = props;
  const pane = useRef<HTMLDivElement>(null);
  usePageKeys(pane);
  const [kind, id] = view.split(' ');
  const back = (): void => onView('paper');
  useKey('Esc', id === undefined ? null : back, { hint: '回到审批的文书' });
  return (
    <div ref={pane} className={css.pane}>
      {id === undefined ? (
        <OwnPages {...props} />
      ) : (
        <RecordPreview
          caseId={matter.file.case.id}
          paperId={kind === 'paper' ? id : null}
          exhibitId={kind === 'exhibit' ? id : null}
          action={
            <ReasonButton keyHint="Esc" onClick={back}>
              回到《{matter.paper.name}》
            </ReasonButton>
          }
        />
      )}
    </div>
  );
}

/** A little of the page before stays in sight. */
const PAGE_SHARE = 0.9;

/** PgUp and PgDn turn the pages, Ctrl+End goes to the last one, where the opinions stand. */
function usePageKeys(pane: RefObject<HTMLElement | null>): void {
  const scroll = (pages: number): void => {
    const place = pane.current?.querySelector('[data-testid=pdf]');
    place?.scrollBy({ top: pages * place.clientHeight * PAGE_SHARE });
  };
  useKey('PageDown', () => scroll(1), { hint: '翻页', first: true });
  useKey('PageUp', () => scroll(-1), { first: true });
  useKey('Ctrl+End', () => scroll(Number.MAX_SAFE_INTEGER), { first: true });
}

/** The paper itself, what changed in it, and the evidence. */
function OwnPages({ matter, view, onView, onShown, onPick }: DeskDocumentProps) {
  const { paper, file } = matter;
  const hasReturned = lastReturn(paper.approvals) !== undefined;
  const changes = useQuery({
    ...queries.documents.changesSinceReturn.queryOptions({ input: { paperId: paper.id } }),
    enabled: hasReturned,
  });
  const tabs = [
    { key: 'paper', label: '成文' },
    ...(hasReturned ? [{ key: 'changes', label: '对照上次退回', count: changes.data?.length ?? 0 }] : []),
    { key: 'exhibits', label: '证据', count: file.exhibits.length },
  ];
  return (
    <Tabs selected={view} onSelect={(key) => onView(key as DeskView)} className={css.tabs}>
      <TabRow label="看什么" tabs={tabs} />
      <TabPanel tab={view} className={css.panel}>
        {view === 'paper' && (
          <RecordPreview caseId={file.case.id} paperId={paper.id} exhibitId={null} onShown={onShown} onPick={onPick} />
        )}
        {view === 'changes' && <ChangesView matter={matter} changes={changes.data} error={changes.error} />}
        {view === 'exhibits' && (
          <Exhibits exhibits={file.exhibits} onOpen={(exhibitId) => onView(`exhibit ${exhibitId}`)} />
        )}
      </TabPanel>
    </Tabs>
  );
}

function Exhibits({ exhibits, onOpen }: { exhibits: readonly Exhibit[]; onOpen: (exhibitId: string) => void }) {
  if (exhibits.length === 0) return <p className={css.nothing}>本案还没有收存证据。</p>;
  return (
    <ul className={css.exhibits}>
      {exhibits.map(({ id, title, kind, proves }) => (
        <li key={id}>
          <Icon name="picture" />
          <ReasonButton kind="quiet" onClick={() => onOpen(id)}>
            {title}
          </ReasonButton>
          <span className="second">
            {kind}
            {proves === '' ? '' : `　证明${proves}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
