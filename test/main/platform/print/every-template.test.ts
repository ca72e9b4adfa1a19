import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { titleOf, type Field, type Template } from '../../../../shared/template/template.ts';
import type { FieldValue, RowValue, Values } from '../../../../shared/template/values.ts';
import { jobs } from './sample-jobs.ts';
import { shippedFonts, textOf } from './support.ts';

const { templates } = loadDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources'));
const fonts = shippedFonts();
const texts = createTexts();

const samples: Record<Field['type'], (field: Field) => FieldValue> = {
  text: () => '某市某餐饮有限公司',
  longText: () => '经查，该单位拖欠工资。'.repeat(12),
  date: () => '2026-11-22',
  dateTime: () => '2026-11-22T09:30',
  number: () => 3,
  money: () => 12_000.5,
  flag: () => true,
  choice: (field) => field.choices?.[0] ?? '',
  choices: (field) => field.choices?.slice(0, 2) ?? [],
  officers: () => [{ personId: 'a', name: '赵明', certNo: '22068100123' }],
  papers: () => ['p1', 'p2'],
  exhibits: () => ['e1'],
  rows: (field) =>
    [1, 2].map(
      () => Object.fromEntries((field.fields ?? []).map((part) => [part.key, samples[part.type](part)])) as RowValue,
    ),
};

const filled = (template: Template): Values =>
  Object.fromEntries(
    template.sections.flatMap((section) => section.fields).map((field) => [field.key, samples[field.type](field)]),
  );

const job = (template: Template, state: PaperJob['state']): PaperJob => ({
  ...jobs.letter(),
  template,
  state,
  number: null,
  values: state === 'blank' ? {} : filled(template),
});

test.each([...templates.values()].map((template) => [`${template.id} ${template.name}`, template] as const))(
  '%s prints as issued paper, draft and blank',
  async (_, template) => {
    for (const state of ['issued', 'draft', 'blank'] as const) {
      const { pdf, pages } = await printPaper(job(template, state), fonts, texts);
      expect(pages).toBeGreaterThan(0);
      // A title too long for its line wraps and a cover has a title of its own, so only the first words are asked for.
      if (state === 'issued' && template.id !== 'J50')
        expect(textOf(pdf)).toContain(titleOf(template, filled(template)).slice(0, 6).replaceAll(/\s/g, ''));
    }
  },
);
