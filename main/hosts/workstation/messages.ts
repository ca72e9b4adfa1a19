import type { Socket } from 'node:net';
import type { Desktop, EndedSession, Opens, PageOrder, PrintOrder, WorkstationOptions } from '../../platform/host.ts';
import type { Entrance } from '../loopback/server.ts';

/** What the host tells the process that holds the workstation. */
export type ToWorkstation =
  | { kind: 'open'; order: OpenOrder }
  /** A connection of the page comes with it. */
  | { kind: 'connection' }
  | { kind: 'answer'; id: number; answer?: Answer; fault?: string }
  | { kind: 'lock' }
  | { kind: 'close' };

/** What the process tells the host. */
export type FromWorkstation =
  /** The door is there, at `origin`; the workstation behind it still loads. */
  | { kind: 'door'; origin: string }
  | { kind: 'loaded' }
  | { kind: 'not-loaded' }
  | { kind: 'ask'; id: number; what: Question; words: Words }
  /** A session has ended: nobody may log in to this process again, another one takes its place. */
  | { kind: 'ended'; session: EndedSession; opens?: Opens };

/** What a workstation asks of its window. */
export type Question = 'chooseFolder' | 'revealFolder' | 'protectScreen' | 'printers' | 'print' | 'printPage';
/** A print goes over the line with its PDF in base64, as not every line carries bytes. */
export type Words = string | boolean | PageOrder | (Omit<PrintOrder, 'pdf'> & { pdf: string });
export type Answer = string | { names: string[]; usual: string | null };

export interface OpenOrder {
  folders: Pick<WorkstationOptions, 'profileDir' | 'pageDir' | 'resourcesDir' | 'fontsDir'>;
  desktop: { kind: Desktop['kind']; asks: Question[] };
  entrance: Entrance;
  /** Value of the session cookie, and the one-time word that is exchanged for it where no window is opened. */
  session: string;
  ticket?: string;
  /** The office's own profile, or the one for practice. */
  opens: Opens;
  /** The session of the process before, for whoever comes back. */
  before: EndedSession | null;
}

/** One end of the line between host and process. `post` throws nothing when the other end is gone. */
export interface Line<Out, In> {
  post: (message: Out, connection?: Socket) => void;
  onMessage: (listener: (message: In, connection?: Socket) => void) => void;
  /** The other end is gone. */
  onGone: (listener: () => void) => void;
}
