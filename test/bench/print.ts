// What the clerk waits for: the live page, and the one PDF of a whole volume. Run as a program it does the work in a process of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { createPrinter, type Printer } from '../../main/platform/print/printer.ts';
import type { PaperJob } from '../../main/platform/print/job.ts';
import { makeFonts } from '../../scripts/fonts.mjs';
import { item, plan } from '../main/platform/print/sample-dossier.ts';
import { jobs } from '../main/platform/print/sample-jobs.ts';
import { failOnFault } from '../support/fail-on-fault.ts';

const round = (value: number): number => Math.round(value * 10) / 10;
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** A one-page letter whose text differs from call to call, as it does while a clerk types. */
const onePage = (turn: number): PaperJob =>
  jobs.letter({
    state: 'draft',
    remedy: [],
    values: {
      ...jobs.letter().values,
      facts: `第${turn}次修改：经查，你单位拖欠李燊等32名劳动者工资合计120,345.60元。`,
      performBy: '',
    },
  });

async function preview(printer: Printer): Promise<Record<string, number>> {
  const firstMs = await timed(() => printer.preview('paper', onePage(0)));
  const warm: number[] = [];
  for (let turn = 1; turn <= 30; turn += 1) warm.push(await timed(() => printer.preview('paper', onePage(turn))));
  return { firstMs: round(firstMs), warmMedianMs: round(median(warm)), warmWorstMs: round(Math.max(...warm)) };
}

/** A grey page with the noise of paper: some 700 KiB as JPEG, like a scan at 200 dpi. */
const scan = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: {
        width: 1654,
        height: 2339,
        channels: 3,
        background: '#f4f4f0',
        noise: { type: 'gaussian', mean: 235, sigma: 12 },
      },
    })
      .jpeg({ quality: 80 })
      .toBuffer(),
  );

/** 50 scans and 48 papers of three pages: a volume of 195 pages with its cover, catalogue and closing sheet. */
async function dossier(printer: Printer): Promise<Record<string, number>> {
  const record = jobs.record();
  const qa = record.values['qa'];
  const paper = (
    await printer.paper({
      ...record,
      values: { ...record.values, qa: Array.isArray(qa) ? ([...qa, ...qa].slice(0, 14) as typeof qa) : [] },
    })
  ).pdf;
  const picture = await scan();
  const items = Array.from({ length: 96 }, (_, index) =>
    index < 46
      ? item(`调查询问笔录（${index + 1}）`, { kind: 'pdf' })
      : item(`工资表扫描件（${index - 45}）`, { kind: 'picture' }),
  );
  const read = async (index: number): Promise<Uint8Array> => (index < 46 ? paper : picture).slice();
  let pages = 0;
  let bytes = 0;
  const tookMs = await timed(async () => {
    const built = await printer.dossier(plan(items), { read });
    [pages, bytes] = [built.pages, built.pdf.length];
  });
  return {
    pages,
    scans: 50,
    mib: round(bytes / 2 ** 20),
    dossierMs: round(tookMs),
    peakRssMib: round(process.resourceUsage().maxRSS / 1024),
  };
}

async function run(fontsDir: string, what: string): Promise<Record<string, number>> {
  const started = performance.now();
  const printer = createPrinter({ fontsDir, onFault: failOnFault });
  try {
    if (what === 'dossier') return await dossier(printer);
    printer.warmUp();
    await printer.preview('cold', onePage(0));
    const coldFromStartMs = round(performance.now() - started);
    return { coldFromStartMs, ...(await preview(printer)) };
  } finally {
    await printer.close();
  }
}

const program = import.meta.filename;

/** Figures of both jobs, each in a fresh process so that its memory is its own. */
export async function benchPrint(): Promise<Record<string, unknown>> {
  const fontsDir = join(import.meta.dirname, '..', '..', 'out', 'fonts');
  makeFonts(fontsDir);
  const ask = async (what: string): Promise<unknown> =>
    JSON.parse((await promisify(execFile)(process.execPath, [program, what, fontsDir])).stdout);
  return { preview: await ask('preview'), dossier: await ask('dossier') };
}

if (process.argv[1] === program && process.argv[2] && process.argv[3])
  process.stdout.write(JSON.stringify(await run(process.argv[3], process.argv[2])));
