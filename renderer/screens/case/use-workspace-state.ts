import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Step } from '../../../shared/procedure/procedure.ts';
import { stepsOfPaper } from '../../../shared/procedure/steps.ts';
import { api } from '../../data/api.ts';
import { savePaper } from '../../data/save-paper.ts';
import { useCaseView, type CaseView } from './case-view.ts';
import { missingIn } from './next-place.ts';
import type { CaseWork } from './use-case-work.ts';
import { selectorOf, useFocusLater } from './use-focus-later.ts';
import type { Pane, Standing, StartWith, Workspace } from './use-workspace.ts';

interface WorkspaceState {
  workspace: Workspace;
  /** Why a paper could not be started. */
  error: unknown;
  forget: () => void;
}

/** Where the clerk is. The paper in hand is in the address, so that a lock or a search hit finds it again. */
export function useWorkspaceState(work: CaseWork): WorkspaceState {
  const { paper: paperId = null } = useSearch({ from: '/cases/$id' });
  const [standing, setStanding] = useState<Standing>(() => ({
    stepId: stepOf(work, paperId)?.id ?? null,
    stage: stepOf(work, paperId)?.stage ?? null,
    pane: 'paper',
    tab: 'preview',
    dialog: null,
    exhibitId: null,
    question: null,
    wantedField: null,
    saysMissing: new Set(),
  }));
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const change = useCallback((part: Partial<Standing>) => setStanding((before) => ({ ...before, ...part })), []);
  const sayMissing = useCallback(
    (id: string) => setStanding((before) => ({ ...before, saysMissing: new Set(before.saysMissing).add(id) })),
    [],
  );
  const address = useCaseAddress(latest);
  const focusLater = useFocusLater();
  const { mutate, error, reset } = useStartPaper(latest);
  const [view, showView] = useCaseView();
  const showPane = useShowPane(view, showView, change);
  const moves = useMoves({ latest, address, focusLater, change, showPane, sayMissing });
  const workspace = useMemo<Workspace>(
    () => ({
      ...standing,
      paperId,
      view,
      showView,
      ...moves,
      start: (templateId, options = {}) => mutate({ templateId, ...options }, { onSuccess: moves.begin }),
    }),
    [paperId, view, showView, standing, moves, mutate],
  );
  return { workspace, error, forget: reset };
}

/** Shows a pane, in a view that has it. */
function useShowPane(
  view: CaseView,
  showView: (view: CaseView) => void,
  change: (part: Partial<Standing>) => void,
): (pane: Pane) => void {
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  return useCallback(
    (pane: Pane) => {
      change({ pane });
      const isFolded = latest.current === 'proof' ? pane !== 'side' : latest.current === 'compare' && pane === 'path';
      if (isFolded) showView('fill');
    },
    [change, showView],
  );
}

interface CaseAddress {
  /** The address names the paper in hand and the way back; a place in it is gone to once. */
  setPaper: (paperId: string | undefined) => void;
  /** The same paper stays in hand; the place that was gone to is left out. */
  keepPaper: () => void;
  goToArchive: () => void;
}

function useCaseAddress(latest: { readonly current: CaseWork }): CaseAddress {
  const navigate = useNavigate({ from: '/cases/$id' });
  const router = useRouter();
  return useMemo(() => {
    const setPaper = (paper: string | undefined): void => {
      const caseId = latest.current.file.case.id;
      // While another screen loads this one still stands; it must not call the clerk back.
      if (router.latestLocation.pathname === `/cases/${caseId}`)
        void navigate({ params: { id: caseId }, search: ({ back }) => ({ paper, back }), replace: true });
    };
    return {
      setPaper,
      keepPaper: () => setPaper(router.latestLocation.search.paper),
      goToArchive: () => void navigate({ to: '/archive/$caseId', params: { caseId: latest.current.file.case.id } }),
    };
  }, [latest, navigate, router]);
}

/** Ways to another place of the workspace. */
interface Moves extends Omit<Workspace, keyof Standing | 'paperId' | 'view' | 'showView' | 'start'> {
  /** Opens a paper that was just started, at its first gap. */
  begin: (paper: Paper) => void;
}

interface MoveOptions {
  latest: { readonly current: CaseWork };
  address: CaseAddress;
  focusLater: ReturnType<typeof useFocusLater>;
  change: (part: Partial<Standing>) => void;
  showPane: (pane: Pane) => void;
  sayMissing: (paperId: string) => void;
}

function useMoves({ latest, address, focusLater, change, showPane, sayMissing }: MoveOptions): Moves {
  return useMemo(() => {
    const hold = (id: string): Step | undefined => {
      const step = stepOf(latest.current, id);
      if (step !== undefined) change({ stepId: step.id });
      address.setPaper(id);
      return step;
    };
    const openPaper = (id: string): void => {
      showPane('paper');
      hold(id);
    };
    /** Also shows the stage it belongs to; a row that is pressed stays where it is. */
    const goToPaper = (id: string): void => {
      showPane('paper');
      change({ stage: hold(id)?.stage ?? null });
    };
    const openStep = (stepId: string | null): void => {
      // Without a paper all parts are in sight, whatever the view.
      change({ stepId, pane: 'paper' });
      address.setPaper(undefined);
      if (stepId !== null) focusLater(selectorOf({ want: 'step', sentence: '', stepId }));
    };
    const goOn = (id: string): void => {
      // Whoever looked at the page alone still does.
      change({ pane: 'paper', stage: hold(id)?.stage ?? null });
      const { input } = latest.current;
      const paper = input.file.papers.find((other) => other.id === id);
      const firstGap = paper === undefined ? undefined : missingIn(input, paper)[0];
      focusLater(selectorOf(firstGap ?? { want: 'issue', sentence: '', paperId: id }), true);
    };
    const begin = (paper: Paper): void => {
      goToPaper(paper.id);
      const [firstGap] = missingIn(latest.current.input, paper);
      focusLater(selectorOf(firstGap ?? { want: 'issue', sentence: '', paperId: paper.id }));
    };
    const showTab: Moves['showTab'] = (tab) => change({ tab, pane: 'side' });
    const go = goWith({ latest, address, focusLater, change, showPane, sayMissing, goToPaper, openStep, showTab });
    return {
      openPaper,
      go,
      goOn,
      begin,
      openStep,
      showTab,
      chooseStage: (stage) => change({ stage }),
      showPane,
      showExhibit: (exhibitId) => change({ exhibitId }),
      showDialog: (dialog) => change({ dialog }),
    };
  }, [latest, address, focusLater, change, showPane, sayMissing]);
}

interface GoOptions extends MoveOptions, Pick<Moves, 'openStep' | 'showTab'> {
  goToPaper: (paperId: string) => void;
}

/** The way to any place: its paper or step is opened first, then the caret goes to what is missing there. */
const goWith =
  ({ latest, address, focusLater, change, sayMissing, goToPaper, openStep, showTab }: GoOptions): Workspace['go'] =>
  (place) => {
    if (place.want === 'archive') return address.goToArchive();
    if (place.paperId !== undefined) {
      goToPaper(place.paperId);
      sayMissing(place.paperId);
      if (place.field !== undefined) change({ wantedField: { paperId: place.paperId, field: place.field } });
    } else if (place.stepId !== undefined) {
      openStep(place.stepId);
      const step = latest.current.input.procedure.steps.find(({ id }) => id === place.stepId);
      if (step !== undefined) change({ stage: step.stage });
    }
    if (place.want === 'question' || place.want === 'exhibit') {
      showTab(place.want === 'question' ? 'findings' : 'exhibits');
      if (place.questionId !== undefined) change({ question: { id: place.questionId } });
      if (place.exhibitId !== undefined) change({ exhibitId: place.exhibitId });
      return address.keepPaper();
    }
    if (place.want === 'signatures') return change({ dialog: 'signatures' });
    if (place.want === 'recording') showTab('exhibits');
    focusLater(selectorOf(place));
  };

/** The step a paper stands under, for the path. */
function stepOf({ input }: CaseWork, paperId: string | null): Step | undefined {
  const paper = input.file.papers.find(({ id }) => id === paperId);
  return paper === undefined ? undefined : stepsOfPaper(input.file, input.procedure, paper)[0];
}

function useStartPaper(latest: { current: CaseWork }) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ templateId, serves, redoes, partyId }: { templateId: string } & StartWith): Promise<Paper> => {
      const { drafts, file, take } = latest.current;
      await drafts.flush();
      // A paper is served on the party it is for, whichever of several that is.
      const servedPartyId = partyId ?? file.papers.find((paper) => paper.id === serves)?.partyId ?? undefined;
      const begun = await api.documents.create({
        caseId: file.case.id,
        templateId,
        ...(servedPartyId === undefined ? {} : { partyId: servedPartyId }),
        ...(redoes === undefined ? {} : { redoes }),
      });
      const paper =
        serves === undefined
          ? begun
          : await savePaper(cache, { paperId: begun.id, version: begun.version, values: { documents: [serves] } });
      take(paper);
      return paper;
    },
  });
}
