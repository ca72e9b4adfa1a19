import { printPaper } from '../../main/platform/print/paper.ts';
import { createTexts } from '../../main/platform/print/text.ts';
import { createScanReader } from '../../main/platform/scans/scan-reader.ts';
import type { ScanPage, UnreadPage } from '../../main/platform/scans/scan-page.ts';
import { printIdFrom } from '../../shared/identity/page-code.ts';
import { jobs } from '../main/platform/print/sample-jobs.ts';
import { shippedFonts } from '../main/platform/print/support.ts';
import { failOnFault } from '../support/fail-on-fault.ts';
import { type Harm, type Raw, rendered, scanned } from '../support/scanned.ts';
import type { Drilled } from './drilled.ts';
import { randomOf } from './random.ts';

const PAPERS = 40;
const DPI = 150;
/** Pages that do not come back, come back twice, are of another office's print, are of a print that was made anew. */
const LEFT_OUT = 5;
const DOUBLED = 4;
const FOREIGN = 6;
const OLD = 5;

interface Print {
  printId: string;
  kind: 'current' | 'old' | 'foreign';
  pages: number;
}
interface Sheet {
  print: Print;
  page: number;
  picture: Raw;
}
const random = randomOf(20_261_130);
const kinds = Object.values(jobs);

/**
 * The pages of 40 papers come back in one shuffled pile: turned up to 5° or by quarter turns, blurred, noisy, pressed, badly lit, signed across
 * the foot. Every page must be placed where it belongs or named as what it is, what is missing must be named, and nothing may be placed wrongly.
 */
export async function drillScans(): Promise<Drilled> {
  const papers = await printed(PAPERS, 'current');
  const strangers = [...(await printed(4, 'foreign')).slice(0, FOREIGN), ...(await printed(3, 'old')).slice(0, OLD)];
  const own = shuffled(papers);
  const leftOut = own.splice(0, LEFT_OUT);
  const pile = shuffled([...own, ...own.slice(0, DOUBLED), ...strangers]);
  const register = new Map([...papers, ...strangers].map(({ print }) => [print.printId, print]));
  // Another office's prints are not in ours.
  for (const [printId, { kind }] of register) if (kind === 'foreign') register.delete(printId);
  const placing = createPlacing(register);
  const reader = createScanReader({ onFault: failOnFault });
  try {
    for (const sheet of pile)
      for await (const page of reader.read({ bytes: await scanned(sheet.picture, harm()), mime: 'image/jpeg' }))
        placing.take(page, sheet);
  } finally {
    await reader.close();
  }
  return placing.finish(leftOut, pile.length);
}

/** Pages of some papers printed to be signed. */
async function printed(papers: number, kind: Print['kind']): Promise<Sheet[]> {
  const [fonts, texts] = [shippedFonts(), createTexts()];
  const sheets: Sheet[] = [];
  for (let index = 0; index < papers; index += 1) {
    const printId = printIdFrom(Uint8Array.from({ length: 8 }, () => random(256)));
    const job = kinds[index % kinds.length]?.();
    if (job === undefined) throw new Error('no sample paper');
    const { pdf, pages } = await printPaper({ ...job, state: 'issued', printId }, fonts, texts);
    const pictures = await rendered(pdf, DPI);
    sheets.push(...pictures.map((picture, at) => ({ print: { printId, kind, pages }, page: at + 1, picture })));
  }
  return sheets;
}

function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

const harm = (): Harm => ({
  turned: random(1001) / 100 - 5 + 90 * [0, 0, 0, 0, 2, 2, 1, 3][random(8)]!,
  blur: 0.4 + random(70) / 100,
  noise: random(14),
  shade: random(60) / 100,
  scribbled: random(3) === 0,
  border: random(4) === 0 ? 25 : 0,
  quality: 60 + random(30),
  seed: random(1_000_000),
});

/** Does what a tray does with a pile, and compares it with what the pile really was. */
function createPlacing(register: ReadonlyMap<string, Print>): {
  take(page: ScanPage | UnreadPage, sheet: Sheet): void;
  finish(leftOut: readonly Sheet[], pile: number): Drilled;
} {
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  const count = (name: string, by = 1): void => void (counts[name] = (counts[name] ?? 0) + by);
  const placed = new Set<string>();
  const keyOf = (printId: string, page: number): string => `${printId}/${page}`;
  return {
    take(page, { print, page: number }) {
      const code = 'fault' in page ? null : page.code;
      if (code === null) {
        count('unread');
        failures.push(`not read: page ${number} of ${print.printId}`);
        return;
      }
      if ('codes' in page && page.codes === 'both' && page.straightened) count('straightened');
      const key = keyOf(code.printId, code.page);
      const known = register.get(code.printId);
      const named =
        known === undefined ? 'foreign' : known.kind === 'old' ? 'old' : placed.has(key) ? 'double' : 'placed';
      if (named === 'placed') placed.add(key);
      count(named);
      const isRight =
        key === keyOf(print.printId, number) &&
        (named === 'foreign' || named === 'old' ? print.kind === named : print.kind === 'current');
      if (!isRight)
        failures.push(`wrong: page ${number} of ${print.printId} (${print.kind}) taken as ${key} (${named})`);
    },
    finish(leftOut, pile) {
      const current = [...register.values()].filter(({ kind }) => kind === 'current');
      const missing = current.flatMap(({ printId, pages }) =>
        Array.from({ length: pages }, (_, at) => keyOf(printId, at + 1)).filter((key) => !placed.has(key)),
      );
      const really = leftOut.map(({ print, page }) => keyOf(print.printId, page));
      for (const key of missing) if (!really.includes(key)) failures.push(`missed, though in the pile: ${key}`);
      for (const key of really) if (!missing.includes(key)) failures.push(`not missed: ${key}`);
      if (counts['double'] !== DOUBLED) failures.push(`${counts['double'] ?? 0} doubles named of ${DOUBLED}`);
      return { counts: { papers: current.length, pile, missing: missing.length, ...counts }, failures };
    },
  };
}
