import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import { periodIds } from '../../shared/periods/period-ids.ts';
import { paperIds } from '../../shared/template/paper-ids.ts';
import { definitions } from '../support/judgement.ts';

test.each([
  ['papers', paperIds, [...definitions.templates.keys()]],
  ['periods', periodIds, definitions.periodRules.map(({ id }) => id)],
])('each of the shipped %s has exactly one name', (_, named, shipped) => {
  expect(Object.values(named).toSorted()).toEqual(shipped.toSorted());
});

const ids = new Set<string>([...Object.values(paperIds), ...Object.values(periodIds)]);
/** Where the names are given; and a migration stays as it was when it first ran, whatever the papers are called today. */
const exempt =
  /^(shared\/template\/paper-ids|shared\/periods\/period-ids|shared\/regulation\/review-ids|main\/platform\/store\/migrations\/.*)\.ts$/;

function idsIn(file: string): string[] {
  const found: string[] = [];
  const look = (text: unknown): void => {
    if (typeof text !== 'string') return;
    if (ids.has(text) || /\bpaper\.[A-Z]\d/.test(text)) found.push(`${file}: ${text}`);
  };
  const visitor = new Visitor({
    Literal: (node) => look(node.value),
    TemplateElement: (node) => look(node.value.cooked),
    Property: (node) => look(node.key.type === 'Identifier' ? node.key.name : undefined),
  });
  visitor.visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return found;
}

test('code speaks of papers and periods by name, the data files by number', () => {
  const files = globSync('{main,shared,renderer}/**/*.{ts,tsx}').map((file) => file.split(path.sep).join('/'));
  expect(files.filter((file) => !exempt.test(file)).flatMap(idsIn)).toEqual([]);
});
