import type { Period } from '../../../../shared/periods/rule.ts';
import type { Judgement } from '../../../../shared/regulation/finding.ts';
import type { Template } from '../../../../shared/template/template.ts';
import type { Example } from './example.ts';

const unchanged: Example['change'] = (file) => file;

const withTemplate =
  (id: string, over: Partial<Template>) =>
  (input: Judgement): Judgement => {
    const template = input.templates.get(id);
    return template === undefined
      ? input
      : { ...input, templates: new Map(input.templates).set(id, { ...template, ...over }) };
  };

/** A period added to those of the case, of the rule and subject named. */
export const withPeriod =
  (over: Partial<Period>) =>
  (input: Judgement): Judgement => ({
    ...input,
    periods: [
      ...input.periods,
      {
        ruleId: 'X5',
        name: '补正告知',
        caseId: input.file.case.id,
        subjectId: '',
        partyId: null,
        from: '2026-03-02',
        statutory: '2026-03-09',
        due: '2026-03-09',
        unit: 'WD',
        kind: 'max',
        harm: 2,
        duty: '本机关',
        basis: '许可法32',
        article: 12,
        metAt: null,
        note: null,
        charge: null,
        lapses: false,
        ...over,
      },
    ],
  });

/** Defects of templates, procedures and periods rather than of the case. */
export const surroundingExamples: Example[] = [
  {
    id: 'R01a',
    name: 'a template without a basis',
    change: unchanged,
    adjust: withTemplate('J45', { basis: '' }),
    says: '上位依据',
  },
  {
    id: 'R07a',
    name: 'an inspection that nobody need record',
    change: unchanged,
    adjust: withTemplate('J08', { recording: { level: 'may' } }),
    says: '可以不录',
  },
  {
    id: 'R08a',
    name: 'a procedure of its own without service',
    change: unchanged,
    adjust: (input) => ({
      ...input,
      procedure: {
        ...input.procedure,
        caseType: '其他',
        steps: input.procedure.steps.filter((step) => step.stage !== '送达'),
      },
    }),
    says: '缺少送达',
  },
  { id: 'R12b', name: 'a late 补正 notice', change: unchanged, adjust: withPeriod({}), says: '视为受理' },
  {
    id: 'R26c',
    name: 'a decision without a place for the seal',
    change: unchanged,
    adjust: withTemplate('J32', { seal: undefined }),
    says: '用章位置',
  },
  {
    id: 'R29b',
    name: 'too late for the court',
    change: unchanged,
    adjust: withPeriod({ ruleId: 'Q3M', name: '申请强制执行' }),
    says: '申请法院强制执行',
  },
  {
    id: 'R49a',
    name: 'a period without a basis',
    change: unchanged,
    adjust: withPeriod({ ruleId: 'P99', name: '某期限', basis: '', metAt: '2026-03-03' }),
    says: '某期限',
  },
  {
    id: 'K02',
    name: 'a late licence',
    change: unchanged,
    adjust: withPeriod({ ruleId: 'X20', name: '许可决定' }),
    says: '许可决定',
  },
];
