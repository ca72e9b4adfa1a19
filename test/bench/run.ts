// `npm run bench` measures everything below but `million`; `npm run bench -- startUp` only what is named. What is built is of today.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLooks } from './looks.ts';
import { benchPapers } from './papers.ts';
import { benchPrint } from './print.ts';
import { benchRotate } from './rotate.ts';
import { benchRules } from './rules.ts';
import { benchScans } from './scans.ts';
import { benchScreens } from './screens.ts';
import { benchSeal } from './seal.ts';
import { benchStartUp } from './start-up.ts';
import { benchHousehold, benchMillion, benchStore } from './store.ts';
import { benchTyped } from './typed.ts';
import { benchTyping } from './typing.ts';

const benches: Record<string, () => Promise<unknown>> = {
  startUp: benchStartUp,
  seal: () => inFolder(benchSeal),
  print: benchPrint,
  papers: benchPapers,
  scans: benchScans,
  rules: benchRules,
  looks: benchLooks,
  rotate: () => inFolder(benchRotate),
  store: () => inFolder(benchStore),
  household: () => inFolder(benchHousehold),
  typing: benchTyping,
  typed: () => inFolder(benchTyped),
  screens: () => inFolder(benchScreens),
  million: () => inFolder(benchMillion),
};
/** Takes many minutes and some gigabytes of disk: only when named. */
const onlyNamed = ['million'];

/** Runs a measurement in a folder of its own. */
async function inFolder<T>(bench: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'case-bench-'));
  try {
    return await bench(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => benches[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no such measurement: ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);

const results: Record<string, unknown> = {};
// One after the other, because they would slow each other down.
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 ? !onlyNamed.includes(name) : asked.includes(name)) results[name] = await bench();
}

const report = `${JSON.stringify(results, null, 2)}\n`;
await mkdir('out', { recursive: true });
await writeFile('out/bench.json', report);
process.stdout.write(report);
