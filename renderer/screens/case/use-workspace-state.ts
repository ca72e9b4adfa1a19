import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { stepsOfPaper } from '../../../shared/procedure/steps.ts';
import { api } from '../../data/api.ts';
import { savePaper } from '../../data/save-paper.ts';
import { missingIn } from './next-place.ts';
import type { Place } from './next-place.ts';
import type { CaseWork } from './use-case-work.ts';
import type { PaperDialog, Pane, SideTab, StartWith, Workspace } from './use-workspace.ts';

interface WorkspaceState {
  workspace: Workspace;
  /** Why a paper could not be started. */
  error: unknown;
  forget: () => void;
}

/** Where the clerk is. The paper in hand is in the address, so that a lock or a search hit finds it again. */
export function useWorkspaceState(work: CaseWork): WorkspaceState {
  const { paper: paperId = null } = useSearch({ from: '/cases/$id' });
  const [stepId, setStepId] = useState<string | null>(() => stepOf(work, paperId));
  const [pane, setPane] = useState<Pane>('paper');
  const [tab, setTab] = useState<SideTab>('preview');
  const [dialog, setDialog] = useState<PaperDialog | null>(null);
  const [exhibitId, setExhibitId] = useState<string | null>(null);
  const [question, setQuestion] = useState<{ id: string } | null>(null);
  const [saysMissing, setSaysMissing] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const address = useCaseAddress(latest);
  const focusLater = useFocusLater();
  const { mutate, error, reset } = useStartPaper(latest);
  const showTab = useCallback((next: SideTab): void => {
    setTab(next);
    setPane('side');
  }, []);
  const moves = useMoves({
    latest,
    address,
    focusLater,
    setStepId,
    setPane,
    showTab,
    setDialog,
    setExhibitId,
    setQuestion,
    setSaysMissing,
  });
  const workspace = useMemo<Workspace>(
    () => ({
      paperId,
      stepId,
      pane,
      tab,
      dialog,
      exhibitId,
      question,
      saysMissing,
      openPaper: moves.openPaper,
      go: moves.go,
      goOn: moves.goOn,
      chooseStep: setStepId,
      showPane: setPane,
      showTab,
      showExhibit: setExhibitId,
      showDialog: setDialog,
      start: (templateId, options = {}) => mutate({ templateId, ...options }, { onSuccess: moves.begin }),
    }),
    [paperId, stepId, pane, tab, dialog, exhibitId, question, saysMissing, moves, showTab, mutate],
  );
  return { workspace, error, forget: reset };
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
interface Moves extends Pick<Workspace, 'openPaper' | 'go' | 'goOn'> {
  /** Opens a paper that was just started, at its first gap. */
  begin: (paper: Paper) => void;
}

interface MoveOptions {
  latest: { readonly current: CaseWork };
  address: CaseAddress;
  focusLater: ReturnType<typeof useFocusLater>;
  setStepId: Dispatch<SetStateAction<string | null>>;
  setPane: (pane: Pane) => void;
  showTab: (tab: SideTab) => void;
  setDialog: (dialog: PaperDialog | null) => void;
  setExhibitId: (exhibitId: string | null) => void;
  setQuestion: (question: { id: string } | null) => void;
  setSaysMissing: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

function useMoves(options: MoveOptions): Moves {
  const {
    latest,
    address,
    focusLater,
    setStepId,
    setPane,
    showTab,
    setDialog,
    setExhibitId,
    setQuestion,
    setSaysMissing,
  } = options;
  return useMemo(() => {
    const openPaper = (id: string): void => {
      setStepId((before) => stepOf(latest.current, id) ?? before);
      setPane('paper');
      address.setPaper(id);
    };
    const go = (place: Place): void => {
      if (place.want === 'archive') return address.goToArchive();
      if (place.stepId !== undefined && place.paperId === undefined) setStepId(place.stepId);
      if (place.paperId !== undefined) {
        const id = place.paperId;
        openPaper(id);
        setSaysMissing((before) => new Set(before).add(id));
      }
      if (place.want === 'question' || place.want === 'exhibit') {
        showTab(place.want === 'question' ? 'findings' : 'exhibits');
        if (place.questionId !== undefined) setQuestion({ id: place.questionId });
        if (place.exhibitId !== undefined) setExhibitId(place.exhibitId);
        return address.keepPaper();
      }
      if (place.want === 'signatures') return setDialog('signatures');
      if (place.want === 'recording') showTab('exhibits');
      else if (place.paperId === undefined) setPane('path');
      focusLater(selectorOf(place));
    };
    const goOn = (id: string): void => {
      openPaper(id);
      const { input } = latest.current;
      const paper = input.file.papers.find((other) => other.id === id);
      const firstGap = paper === undefined ? undefined : missingIn(input, paper)[0];
      focusLater(selectorOf(firstGap ?? { want: 'issue', sentence: '', paperId: id }), true);
    };
    const begin = (paper: Paper): void => {
      openPaper(paper.id);
      const [firstGap] = missingIn(latest.current.input, paper);
      focusLater(selectorOf(firstGap ?? { want: 'field', sentence: '', paperId: paper.id }));
    };
    return { openPaper, go, goOn, begin };
  }, [latest, address, focusLater, setStepId, setPane, showTab, setDialog, setExhibitId, setQuestion, setSaysMissing]);
}

/** The step a paper stands under, for the path. */
function stepOf({ input }: CaseWork, paperId: string | null): string | null {
  const paper = input.file.papers.find(({ id }) => id === paperId);
  return paper === undefined ? null : (stepsOfPaper(input.file, input.procedure, paper)[0]?.id ?? null);
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

/** A button with a slot belongs to a widget: the × of a chosen name would be pressed by mistake. */
const control = 'input:not([tabindex="-1"]), textarea, select, button:not([slot])';

/** What to put the caret into at a place. */
function selectorOf({ want, field, stepId, paperId, partyId }: Place): string {
  const pane = `[data-paper-pane="${paperId}"]`;
  const within = (holder: string): string =>
    control
      .split(', ')
      .map((tag) => `${pane} ${holder} ${tag}`)
      .join(', ');
  switch (want) {
    case 'field':
      return within(field === undefined ? '[data-field]' : `[data-field="${field}"]`);
    case 'recording':
      return '[data-add-exhibit]';
    case 'approval':
    case 'issue':
    case 'signatures':
      return `${pane} [data-primary]`;
    case 'start':
      return `[data-start="${stepId}"]${partyId === undefined ? '' : `[data-party="${partyId}"]`}`;
    default:
      return `[data-step="${stepId}"]`;
  }
}

/** Focuses once the place is on the page; it may only come with the next drawing. */
function useFocusLater(): (selector: string, gently?: boolean) => void {
  const [target, setTarget] = useState<{ selector: string; gently: boolean } | null>(null);
  useEffect(() => {
    if (target === null) return undefined;
    let tries = 0;
    let frame = requestAnimationFrame(function seek() {
      const element = [...document.querySelectorAll<HTMLElement>(target.selector)].find((candidate) =>
        candidate.checkVisibility(),
      );
      tries += 1;
      if (element === undefined && tries < 60) frame = requestAnimationFrame(seek);
      // Gently: what already has the caret (a field found again after the lock) keeps it.
      if (element === undefined || (target.gently && document.activeElement !== document.body)) return;
      element.focus();
      (element.closest('[data-field]') ?? element).scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return useMemo(
    () =>
      (selector: string, gently = false) =>
        setTarget({ selector, gently }),
    [],
  );
}
