import { describe, expect, test } from 'vitest';
import { bodyChecker } from '../../../../main/platform/definitions/check-body.ts';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { initialValues } from '../../../../shared/procedure/carry.ts';
import { fieldsOf, type Template } from '../../../../shared/template/template.ts';
import { problemsOf } from '../../../../shared/template/validate.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { caseValues } from '../../../support/case-values.ts';
import { answersOf, fillPaper, isAsked } from '../../../support/fill-paper.ts';
import { services, waivers } from '../../../support/sample-papers.ts';

const { templates } = loadDefinitions('resources');
const all = [...templates.values()];
const the = (id: string): Template => {
  const template = templates.get(id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
};
const sentences = (template: Template, values: Parameters<typeof problemsOf>[1]): string[] =>
  problemsOf(template, values).map((problem) => problem.sentence);

/** The papers of the ordinary penalty procedure, from the source to the volume. */
const mainLine = [
  'J01',
  'J04',
  'J06',
  'J07',
  'J08',
  'J15',
  'J18',
  'J21',
  'J23',
  'J24',
  'J31',
  'J32',
  'J39',
  'J40',
  'J45',
  'J49',
  'J50',
  'J51',
  'J52',
  'J53',
];

test('every paper the field knows is there', () => {
  const numbered = (letter: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`);
  const known = [
    ...numbered('J', 55),
    ...numbered('X', 13),
    ...numbered('G', 11),
    ...numbered('S', 8),
    ...numbered('P', 2),
    ...numbered('Q', 2),
    ...numbered('F', 7),
  ];
  const shipped = new Set(all.map((template) => template.id.slice(0, 3)));
  expect(known.filter((id) => !shipped.has(id))).toEqual([]);
  expect(known).toHaveLength(98);
});

describe('realistic papers', () => {
  test.each(mainLine.filter((id) => id !== 'J40'))('%s of the sample case has no problem', (id) => {
    expect(caseValues[id]).toBeDefined();
    expect(sentences(the(id), caseValues[id] ?? {})).toEqual([]);
  });
  test.each(Object.entries(services))('送达回证: %s', (_, values) => expect(sentences(the('J40'), values)).toEqual([]));
  test.each(Object.entries(waivers))('J23: %s', (_, values) => expect(sentences(the('J23'), values)).toEqual([]));
});

describe.each(all.map((template) => [template.id, template] as const))('%s', (_, template) => {
  test('can be filled in, whatever is chosen', () => {
    expect(sentences(template, fillPaper(template))).toEqual([]);
    for (const answer of answersOf(template)) {
      const values = fillPaper(template, answer);
      const key = Object.keys(answer)[0] ?? '';
      if (isAsked(template, values, key)) expect([answer, sentences(template, values)]).toEqual([answer, []]);
    }
  });

  test('begins with values it can keep', () => {
    expect(problemsOf(template, initialValues(template, aCaseFile(), '2026-04-24T09:30'), { draft: true })).toEqual([]);
  });

  test('asks for something, and says so for every required field', () => {
    const required = fieldsOf(template).filter((field) => field.required === true && field.when === undefined);
    expect(required.length).toBeGreaterThan(0);
    expect(problemsOf(template, {}).map((problem) => problem.field)).toEqual(
      expect.arrayContaining(required.map((field) => field.key)),
    );
  });

  test('prints only what it has', () => expect(bodyChecker()(template)).toBeUndefined());
});

test('what goes out is numbered or a record, and a decision is sealed, served and complete', () => {
  const decisions = all.filter((template) => template.class === 'decision');
  expect(decisions.length).toBeGreaterThan(15);
  for (const template of decisions) {
    expect([
      template.id,
      template.seal?.place,
      template.numbering?.letters !== undefined,
      Object.keys(template.elements ?? {}).length,
    ]).toEqual([template.id, 'date', true, 8]);
    expect([template.id, template.dateField === undefined]).toEqual([template.id, false]);
  }
});

test('no two kinds of paper share the letters of their numbers', () => {
  const letters = all.flatMap((template) => (template.numbering === undefined ? [] : [template.numbering.letters]));
  expect(letters.filter((letter, index) => letters.indexOf(letter) < index)).toEqual([]);
});

test('a paper that must be recorded has a place for the reason why it could not be', () => {
  for (const template of all.filter((item) => item.recording.level === 'must')) {
    expect([template.id, fieldsOf(template).some((field) => field.key === 'recordingLimits')]).toEqual([
      template.id,
      true,
    ]);
  }
});
