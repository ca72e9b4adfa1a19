import { useParams, useSearch } from '@tanstack/react-router';
import { memo, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { CaseAddress } from '../../parts/cases/case-address.ts';
import { useKey } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/measures.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { CaseHeader } from './case-header.tsx';
import { Panes } from './case-panes.tsx';
import css from './case-screen.module.css';
import { nextPlace, placeInAddress } from './next-place.ts';
import type { Place } from './next-place.ts';
import { PaperPane } from './paper-pane.tsx';
import { ProcedurePath } from './procedure-path.tsx';
import { SidePanel } from './side-panel.tsx';
import { StageStrip } from './stage-strip.tsx';
import { CaseHome } from './step-card.tsx';
import { picturesOfCase, StoredPicturesContext } from '../../parts/parties/stored-pictures.ts';
import { CalmCaseContext, CaseWorkContext, useLoadCase } from './use-case-work.ts';
import type { CaseWork } from './use-case-work.ts';
import { useWorkspace, WorkspaceContext } from './use-workspace.ts';
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
        {error === null && (
          <p className={css.waiting} role="status">
            正在打开案件…
          </p>
        )}
      </div>
    );
  return (
    <CaseWorkContext value={work}>
      <CalmCaseContext value={calm}>
        <StoredPicturesContext value={picturesOfCase(work.file.exhibits)}>
          <CaseWorkspace work={work} />
        </StoredPicturesContext>
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
