// What the clerk waits for when signed paper comes back: a page read and straightened. Run as a program it does the work in a process of its own.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { printPaper } from '../../main/platform/print/paper.ts';
import { createTexts } from '../../main/platform/print/text.ts';
import { createScanReader } from '../../main/platform/scans/scan-reader.ts';
import { jobs } from '../main/platform/print/sample-jobs.ts';
import { shippedFonts } from '../main/platform/print/support.ts';
import { failOnFault } from '../support/fail-on-fault.ts';
import { rendered, scanned } from '../support/scanned.ts';

const PAGES = 20;
const round = (value: number): number => Math.round(value);
const mib = (bytes: number): number => round(bytes / 2 ** 20);

/** What is read: JPEGs of a page each, or a PDF of them. */
const kinds = { jpeg150: 150, jpeg200: 200, pdf300: 300 } as const;
type Kind = keyof typeof kinds;

/** A signed page as a scanner gives it. */
async function scan(dpi: number, seed: number): Promise<{ picture: Buffer; width: number; height: number }> {
  const job = jobs.letter({ state: 'issued', printId: 'D8F031K7' });
  const [page] = await rendered((await printPaper(job, shippedFonts(), createTexts())).pdf, dpi);
  if (page === undefined) throw new Error('no page');
  const picture = await scanned(page, { turned: 1.3, blur: 0.6, noise: 6, scribbled: true, quality: 75, seed });
  return { picture, width: page.width, height: page.height };
}

/** Milliseconds for each page, and what the thread took beyond the process before it. */
async function measured(kind: Kind): Promise<Record<string, number>> {
  const reader = createScanReader({ onFault: failOnFault });
  const page = await scan(kinds[kind], 1);
  const pages = Array.from({ length: PAGES }, () => page);
  const paper = { title: '扫描', author: '', date: '2026-06-12', pages };
  const files =
    kind === 'pdf300'
      ? [{ bytes: await reader.join(paper), mime: 'application/pdf' }]
      : pages.map(({ picture }) => ({ bytes: new Uint8Array(picture), mime: 'image/jpeg' }));
  const before = process.memoryUsage().rss;
  let [most, from] = [before, performance.now()];
  const took: number[] = [];
  let read = 0;
  for (const file of files)
    for await (const result of reader.read(file)) {
      took.push(performance.now() - from);
      if ('code' in result && result.codes === 'both' && result.straightened) read += 1;
      most = Math.max(most, process.memoryUsage().rss);
      from = performance.now();
    }
  await reader.close();
  const [first = 0, ...warm] = took;
  return {
    pages: took.length,
    read,
    firstMs: round(first),
    medianMs: round(warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0),
    worstMs: round(Math.max(...warm)),
    threadMib: mib(most - before),
  };
}

const program = import.meta.filename;

/** Figures of each kind of file, each in a fresh process so that its memory is its own. */
export async function benchScans(): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const kind of Object.keys(kinds))
    figures[kind] = JSON.parse((await promisify(execFile)(process.execPath, [program, kind])).stdout);
  return figures;
}

const asked = process.argv[2];
if (process.argv[1] === program && asked !== undefined && asked in kinds)
  process.stdout.write(JSON.stringify(await measured(asked as Kind)));
