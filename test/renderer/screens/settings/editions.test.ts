import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { conditionWords } from '../../../../renderer/parts/fields/condition-words.ts';
import { editionStates } from '../../../../renderer/screens/settings/edition-state.ts';
import { withOwn } from '../../../../renderer/screens/settings/rules/own-values.ts';
import { ruleChanges } from '../../../../renderer/parts/editions/rule-words.ts';
import {
  articlesTyped,
  moved,
  placeholderOf,
  withField,
  withFieldMoved,
  withOwnField,
  withoutField,
} from '../../../../renderer/screens/settings/templates/template-draft.ts';
import { templateChanges } from '../../../../renderer/screens/settings/templates/template-words.ts';
import { RuleSettings } from '../../../../shared/case-file.ts';
import { editionFaults } from '../../../../shared/template/edition.ts';
import { fieldsOf, Template } from '../../../../shared/template/template.ts';

const { templates } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;
const j21 = templates.get('J21')!;
const keysIn = (template: Template, section: number): string[] =>
  template.sections[section]!.fields.map(({ key }) => key);

describe('how editions stand', () => {
  const input = (...days: string[]) =>
    editionStates(
      days.map((effectiveFrom) => ({ effectiveFrom })),
      '2026-05-10',
    );
  it('is the newest that has begun; later ones wait, earlier ones are past', () => {
    expect(input('2026-06-01', '2026-05-01', '')).toEqual(['waiting', 'current', 'past']);
    expect(input('')).toEqual(['current']);
  });

  it('an edition that begins no later takes the place of an earlier-saved one', () => {
    expect(input('2026-05-10', '2026-06-01', '2026-04-01', '')).toEqual(['current', 'replaced', 'past', 'past']);
    expect(input('2026-05-20', '2026-05-20', '')).toEqual(['waiting', 'replaced', 'current']);
  });
});

describe('rule settings in words', () => {
  const names = { template: () => '送达回证', procedure: () => '行政许可', reviewItem: () => '案卷封面' };
  it('says old and new of every setting that changed, and what goes back to the proposal', () => {
    const before = RuleSettings.parse({ weights: { A04: 2 } });
    const after = RuleSettings.parse({
      hearingFineUnit: 30_000,
      volumeOrder: 'conclusion',
      recordingLevels: { J40: 'must' },
      retentions: { permit: '永久' },
    });
    expect(ruleChanges(before, after, names)).toEqual([
      { where: '较大数额罚款（单位）', before: '未确定', after: '30000元' },
      { where: '卷内排列', before: '按办理先后（立案在前）', after: '结论在前（决定书在前）' },
      { where: '评查项“案卷封面”', before: '2分', after: '程序建议' },
      { where: '音像记录《送达回证》', before: '程序建议', after: '应当' },
      { where: '保管期限“行政许可”', before: '程序建议', after: '永久' },
    ]);
    expect(ruleChanges(after, after, names)).toEqual([]);
  });

  it('keeps only values that differ from what is proposed', () => {
    expect(withOwn({ A02: 6 }, 'A04', 2, 1)).toEqual({ A02: 6, A04: 2 });
    expect(withOwn({ A02: 6, A04: 2 }, 'A04', 1, 1)).toEqual({ A02: 6 });
    expect(withOwn({ A04: 2 }, 'A04', null, 1)).toEqual({});
  });
});

describe('editing a template', () => {
  it('moves a field within its section and over its end into the next', () => {
    const [first = '', second = ''] = keysIn(j21, 0);
    expect(keysIn(withFieldMoved(j21, 0, 0, 1), 0).slice(0, 2)).toEqual([second, first]);
    const last = keysIn(j21, 0).at(-1)!;
    const over = withFieldMoved(j21, 0, keysIn(j21, 0).length - 1, 1);
    expect([keysIn(over, 0).includes(last), keysIn(over, 1)[0]]).toEqual([false, last]);
    expect(withFieldMoved(j21, 0, 0, -1)).toBe(j21);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('adds fields of the bureau under keys of their own, and takes them out again with what they leave empty', () => {
    const two = withOwnField(withOwnField(j21, 1, 'text', '受理窗口'), 1, 'choice', '是否加急');
    expect(keysIn(two, 1).slice(-2)).toEqual(['own1', 'own2']);
    expect(Template.safeParse(two).success).toBe(true);
    expect(withoutField(withoutField(two, 'own1'), 'own2')).toEqual(j21);
    const alone = {
      ...j21,
      sections: [
        ...j21.sections,
        { title: '本局', fields: [{ key: 'own9', label: '一', type: 'text' as const, required: false }] },
      ],
    };
    expect(withoutField(alone, 'own9').sections).toHaveLength(j21.sections.length);
  });

  it('reads numbers of articles as they are typed', () => {
    expect(articlesTyped('第13条、22，52 ２２')).toEqual([13, 22]);
  });

  it('stands for a field by its kind', () => {
    expect([
      placeholderOf({ key: 'facts', type: 'longText' }),
      placeholderOf({ key: 'decidedAt', type: 'date' }),
      placeholderOf({ key: 'rights', type: 'choices' }),
    ]).toEqual(['{{ facts }}', '{{ decidedAt | day }}', '{{ rights | list }}']);
  });
});

describe('what an edition may not say', () => {
  const faultsOf = (change: (template: Template) => Template): Record<string, string> =>
    Object.fromEntries(editionFaults(change(structuredClone(j21)), j21).map(({ path, sentence }) => [path, sentence]));

  it('finds nothing in any shipped template', () => {
    expect([...templates.values()].flatMap((template) => editionFaults(template, template))).toEqual([]);
  });

  it('names the place of what is blank, twice or contradictory', () => {
    expect(faultsOf((template) => withField(template, 1, 0, { label: ' ' }))['sections.1.fields.0.label']).toBe(
      '请填写栏目名称。',
    );
    expect(faultsOf((template) => withField(template, 1, 0, { min: 20, max: 10 }))['sections.1.fields.0.max']).toMatch(
      /最多小于最少/,
    );
    expect(faultsOf((template) => withField(template, 0, 0, { choices: [] }))).toEqual({});
    expect(
      faultsOf((template) => ({ ...template, approval: [{ label: '', by: '承办人', people: 1, optional: false }] }))[
        'approval.0.label'
      ],
    ).toBeDefined();
    expect(
      faultsOf((template) => ({ ...template, numbering: { ...template.numbering!, letters: '' } }))[
        'numbering.letters'
      ],
    ).toBeDefined();
  });

  it('keeps signature places and columns the checks judge by', () => {
    const j40 = templates.get('J40')!;
    const witness = j40.signatures.find(({ role }) => role === '见证人')!;
    expect(
      editionFaults({ ...j40, signatures: j40.signatures.filter((signature) => signature !== witness) }, j40)[0]
        ?.sentence,
    ).toMatch(/“见证人”不能删去/);
    const penalties = fieldsOf(j21).find(({ key }) => key === 'penalties')!;
    const index = keysIn(j21, 2).indexOf('penalties');
    expect(editionFaults(withField(j21, 2, index, { fields: penalties.fields!.slice(1) }), j21)[0]).toMatchObject({
      path: `sections.2.fields.${index}.fields`,
      sentence: expect.stringContaining('“种类”不能删去'),
    });
  });
});

describe('differences of two editions', () => {
  it('are said place by place in words', () => {
    const after = withOwnField(
      withField(withField(j21, 1, 0, { label: '查明的事实', required: false }), 1, 1, { help: '列明名称和页码' }),
      3,
      'text',
      '窗口',
    );
    const changes = templateChanges(
      j21,
      {
        ...after,
        approval: [{ label: '审核', by: '法规科', people: 1, optional: true }],
        body: `${j21.body}附：{{ own1 }}`,
      },
      [],
    );
    const at = (where: string) => changes.find((change) => change.where === where);
    expect(at('“违法事实”的名称')).toEqual({ where: '“违法事实”的名称', before: '违法事实', after: '查明的事实' });
    expect(at('“违法事实”的要求')).toMatchObject({ before: '必填', after: '选填' });
    expect(at('“证据”的说明')).toMatchObject({ before: '', after: '列明名称和页码' });
    expect(at('“窗口”的名称')).toMatchObject({ before: '', after: '窗口' });
    expect(at('审批')).toMatchObject({
      before: expect.stringContaining('局领导签发意见（分管领导）'),
      after: '审核（法规科，可以省去）',
    });
    expect(at('正文')?.after).toContain('附：{{ 窗口 }}');
    expect(templateChanges(j21, structuredClone(j21), [])).toEqual([]);
  });

  it('says conditions in words', () => {
    const fields = fieldsOf(j21);
    expect(
      conditionWords(
        {
          all: [
            { field: 'noticeKind', is: ['行政处罚'] },
            { field: 'facts', filled: true },
          ],
        },
        fields,
      ),
    ).toBe('“拟作出的决定”为行政处罚，并且“违法事实”已填写');
  });
});
