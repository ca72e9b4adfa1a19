import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

const sources = globSync('{main,shared,renderer,scripts,test}/**/*.{ts,tsx,mjs,mts}').map((file) =>
  file.split(path.sep).join('/'),
);
const text = (file: string): string => readFileSync(file, 'utf8');

const imports = (file: string): string[] =>
  [...text(file).matchAll(/(?:from\s+|import\s+|import\()'([^']+)'/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );

/** A file inside the project as a path from its root; a package as its name. */
const resolved = (file: string, name: string): string =>
  name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;

interface Layer {
  of: RegExp;
  may: RegExp[];
}

const features = [
  'staff',
  'households',
  'cases',
  'documents',
  'evidence',
  'archive',
  'handover',
  'supervision',
  'regulation',
  'devices',
];
const beneath = String.raw`main/(store|vault|audit|print|catalogue|feature|host|refused|vault-refusals|print-refusals|worker-url|implementer|signals|folders|prints|jobs)(/|\.ts)`;
const packages = String.raw`(?!main/|shared/|renderer/|electron$)`;
const layer = (of: string, ...may: string[]): Layer => ({
  of: new RegExp(`^${of}`),
  may: may.map((one) => new RegExp(`^${one}`)),
});

/** What each part may import; a feature only those beneath it, never its host, its door or a feature above it. */
const layers: Layer[] = [
  layer('shared/', 'shared/', 'zod$', '@orpc/contract$', 'dayjs$', 'pinyin-pro$'),
  layer('renderer/', 'renderer/', 'shared/', String.raw`(?!node:|electron$|main/)`),
  layer('main/staff/', 'main/staff/', beneath, 'shared/', packages),
  layer('main/households/', 'main/(households|staff)/', beneath, 'shared/', packages),
  layer('main/cases/', 'main/(cases|households|staff)/', beneath, 'shared/', packages),
  layer('main/documents/', 'main/(documents|cases|households|staff)/', beneath, 'shared/', packages),
  layer('main/evidence/', 'main/(evidence|cases|households|staff)/', beneath, 'shared/', packages),
  layer('main/archive/', 'main/(archive|documents|evidence|cases|households|staff)/', beneath, 'shared/', packages),
  layer(
    'main/handover/',
    'main/(handover|archive|documents|evidence|cases|households|staff)/',
    beneath,
    'shared/',
    packages,
  ),
  layer(
    'main/(store|vault|audit|print|catalogue)/',
    'main/(store|vault|audit|print|catalogue)/',
    'main/(refused|worker-url)',
    'shared/',
    packages,
  ),
  layer(
    `main/(?!electron|browser|http|session|sample|demo|profile|workstation|client|host|loading)`,
    `main/(?!electron|browser|http/|workstation)`,
    'shared/',
    packages,
  ),
  layer('main/browser', 'main/', 'shared/', packages),
];

describe('layers', () => {
  test.each(layers)('$of imports only what lies beneath it', ({ of, may }) => {
    const files = sources.filter((file) => of.test(file));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      imports(file)
        .map((name) => resolved(file, name))
        .filter((name) => !may.some((one) => one.test(name)))
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only main/electron and its entry know electron', () => {
    const knowing = sources.filter((file) => file.startsWith('main/') && imports(file).includes('electron'));
    expect(knowing.filter((file) => !/^main\/electron(\/|\.ts)/.test(file))).toEqual([]);
  });

  test('features are the folders the table names', () => {
    const known = new Set([
      ...features,
      'store',
      'vault',
      'audit',
      'print',
      'catalogue',
      'http',
      'electron',
      'browser',
      'session',
      'sample',
    ]);
    const folders = new Set(
      sources.filter((file) => /^main\/[^/]+\//.test(file)).map((file) => file.split('/')[1] ?? ''),
    );
    expect([...folders].filter((folder) => !known.has(folder))).toEqual([]);
  });
});

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const isFunction = (node: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** Functions directly inside a node, not those inside them. */
const innerFunctions = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) => (isFunction(child) ? [child] : innerFunctions(child)));
const allFunctions = (node: Node): Node[] => innerFunctions(node).flatMap((one) => [one, ...allFunctions(one)]);

const linesOf = (source: string, { start, end }: Node): number =>
  source
    .slice(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(\/\/|\*|\/\*)/.test(line)).length;

/** A function's own lines: a factory that hands out closures is a folder of functions, each counted by itself. */
const ownLines = (source: string, node: Node): number =>
  linesOf(source, node) - innerFunctions(node).reduce((sum, inner) => sum + Math.max(0, linesOf(source, inner) - 1), 0);

describe('sizes', () => {
  test('no file over 500 lines', () => {
    expect(sources.filter((file) => text(file).split('\n').length > 500)).toEqual([]);
  });

  test('no function over 120 lines of its own', () => {
    const long = sources
      .filter((file) => /^(main|shared|renderer)\//.test(file))
      .flatMap((file) => {
        const source = text(file);
        const program = parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }) as unknown as Node;
        return allFunctions(program)
          .filter((node) => ownLines(source, node) > 120)
          .map((node) => `${file}:${source.slice(0, node.start).split('\n').length} ${ownLines(source, node)}`);
      });
    expect(long).toEqual([]);
  });
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
  const found = sources.flatMap((file) =>
    words.filter((word) => text(file).includes(word)).map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
});
