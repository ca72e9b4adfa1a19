import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { byteRoutes } from '../../shared/contract/bytes.ts';
import { type Room, rooms } from './rooms.ts';

const list = (pattern: string): string[] => globSync(pattern).map((file) => file.split(path.sep).join('/'));
const program = list('{main,shared,renderer}/**/*.{ts,tsx}');
const everything = [...program, ...list('{scripts,test}/**/*.{ts,tsx,mjs,mts}')];
const text = (file: string): string => readFileSync(file, 'utf8');

/** What a file imports, types and late imports included: a file of the project as a path from its root, a package by its name. */
function imports(file: string): string[] {
  const source = text(file);
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const names = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  return [...new Set(names)].map((name) => resolved(name, file));
}

/** What is loaded together with a file: neither types nor late imports. */
function loadedWith(file: string): string[] {
  const { staticImports, staticExports } = parseSync(file, text(file)).module;
  const names = [
    ...staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType)),
    ...staticExports.flatMap(({ entries }) =>
      entries.filter(({ isType, moduleRequest }) => !isType && moduleRequest !== null),
    ),
  ].map(({ moduleRequest }) => moduleRequest?.value ?? '');
  return names.map((name) => resolved(name, file));
}

const resolved = (name: string, file: string): string =>
  name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;

const isIn = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`);
const isOurs = (name: string): boolean => /^(main|shared|renderer)\//.test(name);
const isWidget = (name: string): boolean =>
  /^(react-aria|react-stately|@internationalized\/|@tanstack\/react-virtual|react-resizable-panels|@codemirror\/)/.test(
    name,
  );
const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

function isAllowed(name: string, { path: own, may, packages, electron, widgets }: Room): boolean {
  if (isOurs(name)) return [own, ...may].some((room) => isIn(name, room));
  if (isWidget(name)) return widgets === true;
  if (packages !== undefined) return packages.includes(packageOf(name));
  return (electron === true || name !== 'electron') && !(own.startsWith('renderer/') && isBuiltin(name));
}

test('no wide space (　) ends or begins a line of JSX, where the compiler drops it', () => {
  const lost = list('renderer/**/*.tsx').filter((file) => /^\s*　|　\s*$/m.test(text(file)));
  expect(lost).toEqual([]);
});

describe('rooms', () => {
  test('each file of the program lies in exactly one', () => {
    const lost = program.filter((file) => rooms.filter((room) => isIn(file, room.path)).length !== 1);
    expect(lost).toEqual([]);
  });

  test('each uses only rooms that stand above it in the table', () => {
    const wrong = rooms.flatMap(({ path: own, may }, index) => {
      const above = rooms.slice(0, index).map((room) => room.path);
      return may.filter((other) => !above.includes(other)).map((other) => `${own} → ${other}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(rooms)('$path imports only what it may', (room) => {
    const files = program.filter((file) => isIn(file, room.path));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter((name) => !isAllowed(name, room))
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('addresses of bytes are made where they are declared, and nowhere else', () => {
  const folders = [...new Set(Object.values(byteRoutes).map(({ path: shape }) => shape.split('/')[1]))];
  const literal = new RegExp(`['"\`]/(${folders.join('|')})(?![\\w-])`);
  const found = list('{main,renderer}/**/*.{ts,tsx}').filter((file) => literal.test(text(file)));
  expect(found).toEqual([]);
});

test('the log-in waits for no database, printing or pictures to load', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (isOurs(file)) loadedWith(file).forEach(visit);
  };
  visit('main/app/workstation.ts');
  const heavy = ['typeorm', 'better-sqlite3-multiple-ciphers', 'pdfmake', '@cantoo/pdf-lib', 'sharp', 'hash-wasm'];
  expect([...seen].filter((name) => heavy.includes(packageOf(name)))).toEqual([]);
  expect(seen).toContain('main/app/http/rpc.ts');
});

test('no trace of the place it was made in, no test switched off', () => {
  const words = [
    ['/wo', 'rk/'],
    ['.skip', '('],
    ['.only', '('],
    ['.to', 'do('],
    ['@ts-', 'ignore'],
    ['as a', 'ny'],
  ].map((parts) => parts.join(''));
  const found = everything.flatMap((file) =>
    words.filter((word) => text(file).includes(word)).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});
