import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const list = (pattern: string): string[] => globSync(pattern).map((file) => file.split(path.sep).join('/'));
const sources = list('renderer/**/*.{ts,tsx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const sheets = list('renderer/**/*.css');

/** The classes that a style sheet gives a look. */
const classesOf = (sheet: string): Set<string> =>
  new Set([...readFileSync(sheet, 'utf8').matchAll(/\.([a-zA-Z][\w-]*)(?=[^{};]*\{)/g)].map(([, name]) => name ?? ''));

/** Who imports a module, and under which name. */
const usersOf = (sheet: string): { file: string; name: string; text: string }[] =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^import (\w+) from '(\.[^']*\.css)';$/gm)]
      .filter(([, , from]) => path.posix.join(path.posix.dirname(file), from ?? '') === sheet)
      .map(([, name]) => ({ file, name: name ?? '', text })),
  );

test('style sheets are modules, but for the theme', () => {
  expect(sheets.filter((sheet) => !sheet.endsWith('.module.css') && !sheet.startsWith('renderer/ui/theme/'))).toEqual(
    [],
  );
});

/** Every declaration of the sheets outside the theme. */
const declarations = sheets
  .filter((sheet) => !sheet.startsWith('renderer/ui/theme/'))
  .flatMap((sheet) => {
    const text = readFileSync(sheet, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    return [...text.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
      property,
      value,
      line: `${sheet}: ${property}: ${value}`,
    }));
  });

/** What only the theme may say; what a sheet says instead. */
const raw: Record<string, (property: string, value: string) => boolean> = {
  'a colour is a token': (_, value) =>
    /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|\b(?:white|black|gr[ae]y|red|green|blue|yellow|orange|amber|navy)\b(?!-)/i.test(
      value.replaceAll(/var\([^)]*\)/g, ''),
    ),
  'a size of text is one of the six': (property, value) =>
    (property === 'font-size' && !/^var\(--type-[a-z]+\)$/.test(value)) || (property === 'font' && value !== 'inherit'),
  'a line belongs to its size': (property, value) =>
    property === 'line-height' && !/^(?:1|inherit|var\(--(?:line-[a-z]+|control)\))$/.test(value),
  'a weight is 400 or 600': (property, value) => property === 'font-weight' && !/^[46]00$/.test(value),
  'a space is one of the five, or a hair': (property, value) =>
    /^(?:padding|margin|gap|row-gap|column-gap)/.test(property) &&
    /(?:(?<![\d.])(?:[3-9]|\d\d+)px|(?<![\d.])\d?\.?\d+rem)/.test(value),
};

test.each(Object.entries(raw))('%s', (_, isRaw) => {
  expect(declarations.length).toBeGreaterThan(1000);
  expect(declarations.filter(({ property, value }) => isRaw(property, value)).map(({ line }) => line)).toEqual([]);
});

test.each([
  ['a colour is a token', 'border', '1px solid #d3d9e1'],
  ['a colour is a token', 'background', 'rgb(0 0 0 / 5%)'],
  ['a colour is a token', 'color', 'white'],
  ['a size of text is one of the six', 'font-size', '0.9rem'],
  ['a size of text is one of the six', 'font', '600 1rem var(--font)'],
  ['a line belongs to its size', 'line-height', '1.35'],
  ['a weight is 400 or 600', 'font-weight', '700'],
  ['a space is one of the five, or a hair', 'padding', '0 0.5rem'],
  ['a space is one of the five, or a hair', 'gap', '12px'],
])('%s: refuses %s: %s', (rule, property, value) => {
  expect(raw[rule]?.(property, value)).toBe(true);
});

test('no colour stands in the code of the page', () => {
  const coloured = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/['"`](#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})['"`]/g)].map(([, colour]) => `${file}: ${colour}`),
  );
  expect(coloured).toEqual([]);
});

test('every token that is asked for exists, and every one that exists is asked for', () => {
  const tokens = readFileSync('renderer/ui/theme/tokens.css', 'utf8');
  const made = new Set([...tokens.matchAll(/^\s+--([a-z0-9-]+):/gm)].map(([, name]) => name ?? ''));
  const texts = [...sheets.map((sheet) => readFileSync(sheet, 'utf8')), ...sources.map(({ text }) => text)];
  const asked = new Set(
    texts.flatMap((text) => [...text.matchAll(/var\(--([a-z0-9-]+)/g)].map(([, name]) => name ?? '')),
  );
  const own = new Set(texts.flatMap((text) => [...text.matchAll(/'--([a-z-]+)'/g)].map(([, name]) => name ?? '')));
  expect([...asked].filter((name) => !made.has(name) && !own.has(name))).toEqual([]);
});

test('a class that is no class of a module is one of the theme', () => {
  const theme = new Set(list('renderer/ui/theme/*.css').flatMap((sheet) => [...classesOf(sheet)]));
  const lost = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`)/g)]
      .flatMap(([, plain, template]) => (plain ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, ' ').split(/\s+/))
      .filter((name) => name !== '' && !theme.has(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(lost).toEqual([]);
});

test.each(sheets.filter((sheet) => sheet.endsWith('.module.css')))(
  '%s has the classes that are used, and no others',
  (sheet) => {
    const classes = classesOf(sheet);
    const users = usersOf(sheet);
    const used = new Set(
      users.flatMap(({ name, text }) =>
        [...text.matchAll(new RegExp(`\\b${name}\\.([a-zA-Z]\\w*)`, 'g'))].map(([, picked]) => picked ?? ''),
      ),
    );
    used.delete('module');
    expect([...used].filter((name) => !classes.has(name))).toEqual([]);
    const picksByName = users.some(({ name, text }) => text.includes(`${name}[`));
    expect([...classes].filter((name) => !picksByName && !used.has(name))).toEqual([]);
  },
);
