import { expect, test } from 'vitest';
import { print } from './print-job.ts';
import { jobs } from './sample-jobs.ts';
import { check, textOf } from './support.ts';

const letter = jobs.letter();
const workers = {
  key: 'workers',
  label: '劳动者名单',
  type: 'rows' as const,
  required: false,
  annex: '拖欠工资明细表',
  fields: [
    { key: 'name', label: '姓名', type: 'text' as const, required: false },
    { key: 'idNumber', label: '身份证号码', type: 'text' as const, required: false },
    { key: 'owed', label: '拖欠（元）', type: 'money' as const, required: false },
  ],
};
const template = {
  ...letter.template,
  sections: [...letter.template.sections, { title: '名单', fields: [workers] }],
};
const withWorkers = (rows: Record<string, string | number>[]) =>
  print({ ...letter, template, values: { ...letter.values, workers: rows } });

test('a list of workers is named below the text and printed behind it, with how many and the sum', async () => {
  const rows: Record<string, string | number>[] = [
    { name: '甲某', idNumber: '11010519491231002X', owed: 2000.1 },
    { name: '乙某', owed: 3000.2 },
  ];
  const { pdf, pages } = await withWorkers(rows);
  const said = textOf(pdf);
  expect(said).toContain('附件：拖欠工资明细表');
  expect(textOf(pdf, pages)).toContain('附件拖欠工资明细表');
  expect(textOf(pdf, pages)).toContain('11010519491231002X');
  expect(textOf(pdf, pages)).toContain('合计2人5,000.30');
  expect(pages).toBe((await print(letter)).pages + 1);
  expect(check(pdf)).toContain('No syntax or stream encoding errors');
});

test('one with nothing in it is neither named nor printed', async () => {
  const { pdf, pages } = await withWorkers([]);
  expect(textOf(pdf)).not.toContain('附件：拖欠工资明细表');
  expect(pages).toBe((await print(letter)).pages);
});
