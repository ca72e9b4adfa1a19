import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { remedyOn } from '../../../../main/features/documents/paper-job.ts';
import { Exhibit } from '../../../../shared/case-file.ts';
import { fieldsOf, type Template } from '../../../../shared/template/template.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';

interface Known {
  same?: string;
  as?: Record<string, string>;
}
const known = Object.entries(
  parse(readFileSync(join(import.meta.dirname, 'fields-of-papers.yaml'), 'utf8')) as Record<string, Known>,
);
const { templates, periodRules } = loadDefinitions('resources');
const { office } = aCaseFile();

/** The papers of a group: J36a and J36b for J36. */
const papersOf = (id: string): Template[] => [...templates.values()].filter((template) => template.id.startsWith(id));
const keysOf = (template: Template): string[] =>
  fieldsOf(template).flatMap(({ key, fields = [] }) => [key, ...fields.map((column) => `${key}.${column.key}`)]);

/** Whether papers carry what a place names, such as `text 五日` or `items.name`. */
const carriers: Record<string, (papers: Template[], name: string) => boolean> = {
  party: (papers) =>
    papers.some((paper) =>
      ['partyName', 'partyKind', 'partyUscc', 'partyLegalRep', 'partyIdNumber', 'partyAddress', 'partyPhone'].every(
        (key) => keysOf(paper).includes(key),
      ),
    ),
  text: (papers, words) =>
    papers.some(
      (paper) =>
        (paper.body ?? '').includes(words) ||
        fieldsOf(paper).some((field) => String(field.default ?? '').includes(words)),
    ),
  approval: (papers, label) =>
    papers.some((paper) =>
      label === '' ? paper.approval.length > 0 : paper.approval.some((step) => step.label === label),
    ),
  signature: (papers, role) =>
    papers.some((paper) =>
      role === '' ? paper.signatures.length > 0 : paper.signatures.some((signature) => signature.role === role),
    ),
  number: (papers) => papers.some((paper) => paper.numbering !== undefined),
  remedy: (papers) => papers.some((paper) => remedyOn('2026-11-22', office, paper, null) !== undefined),
  served: (papers) => papers.some((paper) => paper.serve),
  paper: (_, id) => templates.has(id),
  period: (_, id) => periodRules.some((rule) => rule.id === id),
  exhibit: (_, fact) => fact in Exhibit.shape,
};

function isCarried(papers: Template[], place: string): boolean {
  if (place.split(' ').every((key) => papers.some((paper) => keysOf(paper).includes(key)))) return true;
  const [kind = '', name = ''] = place.split(/ (.*)/);
  return carriers[kind]?.(papers, name) ?? false;
}

test('every paper of the field is compared', () => expect(known).toHaveLength(98));

test.each(known)('%s carries all the notes ask for', (id, { same = '', as = {} }) => {
  const places = [
    ...same
      .split(' ')
      .filter(Boolean)
      .map((key) => [key, key] as const),
    ...Object.entries(as).flatMap(([name, all]) => all.split('；').map((place) => [name, place] as const)),
  ];
  expect(places.length).toBeGreaterThan(0);
  expect(
    places.filter(([, place]) => !isCarried(papersOf(id), place)).map(([name, place]) => `${name} → ${place}`),
  ).toEqual([]);
});
