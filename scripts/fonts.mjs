import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');

/** Font file of ours ← where its npm package keeps it. All are under the SIL Open Font License. */
const copied = {
  'NotoSerifSC-400.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-700.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-400.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-700.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'NotoSansSymbols2-400.ttf': '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
};
/** The licence asks that it goes with the fonts. */
const licences = {
  'OFL-NotoSerifSC.txt': '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  'OFL-NotoSansSC.txt': '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
  'OFL-NotoSansSymbols2.txt': '@expo-google-fonts/noto-sans-symbols-2/LICENSE_FONT',
  'OFL-LXGWWenKai.txt': '@fontsource/lxgw-wenkai/LICENSE',
};
/** Despite "latin" in its name this file holds the whole font. */
const unpacked = { 'LXGWWenKai-500.ttf': '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff' };

/** @returns {number} the largest power of two not above `count`, as the sfnt header wants it. */
const powerBelow = (count) => 2 ** Math.floor(Math.log2(count));

/**
 * Unpacks a WOFF 1.0 file to TrueType: WOFF is the same tables, each deflated. PDF engines need the plain form.
 * @param {Buffer} woff
 * @returns {Buffer}
 */
export function woffToTtf(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + index * 20;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
    const raw = woff.subarray(offset, offset + packed);
    const data = packed < length ? inflateSync(raw) : raw;
    if (data.length !== length) throw new Error('a table of the WOFF file is damaged');
    return { tag: woff.subarray(entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), data };
  });
  const header = Buffer.alloc(12 + count * 16);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(powerBelow(count) * 16, 6);
  header.writeUInt16BE(Math.log2(powerBelow(count)), 8);
  header.writeUInt16BE((count - powerBelow(count)) * 16, 10);
  const parts = [header];
  let at = header.length;
  for (const [index, table] of tables.entries()) {
    const entry = 12 + index * 16;
    table.tag.copy(header, entry);
    header.writeUInt32BE(table.checksum, entry + 4);
    header.writeUInt32BE(at, entry + 8);
    header.writeUInt32BE(table.data.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.data.length % 4)) % 4);
    parts.push(table.data, padding);
    at += table.data.length + padding.length;
  }
  return Buffer.concat(parts);
}

/**
 * Fills `outDir` with the fonts the printer ships (see main/platform/print/fonts.ts). Files that are there already are kept:
 * their names carry family and weight, the package versions are pinned, and a file gets its name only when it is whole.
 * @param {string} outDir
 */
export function makeFonts(outDir) {
  mkdirSync(outDir, { recursive: true });
  const place = (name, write) => {
    const file = join(outDir, name);
    if (existsSync(file)) return;
    // Test runs beside each other may make the same file; the last rename wins with the same bytes.
    const part = `${file}.${randomUUID()}.part`;
    write(part);
    renameSync(part, file);
  };
  for (const [name, source] of Object.entries({ ...copied, ...licences }))
    place(name, (part) => copyFileSync(join(modules, source), part));
  for (const [name, source] of Object.entries(unpacked))
    place(name, (part) => writeFileSync(part, woffToTtf(readFileSync(join(modules, source)))));
}
