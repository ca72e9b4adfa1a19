import { useCallback, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../../ui/icon.tsx';
import { useNarrow, useRoomy } from '../../ui/measures.ts';
import { Splitter, type SplitterPane } from '../../ui/splitter.tsx';
import { TabPanel, TabRow, Tabs, type TabEntry } from '../../ui/tabs.tsx';
import css from './case-screen.module.css';
import type { CaseView } from './case-view.ts';
import { missingIn } from './next-place.ts';
import { useCalmCase } from './use-case-work.ts';
import { type Pane, useWorkspace } from './use-workspace.ts';

/** The three panes: side by side, or in a narrow window one at a time. What they hold stays as it is when the window grows narrow. */
export function Panes({
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

/** What a narrow window shows one of: the parts, and of the side the page and the rest by itself. */
type Segment = 'path' | 'paper' | 'page' | 'materials';

function OnePane({ homes }: { homes: Homes }) {
  const { pane, paperId, tab, showPane, showTab } = useWorkspace();
  const { guide, file, input } = useCalmCase();
  const required = guide.filter((step) => step.required);
  const paper = file.papers.find(({ id }) => id === paperId);
  const missing = paper?.status === 'draft' ? missingIn(input, paper).length : 0;
  const segments: TabEntry<Segment>[] = [
    { key: 'path', label: `步骤 ${required.filter(({ state }) => state === 'done').length}/${required.length}` },
    { key: 'paper', label: missing > 0 ? `填写 缺${missing}` : '填写' },
    ...(paper === undefined ? [] : [{ key: 'page' as const, label: '成文' }]),
    { key: 'materials', label: '材料' },
  ];
  const isPage = tab === 'preview' && paper !== undefined;
  const show = (segment: Segment): void => {
    if (segment === 'page') showTab('preview');
    else if (segment === 'materials') showTab(tab === 'preview' ? 'exhibits' : tab);
    else showPane(segment);
  };
  return (
    <Tabs selected={pane === 'side' ? (isPage ? 'page' : 'materials') : pane} onSelect={show}>
      <TabRow label="看本案的哪一部分" tabs={segments} />
      <TabPanel tab={pane === 'side' ? (isPage ? 'page' : 'materials') : pane} className={css.onePane}>
        {PANES.map((key) => (
          <PaneSlot key={key} home={homes[key]} hidden={key !== pane} />
        ))}
      </TabPanel>
    </Tabs>
  );
}

const PANES = ['path', 'paper', 'side'] as const;
