import type { MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { Printed } from './compose.ts';
import { buildDossier, type Dossier, type DossierPlan } from './dossier.ts';
import { drawSignature } from './draw-signature.ts';
import { PrintStopped } from './faults.ts';
import { openFonts, type Fonts } from './fonts.ts';
import type { PaperJob } from './job.ts';
import { joinPapers } from './join-papers.ts';
import { markPages } from './mark.ts';
import { printPaper } from './paper.ts';
import { faultOf, type FromDossier, type PrintOutcome, type PrintTask, type ToDossier } from './print-job.ts';
import { printSheet } from './sheets/print-sheet.ts';
import { createTexts, type Texts } from './text.ts';
import { warmUp } from './warm-up.ts';

/** Parsed fonts and templates live as long as the thread: they are what makes the next paper quick. */
let loaded: { fonts: Fonts; texts: Texts } | null = null;

/** A dossier's side of its port: asks for the bytes of one item at a time and notices a stop. */
function createReader(port: MessagePort): {
  read: (item: number) => Promise<Uint8Array>;
  onItem: (done: number, total: number) => void;
} {
  let stopped = false;
  let waiting: { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void } | null = null;
  port.on('message', (message: ToDossier) => {
    if (message.kind === 'stop') {
      stopped = true;
      waiting?.reject(new PrintStopped());
    } else if (message.kind === 'bytes') waiting?.resolve(message.bytes);
    else waiting?.reject(new Error(message.message));
    waiting = null;
  });
  const tell = (message: FromDossier): void => port.postMessage(message);
  const checkStop = (): void => {
    if (stopped) throw new PrintStopped();
  };
  return {
    read: (item) => {
      checkStop();
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        tell({ kind: 'need', item });
      });
    },
    onItem: (done, total) => {
      checkStop();
      tell({ kind: 'progress', done, total });
    },
  };
}

/** One after the other, so that a run of forms needs the memory of one layout. */
async function papers(jobs: PaperJob[], { fonts, texts }: { fonts: Fonts; texts: Texts }): Promise<Printed> {
  const printed: Printed[] = [];
  for (const job of jobs) printed.push(await printPaper(job, fonts, texts));
  return joinPapers(printed, jobs[0]?.template.name ?? '');
}

async function dossier(plan: DossierPlan, port: MessagePort, tools: { fonts: Fonts; texts: Texts }): Promise<Dossier> {
  try {
    return await buildDossier(plan, { ...tools, ...createReader(port) });
  } finally {
    port.close();
  }
}

async function run(task: PrintTask): Promise<Printed | Dossier | null> {
  loaded ??= { fonts: openFonts(task.fontsDir, task.fontDirs), texts: createTexts() };
  switch (task.kind) {
    case 'warm':
      await warmUp(loaded.fonts, loaded.texts);
      return null;
    case 'paper':
      return printPaper(task.job, loaded.fonts, loaded.texts);
    case 'papers':
      return papers(task.jobs, loaded);
    case 'sign':
      return drawSignature(task.order, loaded.fonts);
    case 'sheet':
      return printSheet(task.sheet, loaded.fonts);
    case 'dossier':
      return dossier(task.plan, task.port, loaded);
  }
}

async function marked<Result extends Printed | Dossier | null>(result: Result, mark?: string): Promise<Result> {
  if (result === null || mark === undefined || loaded === null) return result;
  return { ...result, pdf: await markPages(result.pdf, mark, loaded.fonts) };
}

/** Runs one task; the PDF goes back without a copy. */
export default async function print(task: PrintTask): Promise<unknown> {
  try {
    const result = await marked(await run(task), task.mark);
    return result ? handOver({ ok: true, result }, result.pdf) : { ok: true, result };
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { ok: false, fault } satisfies PrintOutcome<never>;
  }
}

/** The outcome with the memory of its PDF handed over. */
const handOver = (outcome: PrintOutcome<Printed | Dossier>, pdf: Uint8Array): unknown =>
  move({ [transferableSymbol]: [pdf.buffer], [valueSymbol]: outcome } as Parameters<typeof move>[0]);
