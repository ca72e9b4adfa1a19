// Builds what has changed: `out/renderer` (page), `out/main` (programs, workers, preload), `out/fonts`.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
// As a whole, because Node 20 has to load this file too and lacks some of the names.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeFonts } from './fonts.mjs';
import { writeNotices } from './notices.mjs';
import { setUp } from './setup.mjs';

/** What pdf.js fetches beside its own code: character maps, standard fonts, colour profiles and decoders. */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

const parts = [
  {
    name: 'page',
    inputs: ['renderer/**', 'shared/**', 'vite.page.config.ts', 'package-lock.json'],
    result: 'out/renderer/index.html',
    make: async () => {
      await bundle('vite.page.config.ts');
      for (const folder of PDFJS_FOLDERS)
        await fs.cp(`node_modules/pdfjs-dist/${folder}`, `out/renderer/pdfjs/${folder}`, { recursive: true });
    },
  },
  {
    name: 'definitions',
    inputs: ['resources/**/*.yaml', 'main/platform/definitions/**', 'shared/**'],
    result: 'resources/definitions.json',
    make: async () => (await import('../main/platform/definitions/compile.ts')).compileDefinitions('resources'),
  },
  {
    name: 'main',
    inputs: [
      'main/**',
      'shared/**',
      'vite.main.config.ts',
      'vite.preload.config.ts',
      'package.json',
      'package-lock.json',
    ],
    result: 'out/main/preload.cjs',
    make: async () => {
      await bundle('vite.main.config.ts');
      await bundle('vite.preload.config.ts');
    },
  },
];

/** Last, because it lists what the other parts carry. */
const notices = {
  name: 'notices',
  inputs: ['out/{renderer,main}/licences.json', 'scripts/notices.mjs', 'package.json', 'package-lock.json'],
  result: 'out/THIRD-PARTY-NOTICES.txt',
  make: () => writeNotices('out/THIRD-PARTY-NOTICES.txt'),
};

/** Brings `out/` up to date; a part whose inputs have the same content as at its last build is left alone. */
export async function build() {
  makeFonts('out/fonts');
  await Promise.all(parts.map(buildPart));
  await buildPart(notices);
}

async function buildPart({ name, inputs, result, make }) {
  const stampFile = `out/stamps/${name}`;
  const stamp = await contentHash(inputs);
  if (existsSync(result) && existsSync(stampFile) && (await fs.readFile(stampFile, 'utf8')) === stamp) return;
  // Without its stamp a build that is interrupted here counts as not made.
  await fs.rm(stampFile, { force: true });
  await make();
  await fs.mkdir('out/stamps', { recursive: true });
  await fs.writeFile(stampFile, stamp);
}

/** @param {string[]} patterns */
async function contentHash(patterns) {
  const entries = await Array.fromAsync(fs.glob(patterns, { withFileTypes: true }));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const content = await fs.readFile(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} configFile */
async function bundle(configFile) {
  // Loaded only when there is something to build: it takes longer than everything else here.
  const vite = await import('vite');
  await vite.build({ configFile, logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  await build();
}
