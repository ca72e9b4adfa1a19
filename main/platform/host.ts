import type { Refusal } from '../../shared/contract/refusals.ts';
import type { Place } from '../../shared/contract/session.ts';

/**
 * The two ports between the workstation and the window that shows it.
 * A host (Electron, Chromium, a test, the demo) provides a `Desktop` and calls `Workstation.fetch`.
 */
export interface Desktop {
  /** Which window this is; shown in 设置 and used to choose wording, never to change behaviour. */
  readonly kind: 'electron' | 'chromium' | 'headless';
  /** Native folder dialog; undefined when the person cancelled. Absent where the host has none. */
  chooseFolder?: (title: string) => Promise<string | undefined>;
  /** Opens the folder in the file manager of the desktop. Absent where the host has none. */
  revealFolder?: (folder: string) => Promise<void>;
  /** Keeps the window out of pictures and recordings of the screen, or lets it in. Absent where the host cannot. */
  protectScreen?: (on: boolean) => Promise<void>;
  /** The printers of the machine, and the one that is used unless another is chosen. Absent where the host cannot print by itself. */
  printers?: () => Promise<{ names: string[]; usual: string | null }>;
  /** Resolves when the printer's queue has taken the file. Absent where the system takes none. */
  print?: (order: PrintOrder) => Promise<void>;
  /** Prints what the page has laid out for the printer; resolves when its queue has taken it. There where `print` is not. */
  printPage?: (order: PageOrder) => Promise<void>;
}

/** The sheet in the printer: A4, or by its measures in millimetres, the side first along which it is read. */
export type Medium = 'A4' | { width: number; height: number };

/** What is said of sheets that the page has laid out itself. */
export interface PageOrder {
  printer: string;
  bothSides: boolean;
  medium: Medium;
}

/** A PDF for a printer. */
export interface PrintOrder extends PageOrder {
  copies: number;
  /** Numbers from 1; empty for all. */
  pages: number[];
  pdf: Uint8Array;
}

/** How a session ended. */
export interface EndedSession {
  /** Why the workstation locked itself; null when somebody locked it. */
  because: Refusal | null;
  /** Where the person was, as the page told. */
  place: Place | null;
}

/** Which profile the next process opens: the office's own, or the one for practice (练习). */
export type Opens = 'office' | 'practice';

export interface Workstation {
  /** The one door: calls, event streams, sealed files and the page itself. Never throws. */
  fetch: (request: Request) => Promise<Response>;
  /** Locks as the person would, without asking the page: nobody is logged in once it resolves. */
  lock: () => Promise<void>;
  /** Ends long work in order, flushes, closes the database and wipes keys. Safe to call twice. */
  close: () => Promise<void>;
}

export interface WorkstationOptions {
  /** Folder of keyring, database and sealed files; created when absent. */
  profileDir: string;
  /** Built page files (`out/renderer`). */
  pageDir: string;
  /** Templates, procedures and calendars shipped with the program (`resources`). */
  resourcesDir: string;
  /** Fonts made by the build (`out/fonts`). */
  fontsDir: string;
  desktop: Desktop;
  /** The session before this workstation, for whoever comes back. */
  before?: EndedSession | null;
  /** Called when a session was locked: everything of it is closed and its keys are wiped. `opens`: another profile takes its place. */
  onEnded?: (session: EndedSession, opens?: Opens) => void;
  /** Makes the profile for practice where there is none, or anew. Absent where nobody can practise. */
  makePractice?: (anew: boolean) => Promise<void>;
  /** Set where this is the profile for practice: how far its days are from today, in milliseconds. */
  practice?: { clockShift: number };
  /** The clock, so that tests and the demo can live on a chosen day. */
  now?: () => Date;
}
