// What a printer's day costs: every shipped paper once, filled, in the printing thread. Run as a program it does the work in a process of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadDefinitions } from '../../main/platform/definitions/load.ts';
import type { PaperJob } from '../../main/platform/print/job.ts';
import { createPrinter } from '../../main/platform/print/printer.ts';
import type { Template } from '../../shared/template/template.ts';
import { makeFonts } from '../../scripts/fonts.mjs';
import { jobs } from '../main/platform/print/sample-jobs.ts';
import { fillPaper } from '../support/fill-paper.ts';
import { failOnFault } from '../support/fail-on-fault.ts';

const root = join(import.meta.dirname, '..', '..');
const jobOf = (template: Template): PaperJob => ({
  ...jobs.letter(),
  template,
  values: fillPaper(template),
  number: null,
  remedy: template.elements ? jobs.letter().remedy : undefined,
});

async function run(fontsDir: string): Promise<Record<string, number | string>> {
  const { templates } = loadDefinitions(join(root, 'resources'));
  const printer = createPrinter({ fontsDir, onFault: failOnFault });
  try {
    const times: { id: string; pages: number; ms: number }[] = [];
    for (const template of templates.values()) {
      const from = performance.now();
      const { pages } = await printer.paper(jobOf(template));
      times.push({ id: template.id, pages, ms: performance.now() - from });
    }
    const sum = (of: (item: (typeof times)[number]) => number): number =>
      times.reduce((total, time) => total + of(time), 0);
    // The first waits for the thread and its fonts.
    const [slowest] = times.slice(1).toSorted((time, other) => other.ms - time.ms);
    const allMs = sum((item) => item.ms);
    return {
      papers: times.length,
      pages: sum((item) => item.pages),
      allMs: Math.round(allMs),
      meanMs: Math.round(allMs / times.length),
      slowest: slowest?.id ?? '',
      slowestMs: Math.round(slowest?.ms ?? 0),
    };
  } finally {
    await printer.close();
  }
}

const program = import.meta.filename;

/** All shipped papers printed one after the other from a cold start of the thread, in a fresh process; wanted: 4 s. */
export async function benchPapers(): Promise<unknown> {
  const fontsDir = join(root, 'out', 'fonts');
  makeFonts(fontsDir);
  return JSON.parse((await promisify(execFile)(process.execPath, [program, fontsDir])).stdout);
}

if (process.argv[1] === program && process.argv[2]) process.stdout.write(JSON.stringify(await run(process.argv[2])));
