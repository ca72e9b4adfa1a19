import { assert, constantFrom, integer, property, record, string, array, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import type { Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { FieldValue, Values } from '../../../shared/template/values.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aCaseFile, office } from '../../support/a-case-file.ts';
import { paperIn, upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { fillPaper } from '../../support/fill-paper.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';

const decisions = [...definitions.templates.values()].filter((template) => template.class === 'decision');

/** Texts a clerk may type: sentences of the field, of any length. */
const sentences = [
  '经查，',
  '该单位安排职工加班。',
  '有考勤记录、工资表为证。',
  '依据《劳动保障监察条例》第二十五条',
  '1．',
  '（一）',
  ' ',
  '\n',
  '叁仟陆佰元',
  'A4',
  '㐂',
];
const someText: Arbitrary<string> = array(constantFrom(...sentences), { minLength: 1, maxLength: 12 }).map(
  (parts) => `查明${parts.join('')}`,
);

/** What an empty field may look like. */
const nothing: Arbitrary<FieldValue | undefined> = constantFrom<(FieldValue | undefined)[]>(
  '',
  '   ',
  '\n',
  null,
  undefined,
  [],
);

const filledWith = (template: Template, text: string): Values => {
  const long = fieldsOf(template)
    .filter((field) => field.type === 'longText' && field.when === undefined)
    .map((field) => [field.key, [...text].slice(0, field.max ?? 500).join('')]);
  return fillPaper(template, Object.fromEntries(long));
};

/** A case of nothing but this decision, approved and about to go out. */
const alone = (template: Template, values: Values, over: Partial<CaseFile> = {}): { file: CaseFile; paper: Paper } => {
  const paper: Paper = {
    ...paperIn(aCaseFile(), 'J32'),
    templateId: template.id,
    name: template.name,
    status: 'approved',
    issuedAt: null,
    values,
  };
  return { file: { ...aCaseFile(), papers: [paper], exhibits: [], volume: null, ...over }, paper };
};

const elementFindings = (file: CaseFile, paper: Paper) =>
  blocking(judge(judgementOf(file), 'issue'), 'issue').filter(
    ({ checkId, paperId }) => paperId === paper.id && ['R26a', 'R26b', 'R26c'].includes(checkId),
  );

/** Every field that alone carries, or helps to carry, one of the eight elements. */
const carriers = decisions.flatMap((template) =>
  Object.entries(template.elements ?? {}).flatMap(([element, keys]) => keys.map((key) => ({ template, element, key }))),
);

describe('decision letters', () => {
  it('name a field for each of the eight elements, but for the remedy, which the program writes', () => {
    for (const template of decisions) {
      const empty = Object.entries(template.elements ?? {})
        .filter(([element, keys]) => keys.length === 0 && element !== 'remedy')
        .map(([element]) => element);
      expect([template.id, Object.keys(template.elements ?? {}).length, empty]).toEqual([template.id, 8, []]);
    }
  });

  it('10 000 without one of the elements are all stopped, by the form and by the check', () => {
    const letter = record({ carrier: constantFrom(...carriers), text: someText, left: nothing });
    assert(
      property(letter, ({ carrier: { template, key }, text, left }) => {
        const { file, paper } = alone(template, { ...filledWith(template, text), [key]: left ?? null });
        expect(problemsOf(template, paper.values).map(({ field }) => field)).toContain(key);
        const found = elementFindings(file, paper);
        expect(found.map(({ checkId, field, severity }) => [checkId, field, severity])).toContainEqual([
          'R26a',
          key,
          'veto',
        ]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('without a body to ask for reconsideration are stopped', () => {
    const before = { office: { ...office, formerReconsiderationBody: '' } };
    for (const template of decisions.filter((decision) => decision.dateField !== undefined)) {
      const { file, paper } = alone(
        template,
        { ...filledWith(template, '查明事实。'), [template.dateField ?? '']: '2023-06-01' },
        before,
      );
      expect([template.id, elementFindings(file, paper).map(({ checkId }) => checkId)]).toEqual([
        template.id,
        ['R26b'],
      ]);
    }
  });

  it('1 000 complete ones are none of them stopped', () => {
    const day = integer({ min: 3, max: 24 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`);
    const letter = record({
      facts: someText,
      evidence: someText,
      reasons: someText,
      noticeProcess: someText,
      performMode: someText,
      decidedAt: day,
      fine: integer({ min: 1, max: 29_999 }),
      basis: string({ unit: constantFrom('第', '条', '一', '二'), minLength: 1, maxLength: 20 }),
    });
    const drafting = withPaper(upTo(aCaseFile(), 'J32'), 'J32', { status: 'draft', issuedAt: null, number: null });
    assert(
      property(letter, ({ fine, basis, ...values }) => {
        const penalties = [{ kind: '罚款', amount: fine, basis }];
        const told = withValues(withValues({ ...drafting, today: '2026-04-24' }, 'J21', { penalties }), 'J31', {
          penalties,
        });
        const file = withValues(told, 'J32', { ...values, basis, penalties });
        const input = judgementOf(file);
        const paper = paperIn(file, 'J32');
        expect(obstaclesToIssue(input, paper)).toEqual([]);
        expect(blocking(findingsOfIssue(input, paper, `${values.decidedAt}T16:00`), 'issue')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('of every other kind, complete, lack no element either', () => {
    assert(
      property(constantFrom(...decisions), someText, (template, text) => {
        const { file, paper } = alone(template, filledWith(template, text));
        expect([template.id, problemsOf(template, paper.values)]).toEqual([template.id, []]);
        expect(elementFindings(file, paper)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
