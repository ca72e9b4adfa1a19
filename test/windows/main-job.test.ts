import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';

/** The parts of demo.json that are compared or taken out of comparison. */
interface Demo {
  papers: unknown[];
  exhibits: unknown[];
  volume: { id: string; caseId: string; sha256: string };
  faults: unknown[];
  files: string[];
  handover: { anchor: string; manifestSha256: string; manifestSm3: string };
}

const places = { linux: 'out/linux', windows: 'out/windows' };
type System = keyof typeof places;
const systems: System[] = ['linux', 'windows'];

const slip = 'data/07_移交清单与回执.pdf';
/** What speaks of the run itself: its audit anchor, in which every id is random, and the hashes of what carries the anchor. */
const ofTheRun = [
  slip,
  'data/manifest.json',
  'bag-info.txt',
  'manifest-sha256.txt',
  'manifest-sm3.txt',
  'tagmanifest-sha256.txt',
  'tagmanifest-sm3.txt',
];

const read = (system: System, name: string): Promise<Buffer> => readFile(join(places[system], 'package', name));
const demoOf = async (system: System): Promise<Demo> =>
  JSON.parse(await readFile(join(places[system], 'demo.json'), 'utf8')) as Demo;

/** Names with `/`, sorted. */
async function filesOf(system: System): Promise<string[]> {
  const root = join(places[system], 'package');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(root.length + 1).replaceAll('\\', '/')).toSorted();
}

async function wordsOf(pdf: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('\f').replaceAll(/\s/g, '');
}

/** Both runs' text of a file, what speaks of the run itself taken out. */
async function withoutTheRun(name: string): Promise<string[]> {
  return Promise.all(
    systems.map(async (system) => {
      const content = await read(system, name);
      const words = name.endsWith('.pdf') ? await wordsOf(content) : content.toString('utf8');
      const { anchor, manifestSha256, manifestSm3 } = (await demoOf(system)).handover;
      const [code = '', entry = ''] = anchor.split(' ');
      return [code, entry, manifestSha256, manifestSm3].reduce(
        (text, own) => text.replaceAll(new RegExp(own, 'gi'), '〈本次〉'),
        words,
      );
    }),
  );
}

beforeAll(async () => {
  const gate = pathToFileURL(resolve('scripts/windows/as-node-24.mjs')).href;
  const job = fork('out/main/demo.js', ['--out', places.windows], { execArgv: ['--import', gate], stdio: 'inherit' });
  expect(await once(job, 'exit')).toEqual([0, null]);
});

test('this is Windows', () => {
  expect(process.platform).toBe('win32');
});

test('the main job makes the same papers, exhibits and volume, and finds them whole', async () => {
  const [linux, windows] = await Promise.all(systems.map(demoOf));
  expect(linux?.papers.length).toBeGreaterThan(15);
  for (const part of ['papers', 'exhibits', 'files', 'faults'] as const) expect(windows?.[part]).toEqual(linux?.[part]);
  expect(windows?.faults).toEqual([]);
  const { id, caseId } = linux?.volume ?? {};
  expect({ ...windows?.volume, id, caseId }).toEqual(linux?.volume);
  expect(linux?.volume.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the court package has the same files, byte for byte but for those that speak of the run itself', async () => {
  const names = await filesOf('linux');
  expect(await filesOf('windows')).toEqual(names);
  const compared = names.filter((name) => !ofTheRun.includes(name));
  const different = [];
  for (const name of compared)
    if (!(await read('windows', name)).equals(await read('linux', name))) different.push(name);
  expect(different).toEqual([]);
  const papers = compared.filter((name) => name.endsWith('.pdf'));
  expect(papers.length).toBeGreaterThan(20);
  process.stdout.write(`${compared.length} of ${names.length} files the same, ${papers.length} PDFs among them\n`);
});

test('the slip says the same but for the anchor and the hashes', async () => {
  const [linux, windows] = await withoutTheRun(slip);
  expect(linux).toContain('〈本次〉');
  expect(windows).toBe(linux);
});

test('manifests name the same files with the same hashes but for those', async () => {
  const lines = async (system: System, name: string): Promise<string[]> =>
    (await read(system, name))
      .toString('utf8')
      .split('\n')
      .filter((line) => !ofTheRun.some((own) => line.endsWith(own)));
  for (const name of ['manifest-sha256.txt', 'manifest-sm3.txt'])
    expect(await lines('windows', name)).toEqual(await lines('linux', name));
  const [linux, windows] = await withoutTheRun('data/manifest.json');
  expect(windows).toBe(linux);
});
