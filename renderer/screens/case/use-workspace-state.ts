import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { stepsOfPaper } from '../../../shared/procedure/steps.ts';
import { api } from '../../data/api.ts';
import { savePaper } from '../../data/save-paper.ts';
import { missingIn } from './next-place.ts';
import type { Place } from './next-place.ts';
import type { CaseWork } from './use-case-work.ts';
import type { PaperDialog, SideTab, StartWith, Workspace } from './use-workspace.ts';

interface WorkspaceState {
  workspace: Workspace;
  /** Why a paper could not be started. */
  error: unknown;
  forget: () => void;
}

/** Where the clerk is. The paper in hand is in the address, so that a lock or a search hit finds it again. */
export function useWorkspaceState(work: CaseWork): WorkspaceState {
  const { paper: paperId = null } = useSearch({ from: '/cases/$id' });
  const navigate = useNavigate({ from: '/cases/$id' });
  const router = useRouter();
  const [stepId, setStepId] = useState<string | null>(() => stepOf(work, paperId));
  const [tab, setTab] = useState<SideTab>('preview');
  const [dialog, setDialog] = useState<PaperDialog | null>(null);
  const [exhibitId, setExhibit] = useState<string | null>(null);
  const [question, setQuestion] = useState<{ id: string } | null>(null);
  const [saysMissing, setSaysMissing] = useState<ReadonlySet<string>>(new Set());
  const focusLater = useFocusLater();
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const { mutate, error, reset } = useStart(latest);

  const workspace = useMemo<Workspace>(() => {
    const openPaper = (id: string): void => {
      setStepId((before) => stepOf(latest.current, id) ?? before);
      readdress(id);
    };
    /** The address names the paper in hand and the way back; a place in it is gone to once. */
    const readdress = (paper: string | undefined): void => {
      const caseId = latest.current.file.case.id;
      // While another screen loads this one still stands; it must not call the clerk back.
      if (router.latestLocation.pathname === `/cases/${caseId}`)
        void navigate({ params: { id: caseId }, search: ({ back }) => ({ paper, back }), replace: true });
    };
    const go = (place: Place): void => {
      if (place.want === 'archive')
        return void navigate({ to: '/archive/$caseId', params: { caseId: latest.current.file.case.id } });
      if (place.stepId !== undefined && place.paperId === undefined) setStepId(place.stepId);
      if (place.paperId !== undefined) {
        const id = place.paperId;
        openPaper(id);
        setSaysMissing((before) => new Set(before).add(id));
      }
      if (place.want === 'question' || place.want === 'exhibit') {
        setTab(place.want === 'question' ? 'findings' : 'exhibits');
        if (place.questionId !== undefined) setQuestion({ id: place.questionId });
        if (place.exhibitId !== undefined) setExhibit(place.exhibitId);
        return readdress(router.latestLocation.search.paper);
      }
      if (place.want === 'signatures') return setDialog('signatures');
      if (place.want === 'recording') setTab('exhibits');
      focusLater(selectorOf(place));
    };
    const goOn = (id: string): void => {
      openPaper(id);
      const { input } = latest.current;
      const paper = input.file.papers.find((candidate) => candidate.id === id);
      const first = paper === undefined ? undefined : missingIn(input, paper)[0];
      focusLater(selectorOf(first ?? { want: 'issue', sentence: '', paperId: id }), true);
    };
    return {
      paperId,
      stepId,
      tab,
      dialog,
      exhibitId,
      question,
      saysMissing,
      openPaper,
      go,
      goOn,
      chooseStep: setStepId,
      showTab: setTab,
      showExhibit: setExhibit,
      showDialog: setDialog,
      start: (templateId, how = {}) =>
        mutate(
          { templateId, ...how },
          {
            onSuccess: (paper) => {
              openPaper(paper.id);
              focusLater(
                selectorOf(
                  missingIn(latest.current.input, paper)[0] ?? { want: 'field', sentence: '', paperId: paper.id },
                ),
              );
            },
          },
        ),
    };
  }, [paperId, stepId, tab, dialog, exhibitId, question, saysMissing, navigate, router, focusLater, mutate]);
  return { workspace, error, forget: reset };
}

/** The step a paper stands under, for the path. */
function stepOf({ input }: CaseWork, paperId: string | null): string | null {
  const paper = input.file.papers.find((candidate) => candidate.id === paperId);
  return paper === undefined ? null : (stepsOfPaper(input.file, input.procedure, paper)[0]?.id ?? null);
}

function useStart(latest: { current: CaseWork }) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ templateId, serves, redoes, partyId }: { templateId: string } & StartWith): Promise<Paper> => {
      const { drafts, file, take } = latest.current;
      await drafts.flush();
      // A paper is served on the party it is for, whichever of several that is.
      const whom = partyId ?? file.papers.find((paper) => paper.id === serves)?.partyId ?? undefined;
      const begun = await api.documents.create({
        caseId: file.case.id,
        templateId,
        ...(whom === undefined ? {} : { partyId: whom }),
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

const control = 'input:not([tabindex="-1"]), textarea, select, button';

/** What to put the caret into at a place. */
function selectorOf({ want, field, stepId, paperId, partyId }: Place): string {
  const pane = `[data-paper-pane="${paperId}"]`;
  const within = (holder: string): string =>
    control
      .split(', ')
      .map((text) => `${pane} ${holder} ${text}`)
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
  const [wanted, setWanted] = useState<{ selector: string; gently: boolean } | null>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    let tries = 0;
    let frame = requestAnimationFrame(function seek() {
      const target = [...document.querySelectorAll<HTMLElement>(wanted.selector)].find((element) =>
        element.checkVisibility(),
      );
      tries += 1;
      if (target === undefined && tries < 60) frame = requestAnimationFrame(seek);
      // Gently: what already has the caret (a field found again after the lock) keeps it.
      if (target === undefined || (wanted.gently && document.activeElement !== document.body)) return;
      target.focus();
      (target.closest('[data-field]') ?? target).scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return useMemo(
    () =>
      (selector: string, gently = false) =>
        setWanted({ selector, gently }),
    [],
  );
}
