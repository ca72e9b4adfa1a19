import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDefinitions } from '../../../main/platform/definitions/compiled.ts';
import { procedureWith, stepFaults } from '../../../shared/procedure/own-steps.ts';
import { editionFaults } from '../../../shared/template/edition.ts';
import { aroundFaults, copyOf, nextOwnId, ownIdProblem, usedIn } from '../../../shared/procedure/own-paper.ts';
import { Template } from '../../../shared/template/template.ts';

const { templates, procedures } = openDefinitions(join(import.meta.dirname, '..', '..', '..', 'resources')).definitions;
const shipped = (id: string): Template => templates.get(id)!;
const letter = copyOf(shipped('J06'), { id: 'Z01', name: '约谈通知书', letters: '监约' });

describe('a paper of the bureau', () => {
  test('is a copy with its own id, name and letters that every rule of an edition lets pass', () => {
    expect(letter).toMatchObject({
      id: 'Z01',
      name: '约谈通知书',
      version: 1,
      steps: [],
      unverified: [],
      numbering: { letters: '监约', preNumbered: false },
    });
    expect(Template.parse(letter)).toEqual(letter);
    expect([
      ...editionFaults(letter, null),
      ...aroundFaults(letter, { templates: templates.values(), procedures }),
    ]).toEqual([]);
    expect(copyOf(shipped('J06'), { id: 'Z02', name: '备忘', letters: '' }).numbering).toBeUndefined();
  });

  test('of every shipped paper a copy can be made', () => {
    const faulty = [...templates.values()].flatMap((model) =>
      editionFaults(copyOf(model, { id: 'Z01', name: '新文书', letters: '' }), null).map(
        ({ sentence }) => `${model.id} ${sentence}`,
      ),
    );
    expect(faulty).toEqual([]);
  });

  test('may drop a field the shipped one must keep, unless something of it names the field', () => {
    const [section] = letter.sections;
    const without = {
      ...letter,
      sections: [{ ...section!, fields: section!.fields.slice(1) }, ...letter.sections.slice(1)],
    };
    expect(editionFaults(without, null)).toEqual([]);
    expect(editionFaults({ ...without, id: 'J06' }, shipped('J06'))[0]?.path).toBe('sections');
  });

  test.each([
    [['Z01', 'J04'], 'Z02'],
    [[], 'Z01'],
    [['Z02'], 'Z01'],
  ])('after %j the next id is %s', (taken, next) => expect(nextOwnId(taken)).toBe(next));

  test.each([
    ['J99', /用|Z/],
    ['Z1', /两位数字/],
    ['z01', /两位数字/],
    ['Z01', /已经用了/],
  ])('the id %s is refused', (id, sentence) => expect(ownIdProblem(id, ['Z01'])).toMatch(sentence));

  test('neither its name nor its letters are those of another paper', () => {
    const faults = aroundFaults(
      { ...letter, name: shipped('J04').name, numbering: { ...letter.numbering!, letters: '监立' } },
      { templates: templates.values(), procedures },
    );
    expect(faults.map(({ path }) => path)).toEqual(['name', 'numbering.letters']);
    expect(faults[1]?.sentence).toContain('立案审批表');
  });

  test('what names a field is said before it may go', () => {
    const decision = shipped('J32');
    expect(usedIn(decision, 'facts')).toMatch(/八项要素/);
    expect(usedIn({ ...letter, body: '请于{{ own1 | day }}到场', elements: undefined }, 'own1')).toBe('正文');
    expect(usedIn({ ...letter, dateField: 'own1' }, 'own1')).toBe('文书日期');
    expect(
      usedIn(
        {
          ...letter,
          sections: [
            { title: '', fields: [{ key: 'a', label: '甲', type: 'text', required: { field: 'own1', filled: true } }] },
          ],
        },
        'own1',
      ),
    ).toBe('“甲”的填写条件');
    expect(usedIn(letter, 'own1')).toBeNull();
  });
});

describe('a step a paper adds', () => {
  const penalty = procedures.get('penalty.ordinary')!;
  const asking = (part: Partial<Template['steps'][number]>): Template => ({
    ...letter,
    steps: [{ procedure: 'penalty.ordinary', after: 'file-case', need: 'required', repeats: false, ...part }],
  });
  const ids = (templatesInForce: Template[]): string[] =>
    procedureWith(penalty, templatesInForce).steps.map(({ id }) => id);

  test('stands behind the step it follows, and waits for it', () => {
    const steps = procedureWith(penalty, [asking({})]).steps;
    const index = steps.findIndex(({ id }) => id === 'paper-z01');
    expect(steps[index - 1]?.id).toBe('file-case');
    expect(steps[index]).toMatchObject({
      name: '约谈通知书',
      need: 'required',
      after: ['file-case'],
      doneBy: { papers: ['Z01'] },
      stage: steps[index - 1]?.stage,
      article: letter.articles[0],
    });
    expect(ids([asking({})]).filter((id) => id !== 'paper-z01')).toEqual(penalty.steps.map(({ id }) => id));
  });

  test('changes nothing where no paper adds one, and comes last where the program dropped its step', () => {
    expect(procedureWith(penalty, [letter])).toBe(penalty);
    expect(ids([asking({ after: 'gone' })]).at(-1)).toBe('paper-z01');
    expect(
      procedureWith(procedures.get('inspection') ?? [...procedures.values()].find(({ id }) => id !== penalty.id)!, [
        asking({}),
      ]).steps.some(({ id }) => id === 'paper-z01'),
    ).toBe(false);
  });

  test.each<[Partial<Template['steps'][number]>, string]>([
    [{ procedure: 'nothing' }, 'steps.0.procedure'],
    [{ after: '' }, 'steps.0.after'],
    [{ after: 'gone' }, 'steps.0.after'],
  ])('%j is refused at its place', (part, path) =>
    expect(stepFaults(asking(part), procedures)).toMatchObject([{ path }]),
  );

  test('needs an article, and one place in a procedure', () => {
    const [step] = asking({}).steps;
    expect(stepFaults({ steps: [step!, step!], articles: [] }, procedures).map(({ path }) => path)).toEqual([
      'articles',
      'steps.1.procedure',
    ]);
  });
});
