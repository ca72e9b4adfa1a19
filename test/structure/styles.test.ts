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
