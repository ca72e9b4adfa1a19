import { useParams, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { momentOf } from '../../../shared/time/moments.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import type { CaseAddress } from '../../parts/cases/case-address.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useRight } from '../../data/rights.ts';
import { useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { Splitter } from '../../ui/splitter.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { CaseHeader } from './case-header.tsx';
import css from './case-screen.module.css';
import { nextPlace, placeInAddress } from './next-place.ts';
import type { Place } from './next-place.ts';
import { PaperPane } from './paper-pane.tsx';
import paneCss from './paper-pane.module.css';
import { ProcedurePath } from './procedure-path.tsx';
import { onlyBeginning, servedBy, whyClosed } from './step-beginnings.ts';
import { SidePanel } from './side-panel.tsx';
import { CalmCaseContext, CaseWorkContext, useCalmCase, useCaseWork, useLoadCase } from './use-case-work.ts';
import type { CaseWork } from './use-case-work.ts';
import { type Pane, useWorkspace, type Workspace, WorkspaceContext } from './use-workspace.ts';
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
  const { file, input, byPaper } = work;
  const { paperId } = workspace;
  const paper = file.papers.find((candidate) => candidate.id === paperId);
  const template = paper === undefined ? undefined : input.templates.get(paper.templateId);
  const draft = paper === undefined ? undefined : byPaper.get(paper.id);
  useKey('F2', useGoToNext(work, workspace), { hint: '下一处缺项' });
  useFirstPlace(work, workspace, search);
  return (
    <WorkspaceContext value={workspace}>
      <div className={css.screen} data-ready="case">
        <CaseHeader />
        <RefusalNote error={error} onClose={forget} />
        <Panes>
          <Path />
          {paper !== undefined && template !== undefined && draft !== undefined ? (
            <PaperPane key={paper.id} paper={paper} template={template} draft={draft} />
          ) : (
            <NothingInHand />
          )}
          <SidePanel paper={paper} />
        </Panes>
      </div>
    </WorkspaceContext>
  );
}

/** The three panes: side by side, or in a narrow window one at a time. What they hold stays as it is when the window grows narrow. */
function Panes({ children: [path, paper, side] }: { children: [ReactNode, ReactNode, ReactNode] }) {
  const [homes] = useState(() => ({ path: createHome(), paper: createHome(), side: createHome() }));
  return (
    <>
      {useNarrow() ? <OnePane homes={homes} /> : <PanesInRow homes={homes} />}
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

const PanesInRow = ({ homes }: { homes: Homes }) => (
  <Splitter
    className={css.panes}
    panes={[
      { id: 'path', share: '20%', least: 210, most: '34%', children: <PaneSlot home={homes.path} /> },
      { id: 'paper', least: 380, handle: '步骤栏的宽度', children: <PaneSlot home={homes.paper} /> },
      { id: 'side', share: '37%', least: 300, handle: '预览和材料的宽度', children: <PaneSlot home={homes.side} /> },
    ]}
  />
);

const PANE_NAMES = { path: '步骤', paper: '填写', side: '预览和材料' } as const;
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

/** F2: goes to the next thing that is missing; a step that only one paper can begin is begun with it. */
function useGoToNext(work: CaseWork, { paperId, go, start }: Workspace): () => void {
  const right = useRight('documents.create');
  return () => {
    const { file, input } = work;
    const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
    const place = nextPlace(input, { paperId, field }, vetoesOf(work, paperId));
    if (place === null) return;
    const guide = guideOf(input);
    const beginning = onlyBeginning(guide, place);
    const step = guide.find((guideStep) => guideStep.step.id === place.stepId)?.step;
    if (beginning === null || step === undefined || (right ?? whyClosed(file, step)) !== null) return go(place);
    const { templateId, partyId } = beginning;
    start(templateId, { serves: servedBy(file, step, partyId), partyId });
  };
}

/** What the checks would refuse the issue of the draft in hand for. */
function vetoesOf({ file, input, periods }: CaseWork, paperId: string | null): Obstacle[] {
  const draft = file.papers.find((paper) => paper.id === paperId && paper.status === 'draft');
  if (draft === undefined) return [];
  return blocking(findingsOfIssue({ ...input, periods }, draft, momentOf(new Date().toISOString())), 'issue').filter(
    (finding) => finding.severity === 'veto' && finding.field !== undefined,
  );
}

/** A case opens where the address says, else at the paper that was written last, else where it goes on; it also goes where a later address says. */
function useFirstPlace(work: CaseWork, workspace: ReturnType<typeof useWorkspace>, search: CaseAddress): void {
  const named = useMemo(() => placeInAddress(search), [search]);
  const goFirst = useEffectEvent((place: Place | null, isFirst: boolean) => {
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
    return workspace.chooseStep(next?.stepId ?? null);
  });
  const arrived = useRef(false);
  useEffect(() => {
    goFirst(named, !arrived.current);
    arrived.current = true;
  }, [named]);
}

function NothingInHand() {
  const { input } = useCaseWork();
  const { guide } = useCalmCase();
  const { go } = useWorkspace();
  const next = nextPlace(input, { paperId: null, field: null });
  const step = guide.find((guideStep) => guideStep.step.id === next?.stepId)?.step;
  return (
    <section className={paneCss.nothing} aria-label="文书" data-pane tabIndex={-1}>
      {next === null || step === undefined ? (
        <EmptyState title="本案各步都已办完" why="可以在左侧打开任何一份文书查看，或者在“归档”“移送”中继续办理。" />
      ) : (
        <EmptyState
          title={`下一步：${step.name}`}
          why={step.why}
          article={step.article}
          action={
            <ReasonButton kind="primary" keyHint="F2" onClick={() => go(next)}>
              去办理
            </ReasonButton>
          }
        />
      )}
    </section>
  );
}
