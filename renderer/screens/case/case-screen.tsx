import { useParams, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { CaseAddress } from '../../parts/cases/case-address.ts';
import { useKey } from '../../ui/keys.ts';
import { useNarrow, useRoomy } from '../../ui/measures.ts';
import { Icon } from '../../ui/icon.tsx';
import { Splitter, type SplitterPane } from '../../ui/splitter.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { CaseHeader } from './case-header.tsx';
import css from './case-screen.module.css';
import type { CaseView } from './case-view.ts';
import { nextPlace, placeInAddress } from './next-place.ts';
import type { Place } from './next-place.ts';
import { PaperPane } from './paper-pane.tsx';
import { ProcedurePath } from './procedure-path.tsx';
import { SidePanel } from './side-panel.tsx';
import { StageStrip } from './stage-strip.tsx';
import { CaseHome } from './step-card.tsx';
import { CalmCaseContext, CaseWorkContext, useLoadCase } from './use-case-work.ts';
import type { CaseWork } from './use-case-work.ts';
import { type Pane, useWorkspace, WorkspaceContext } from './use-workspace.ts';
import { useGoToNext } from './use-go-to-next.ts';
import { useWorkspaceState } from './use-workspace-state.ts';

/** The workspace of one case: the procedure, the paper in hand, its live page and everything round it. */
export function CaseScreen() {
  const { id } = useParams({ from: '/cases/$id' });
  return <LoadedCase key={id} caseId={id} />;
}

function LoadedCase({ caseId }: { caseId: string }) {
  const { work, calm, error } = useLoadCase(caseId);
  if (work === null || calm === null)
    return (
      <div className={css.loading}>
        <RefusalNote error={error} />
      </div>
    );
  return (
    <CaseWorkContext value={work}>
      <CalmCaseContext value={calm}>
        <CaseWorkspace work={work} />
      </CalmCaseContext>
    </CaseWorkContext>
  );
}

function CaseWorkspace({ work }: { work: CaseWork }) {
  const { workspace, error, forget } = useWorkspaceState(work);
  const search = useSearch({ from: '/cases/$id' });
  const narrow = useNarrow();
  const { file, input, byPaper } = work;
  const { paperId } = workspace;
  const paper = file.papers.find((candidate) => candidate.id === paperId);
  const template = paper === undefined ? undefined : input.templates.get(paper.templateId);
  const draft = paper === undefined ? undefined : byPaper.get(paper.id);
  useFirstPlace(work, workspace, search);
  return (
    <WorkspaceContext value={workspace}>
      <WorkspaceKeys begins={search.begin === true} />
      <div className={css.screen} data-ready="case">
        <CaseHeader />
        {!narrow && <StageStrip />}
        <RefusalNote error={error} onClose={forget} />
        <Panes view={paper === undefined ? 'fill' : workspace.view} isIssued={paper?.status === 'issued'}>
          <>
            {narrow && <StageStrip />}
            <Path />
          </>
          {paper !== undefined && template !== undefined && draft !== undefined ? (
            <PaperPane key={paper.id} paper={paper} template={template} draft={draft} />
          ) : (
            <CaseHome />
          )}
          <SidePanel paper={paper} />
        </Panes>
      </div>
    </WorkspaceContext>
  );
}

/** The three panes: side by side, or in a narrow window one at a time. What they hold stays as it is when the window grows narrow. */
function Panes({
  children: [path, paper, side],
  ...layout
}: Omit<PanesInRowProps, 'homes'> & { children: [ReactNode, ReactNode, ReactNode] }) {
  const [homes] = useState(() => ({ path: createHome(), paper: createHome(), side: createHome() }));
  return (
    <>
      {useNarrow() ? <OnePane homes={homes} /> : <PanesInRow homes={homes} {...layout} />}
      {createPortal(path, homes.path)}
      {createPortal(paper, homes.paper)}
      {createPortal(side, homes.side)}
    </>
  );
}

type Homes = Readonly<Record<Pane, HTMLElement>>;

/** Where a pane is drawn, wherever on the screen that stands: an open dialog of it keeps what was typed. */
function createHome(): HTMLElement {
  const home = document.createElement('div');
  home.className = css.home ?? '';
  return home;
}

const PaneSlot = ({ home, hidden = false }: { home: HTMLElement; hidden?: boolean }) => {
  const take = useCallback(
    (slot: HTMLElement | null) => {
      slot?.append(home);
      for (const [part, top] of scrolled.get(home) ?? []) part.scrollTop = top;
      // An element that is moved or hidden forgets how far it was scrolled.
      return () => {
        if (home.checkVisibility()) scrolled.set(home, scrollOf(home));
      };
    },
    [home],
  );
  return <div ref={take} hidden={hidden} className={css.slot} />;
};

type Scroll = readonly (readonly [part: Element, top: number])[];
const scrolled = new WeakMap<HTMLElement, Scroll>();
const scrollOf = (home: HTMLElement): Scroll =>
  [home, ...home.querySelectorAll('*')]
    .filter((part) => part.scrollTop > 0)
    .map((part) => [part, part.scrollTop] as const);

type Shares = Readonly<{ path?: `${number}%`; paper?: `${number}%` }>;

/**
 * What each view shows beside the page, and how much of the width it takes; the page has what is left. Of a window of 1366 the steps have
 * 236 px and the page 612; in one of 1920 the form has 720. An issued paper needs no form, but 320 px for its facts.
 */
function sharesOf(view: CaseView, { isIssued, isRoomy }: { isIssued: boolean; isRoomy: boolean }): Shares {
  if (view === 'proof') return {};
  if (view === 'compare') return { paper: isIssued ? '25%' : isRoomy ? '39%' : '32.6%' };
  const path = isRoomy ? '14.3%' : '18.2%';
  return { path, paper: isIssued ? (isRoomy ? '17.4%' : '24.8%') : isRoomy ? '39%' : '34.4%' };
}

interface PanesInRowProps {
  homes: Homes;
  view: CaseView;
  isIssued: boolean;
}

function PanesInRow({ homes, view, isIssued }: PanesInRowProps) {
  const { showView } = useWorkspace();
  const isRoomy = useRoomy();
  const { path, paper } = sharesOf(view, { isIssued, isRoomy });
  const panes: SplitterPane[] = [
    ...(path === undefined
      ? []
      : [{ id: 'path', share: path, least: 210, most: '34%' as const, children: <PaneSlot home={homes.path} /> }]),
    ...(paper === undefined
      ? []
      : [
          {
            id: 'paper',
            share: paper,
            least: 300,
            ...(path !== undefined && { handle: '步骤栏的宽度' }),
            children: <PaneSlot home={homes.paper} />,
          },
        ]),
    {
      id: 'side',
      least: 300,
      ...(paper !== undefined && { handle: '成文和材料的宽度' }),
      children: <PaneSlot home={homes.side} />,
    },
  ];
  return (
    <div className={css.row}>
      {path === undefined && (
        <button type="button" className={css.folded} data-testid="unfold-path" onClick={() => showView('fill')}>
          <Icon name="after" />
          步骤
        </button>
      )}
      <Splitter key={`${view} ${isIssued} ${isRoomy}`} className={css.panes} panes={panes} />
    </div>
  );
}

const PANE_NAMES = { path: '步骤', paper: '填写', side: '成文和材料' } as const;
const PANES = ['path', 'paper', 'side'] as const;

function OnePane({ homes }: { homes: Homes }) {
  const { pane, showPane } = useWorkspace();
  return (
    <Tabs selected={pane} onSelect={showPane}>
      <TabRow label="看本案的哪一部分" tabs={PANES.map((key) => ({ key, label: PANE_NAMES[key] }))} />
      <TabPanel tab={pane} className={css.onePane}>
        {PANES.map((key) => (
          <PaneSlot key={key} home={homes[key]} hidden={key !== pane} />
        ))}
      </TabPanel>
    </Tabs>
  );
}

/** Draws only when the judged case changes, not with every letter. */
const Path = memo(ProcedurePath);

/** The keys of the whole workspace; an address that begins a step does what F2 does. */
function WorkspaceKeys({ begins }: { begins: boolean }) {
  const goToNext = useGoToNext();
  useKey('F2', goToNext, { hint: '下一处缺项' });
  const begin = useEffectEvent(goToNext);
  useEffect(() => {
    if (begins) begin();
  }, [begins]);
  return null;
}

/** A case opens where the address says, else at the paper that was written last, else where it goes on; it also goes where a later address says. */
function useFirstPlace(work: CaseWork, workspace: ReturnType<typeof useWorkspace>, search: CaseAddress): void {
  const named = useMemo(() => placeInAddress(search), [search]);
  const goFirst = useEffectEvent((place: Place | null, isFirst: boolean) => {
    if (search.begin === true) return undefined;
    if (place !== null) return workspace.go(place);
    if (!isFirst) return undefined;
    const { file, input } = work;
    const paper = file.papers.find((candidate) => candidate.id === search.paper);
    if (paper !== undefined) return workspace.goOn(paper.id);
    const unfinished = file.papers
      .filter((candidate) => candidate.status !== 'issued' && candidate.status !== 'void')
      .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
    const next = nextPlace(input, { paperId: null, field: null });
    const newest = next === null ? file.papers.findLast((candidate) => candidate.status !== 'void') : undefined;
    const first = unfinished?.id ?? next?.paperId ?? newest?.id;
    if (first !== undefined) return workspace.goOn(first);
    return workspace.openStep(null);
  });
  const arrived = useRef(false);
  useEffect(() => {
    goFirst(named, !arrived.current);
    arrived.current = true;
  }, [named]);
}
