import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type OnFault, workerThread } from '../worker-thread.ts';
import { workerUrl } from '../worker-url.ts';
import type { Printed } from './compose.ts';
import type { Dossier, DossierPlan } from './dossier.ts';
import type { SignOrder } from './draw-signature.ts';
import { PrintStopped } from './faults.ts';
import type { PaperJob } from './job.ts';
import {
  resultOf,
  type DossierOutcome,
  type FromDossier,
  type PaperOutcome,
  type PrintTask,
  type ToDossier,
} from './print-job.ts';
import type { Answer } from './sheets/answer.ts';
import type { EvidenceList } from './sheets/evidence-list.ts';
import type { HandoverSlip } from './sheets/handover-slip.ts';
import type { HouseholdCatalogue } from './sheets/household-catalogue.ts';
import type { Mailing } from './sheets/mailing.ts';
import type { MediaCard } from './sheets/media-card.ts';
import type { Sheet } from './sheets/print-sheet.ts';
import type { RecoveryLetter } from './sheets/recovery-letter.ts';

export interface DossierWatch {
  /** Bytes of the item at this place of the plan, asked for one at a time. The memory is handed over. */
  read(item: number): Promise<Uint8Array>;
  onProgress?(done: number, total: number): void;
  signal?: AbortSignal;
}

/**
 * Prints in threads of its own. Every call may throw MissingGlyph (faults.ts) naming characters no font has.
 */
export interface Printer {
  /** Reads the fonts and prints a trial paper in the background, so that the first preview need not wait for them. */
  warmUp(): void;
  /** One paper. */
  paper(job: PaperJob): Promise<Printed>;
  /** Several papers as one PDF, each with page numbers of its own. */
  papers(jobs: PaperJob[]): Promise<Printed>;
  /** The sheets of a paper with one more signature in them. */
  sign(order: SignOrder): Promise<Printed>;
  /** Like `paper`, for the live page: while one is printing only the newest job of a key waits, and older callers get its page too. */
  preview(key: string, job: PaperJob): Promise<Printed>;
  /** One PDF of a whole volume. Throws UnreadableItem (faults.ts) naming the item, PrintStopped when the signal stops it, or what `read` threw. */
  dossier(plan: DossierPlan, watch: DossierWatch): Promise<Dossier>;
  recoveryLetter(data: RecoveryLetter): Promise<Printed>;
  evidenceList(data: EvidenceList): Promise<Printed>;
  handoverSlip(data: HandoverSlip): Promise<Printed>;
  answer(data: Answer): Promise<Printed>;
  mediaCard(data: MediaCard): Promise<Printed>;
  householdCatalogue(data: HouseholdCatalogue): Promise<Printed>;
  /** An envelope, or what is to be read on the sheet of the express service. */
  mailing(data: Mailing): Promise<Printed>;
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** Folder filled by scripts/fonts.mjs. */
  fontsDir: string;
  /** Where installed 仿宋 and 小标宋 are looked for; the system's font folders by default. */
  fontDirs?: string[];
  /** Drawn over every page of everything that is printed (练习). */
  mark?: string;
  onFault: OnFault;
}

const idleMs = 60_000;

/** MiB of V8's nursery: its default of 48 holds 75 MiB more in the two threads and gains no time. */
const youngGeneration = { papers: 16, volumes: 8 };

/** Makes the printer; its threads start with the first job, so that the window of the program comes up undisturbed. */
export function createPrinter({ fontsDir, fontDirs, mark, onFault }: PrinterOptions): Printer {
  const worker = workerUrl('platform/print/print-worker');
  // Papers never wait behind a dossier of thousands of pages.
  const papers = workerThread(worker, { idleTimeout: Infinity, youngGeneration: youngGeneration.papers, onFault });
  const volumes = workerThread(worker, { idleTimeout: idleMs, youngGeneration: youngGeneration.volumes, onFault });
  const base = { fontsDir, fontDirs, mark };
  const ask = async (task: PrintTask, thread = papers): Promise<Printed> =>
    resultOf((await thread.run(task)) as PaperOutcome);
  const paper = (job: PaperJob): Promise<Printed> => ask({ ...base, kind: 'paper', job });
  const sheet = (form: Sheet): Promise<Printed> => ask({ ...base, kind: 'sheet', sheet: form });
  return {
    // A font that is missing is told by the first paper, to someone who can act on it.
    warmUp: () => void papers.run({ ...base, kind: 'warm' } satisfies PrintTask).catch(() => undefined),
    paper,
    papers: (jobs) => ask({ ...base, kind: 'papers', jobs }),
    // They carry the mark already.
    sign: (order) => ask({ fontsDir, fontDirs, kind: 'sign', order }),
    preview: newestOnly(paper),
    dossier: (plan, watch) =>
      withPort(watch, async (port) =>
        resultOf(
          (await volumes.run({ ...base, kind: 'dossier', plan, port } satisfies PrintTask, {
            transferList: [port],
          })) as DossierOutcome,
        ),
      ),
    recoveryLetter: (data) => sheet({ kind: 'recovery-letter', data }),
    evidenceList: (data) => sheet({ kind: 'evidence-list', data }),
    handoverSlip: (data) => sheet({ kind: 'handover-slip', data }),
    answer: (data) => sheet({ kind: 'answer', data }),
    mediaCard: (data) => sheet({ kind: 'media-card', data }),
    mailing: (data) => sheet({ kind: 'mailing', data }),
    // It may have a hundred pages.
    householdCatalogue: (data) =>
      ask({ ...base, kind: 'sheet', sheet: { kind: 'household-catalogue', data } }, volumes),
    // Without breaking off what is being printed: Node aborts the whole process when a thread ends while it begins to compress.
    close: async () => void (await Promise.all([papers, volumes].map((thread) => thread.close({ force: true })))),
  };
}

interface Waiting {
  job: PaperJob;
  settle: PromiseWithResolvers<Printed>;
}

/** Of jobs under one key one is printed at a time and one waits; a newer one takes the place of the waiting one. */
export function newestOnly(print: (job: PaperJob) => Promise<Printed>): Printer['preview'] {
  const running = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const start = async (key: string, job: PaperJob): Promise<Printed> => {
    running.add(key);
    try {
      return await print(job);
    } finally {
      running.delete(key);
      const next = waiting.get(key);
      waiting.delete(key);
      if (next) start(key, next.job).then(next.settle.resolve, next.settle.reject);
    }
  };
  return (key, job) => {
    if (!running.has(key)) return start(key, job);
    const next = waiting.get(key) ?? { job, settle: Promise.withResolvers<Printed>() };
    next.job = job;
    waiting.set(key, next);
    return next.settle.promise;
  };
}

/** Serves a dossier under way with bytes, passes its progress on and stops it when the signal says so. */
async function withPort<Result>(
  { read, onProgress, signal }: DossierWatch,
  run: (port: MessagePort) => Promise<Result>,
): Promise<Result> {
  if (signal?.aborted) throw new PrintStopped();
  const { port1: control, port2: port } = new MessageChannel();
  let failure: unknown;
  const send = (message: ToDossier, transfer: ArrayBuffer[] = []): void => control.postMessage(message, transfer);
  const serve = async (item: number): Promise<void> => {
    try {
      const bytes = await read(item);
      // A view of a shared pool cannot be handed over whole; only memory of its own goes without a copy.
      const isOwn = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
      send({ kind: 'bytes', item, bytes }, isOwn ? [bytes.buffer as ArrayBuffer] : []);
    } catch (error) {
      failure = error;
      send({ kind: 'unreadable', item, message: String(error) });
    }
  };
  control.on('message', (message: FromDossier) => {
    if (message.kind === 'need') void serve(message.item);
    else onProgress?.(message.done, message.total);
  });
  const stop = (): void => send({ kind: 'stop' });
  signal?.addEventListener('abort', stop);
  try {
    return await run(port);
  } catch (error) {
    throw failure ?? error;
  } finally {
    signal?.removeEventListener('abort', stop);
    control.close();
  }
}
