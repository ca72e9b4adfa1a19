import type { MessagePort } from 'node:worker_threads';
import type { Printed } from './compose.ts';
import type { Dossier, DossierPlan } from './dossier.ts';
import type { SignOrder } from './draw-signature.ts';
import { MissingGlyph, PrintStopped, UnreadableItem } from './faults.ts';
import type { PaperJob } from './job.ts';
import type { Sheet } from './sheets/print-sheet.ts';

/** What a printing thread is asked to do; plain data, since it crosses threads. */
export type PrintTask = { fontsDir: string; fontDirs?: string[]; mark?: string } & (
  | { kind: 'warm' }
  | { kind: 'paper'; job: PaperJob }
  | { kind: 'papers'; jobs: PaperJob[] }
  | { kind: 'sign'; order: SignOrder }
  | { kind: 'sheet'; sheet: Sheet }
  | { kind: 'dossier'; plan: DossierPlan; port: MessagePort }
);

/** Errors lose their class between threads, so the ones a caller acts on travel as facts. */
export type PrintFault =
  | { kind: 'missing-glyph'; characters: string[] }
  | { kind: 'unreadable'; title: string; why: UnreadableItem['why'] }
  | { kind: 'stopped' };
export type PrintOutcome<Result> = { ok: true; result: Result } | { ok: false; fault: PrintFault };

/** Between a dossier under way and the host that holds the sealed files. */
export type FromDossier = { kind: 'need'; item: number } | { kind: 'progress'; done: number; total: number };
export type ToDossier =
  | { kind: 'bytes'; item: number; bytes: Uint8Array }
  | { kind: 'unreadable'; item: number; message: string }
  | { kind: 'stop' };

export function faultOf(error: unknown): PrintFault | null {
  if (error instanceof MissingGlyph) return { kind: 'missing-glyph', characters: error.characters };
  if (error instanceof UnreadableItem) return { kind: 'unreadable', title: error.title, why: error.why };
  return error instanceof PrintStopped ? { kind: 'stopped' } : null;
}

/** The result of a task, or its error in the class it had. */
export function resultOf<Result>(outcome: PrintOutcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  const { fault } = outcome;
  if (fault.kind === 'missing-glyph') throw new MissingGlyph(fault.characters);
  if (fault.kind === 'unreadable') throw new UnreadableItem(fault.title, fault.why);
  throw new PrintStopped();
}

export type PaperOutcome = PrintOutcome<Printed>;
export type DossierOutcome = PrintOutcome<Dossier>;
