import type { Step } from '../../../shared/procedure/procedure.ts';
import type { CaseView } from './case-view.ts';
import type { Place } from './next-place.ts';
import { requiredContext } from '../../required-context.ts';

export type SideTab = 'preview' | 'exhibits' | 'people' | 'findings' | 'periods' | 'history' | 'looks';
/** The parts of the workspace; a narrow window shows one at a time. */
export type Pane = 'path' | 'paper' | 'side';
export type PaperDialog = 'signatures' | 'sign-on-screen' | 'issue' | 'void' | 'void-print' | 'print' | 'letter';

/** What a paper is started with: the paper a 送达回证 proves the service of, the voided one it is made after, the party it is for, where there are several. */
export interface StartWith {
  serves?: string | undefined;
  redoes?: string | undefined;
  partyId?: string | undefined;
}

/** Where the clerk stands in the workspace, but for the paper in hand, which is in the address. */
export interface Standing {
  /** The step in hand: that of the paper, or one without a paper, which then stands in the middle. */
  stepId: string | null;
  /** The stage whose steps are looked at; null: the one the case stands in. */
  stage: Step['stage'] | null;
  pane: Pane;
  tab: SideTab;
  dialog: PaperDialog | null;
  /** The exhibit that is looked at. */
  exhibitId: string | null;
  /** The question somebody was sent to; a new object each time. */
  question: { id: string } | null;
  /** The field somebody was sent to: it opens, however its form is folded. */
  wantedField: { paperId: string; field: string } | null;
  /** Papers whose missing fields are said at the fields, because somebody asked what is missing. */
  saysMissing: ReadonlySet<string>;
}

/** Where the clerk is in the workspace, and the ways to go elsewhere. */
export interface Workspace extends Standing {
  paperId: string | null;
  view: CaseView;
  showView: (view: CaseView) => void;
  openPaper: (paperId: string) => void;
  /** Opens a paper and puts the caret into its first gap, unless something has the caret already. */
  goOn: (paperId: string) => void;
  /** Puts a step without a paper into the middle; null: what the case needs next. */
  openStep: (stepId: string | null) => void;
  chooseStage: (stage: Step['stage']) => void;
  showPane: (pane: Pane) => void;
  showTab: (tab: SideTab) => void;
  showExhibit: (exhibitId: string | null) => void;
  showDialog: (dialog: PaperDialog | null) => void;
  /** Goes to what is missing there. */
  go: (place: Place) => void;
  /** Starts a paper of this template and opens it. */
  start: (templateId: string, how?: StartWith) => void;
}

export const [WorkspaceContext, useWorkspace] = requiredContext<Workspace>('WorkspaceContext');
