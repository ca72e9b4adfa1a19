import { readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import {
  embeddedFonts,
  parseFont,
  type EmbeddedFont,
  type FontFile,
  type ParsedFont,
  type PdfDocument,
} from './pdfmake.ts';

/** A font file the printer may use, by the name layouts call it. */
export type FaceName = 'fang' | 'xiaobiaosong' | 'song' | 'songBold' | 'hei' | 'heiBold' | 'kai' | 'symbols';
/** What a piece of text is, in the words of GB/T 9704: the faces tried for it stand in `chains`. */
export type Family = 'body' | 'strong' | 'title' | 'hei' | 'heiBold' | 'kai';

/** A piece of text one face can draw whole. */
export interface Run {
  text: string;
  font: FaceName;
}

export interface Fonts {
  /** Cuts text into runs by the first face of the family that has every character; characters nobody has go into `missing`. */
  runs(text: string, family: Family, missing: Set<string>): Run[];
  /** The face made ready for one document; parsed fonts and measured characters are shared between documents. */
  embed(document: PdfDocument, face: FaceName): EmbeddedFont;
  /** The parsed font of a face, for writers other than pdfkit. */
  parsed(face: FaceName): ParsedFont;
}

const shipped: Partial<Record<FaceName, string>> = {
  song: 'NotoSerifSC-400.ttf',
  songBold: 'NotoSerifSC-700.ttf',
  hei: 'NotoSansSC-400.ttf',
  heiBold: 'NotoSansSC-700.ttf',
  kai: 'LXGWWenKai-500.ttf',
  symbols: 'NotoSansSymbols2-400.ttf',
};
/** Fonts GB/T 9704 names that may be used where they are installed but not shipped: their licences do not allow it. */
const installed: Partial<Record<FaceName, RegExp>> = {
  fang: /^(simfang|fangsong|fangsong_gb2312|仿宋|仿宋_gb2312|fzfsk|fzfsjw).*\.(ttf|otf)$/i,
  xiaobiaosong: /^(fzxbsk|fzxbsjw|方正小标宋).*\.(ttf|otf)$/i,
};
const chains: Record<Family, FaceName[]> = {
  body: ['fang', 'song', 'kai', 'symbols'],
  strong: ['songBold', 'kai', 'symbols'],
  title: ['xiaobiaosong', 'songBold', 'kai', 'symbols'],
  hei: ['hei', 'kai', 'symbols'],
  heiBold: ['heiBold', 'kai', 'symbols'],
  kai: ['kai', 'song', 'symbols'],
};

/** Every line is as high as its type size whatever the font, so mixed fonts keep the 22-line grid of GB/T 9704. */
const ascender = 880;
const descender = -120;
/** Characters a face remembers the shape of; a few thousand different ones cover years of papers. */
const rememberedLimit = 20_000;

/** Folders in which the system keeps its fonts. */
export function systemFontDirs(): string[] {
  if (platform() === 'win32') {
    const local = process.env['LOCALAPPDATA'];
    return [
      join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      ...(local ? [join(local, 'Microsoft', 'Windows', 'Fonts')] : []),
    ];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local', 'share', 'fonts'),
    join(homedir(), '.fonts'),
  ];
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // A font folder that is missing or closed to us only means that nothing is installed there.
  }
}

/** Where somebody puts a font so that all programs of the machine find it. */
export const fontFolder = (): string =>
  platform() === 'win32' ? (systemFontDirs()[0] ?? '') : '/usr/local/share/fonts';

/** Fonts GB/T 9704 asks for that this machine has not, by name; papers then come in 宋体. */
export function missingFonts(dirs: string[] = systemFontDirs()): string[] {
  const found = findInstalled(dirs);
  return [
    ...(found.fang === undefined ? ['仿宋（仿宋_GB2312）'] : []),
    ...(found.xiaobiaosong === undefined ? ['小标宋（方正小标宋简体）'] : []),
  ];
}

function findInstalled(dirs: string[]): Partial<Record<FaceName, string>> {
  const files = dirs.flatMap(filesUnder).toSorted();
  const found: Partial<Record<FaceName, string>> = {};
  for (const [face, pattern] of Object.entries(installed) as [FaceName, RegExp][]) {
    const file = files.find((path) => pattern.test(path.split(/[\\/]/).at(-1) ?? ''));
    if (file && isUsable(file)) found[face] = file;
  }
  return found;
}

function isUsable(file: string): boolean {
  try {
    const { font } = parseFont(file);
    const isChinese = [...'中华人民共和国'].every((character) =>
      font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    );
    return isChinese && !font['OS/2']?.fsType?.noEmbedding;
  } catch {
    return false; // A damaged font on the clerk's machine must not stop printing: the shipped ones do.
  }
}

interface Face extends FontFile {
  shapes: Record<string, unknown>;
  remembered: number;
}

/**
 * Opens the printer's fonts. Files are read when a face is first used and stay in memory.
 * @param fontsDir folder filled by scripts/fonts.mjs
 * @param searchDirs where to look for installed 仿宋 and 小标宋
 * @throws Error when a shipped font is missing or damaged
 */
export function openFonts(fontsDir: string, searchDirs: string[] = systemFontDirs()): Fonts {
  const files = {
    ...findInstalled(searchDirs),
    ...Object.fromEntries(Object.entries(shipped).map(([face, name]) => [face, join(fontsDir, name)])),
  } as Partial<Record<FaceName, string>>;
  const faces = new Map<FaceName, Face>();
  const face = (name: FaceName): Face => {
    let known = faces.get(name);
    if (!known) {
      known = {
        ...parseFont(files[name] ?? ''),
        shapes: Object.create(null) as Record<string, unknown>,
        remembered: 0,
      };
      faces.set(name, known);
    }
    return known;
  };
  const faceFor = (character: string, family: Family): FaceName | undefined =>
    chains[family].find(
      (name) =>
        files[name] !== undefined &&
        [...character].every((part) => face(name).font.hasGlyphForCodePoint(part.codePointAt(0) ?? 0)),
    );
  return {
    runs: (text, family, missing) => cutIntoRuns(text, (character) => faceFor(character, family), missing),
    embed: (document, name) => embed(document, name, face(name)),
    parsed: (name) => face(name).font,
  };
}

const isJoined = /\p{M}|\u{200D}/u;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Splitting by code point is 20 times faster and the same where nothing combines. */
const characters = (text: string): string[] =>
  isJoined.test(text) ? Array.from(graphemes.segment(text), (part) => part.segment) : [...text];

function cutIntoRuns(text: string, faceFor: (character: string) => FaceName | undefined, missing: Set<string>): Run[] {
  const runs: Run[] = [];
  for (const character of characters(text)) {
    const last = runs.at(-1);
    const font = character === '\n' ? (last?.font ?? faceFor(' ')) : faceFor(character);
    if (!font) missing.add(character);
    else if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

function embed(document: PdfDocument, name: FaceName, face: Face): EmbeddedFont {
  const embedded = embeddedFonts(document);
  const known = embedded[name];
  if (known) return known;
  if (face.remembered > rememberedLimit)
    Object.assign(face, { shapes: Object.create(null) as Record<string, unknown>, remembered: 0 });
  const font = new face.Embedded(document, face.font, `F${Object.keys(embedded).length + 1}`);
  Object.assign(font, { ascender, descender, lineGap: 0, layoutCache: rememberShapes(face) });
  embedded[name] = font;
  return font;
}

/** Shapes of short texts (nearly every inline of Chinese is one character) are kept between documents, longer ones are not. */
function rememberShapes(face: Face): Record<string, unknown> {
  return new Proxy(face.shapes, {
    set: (shapes, text: string, shape) => {
      if (text.length > 4) return true;
      shapes[text] = shape;
      face.remembered += 1;
      return true;
    },
  });
}
