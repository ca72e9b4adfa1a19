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

test('a record names it where it is chosen, above 以下空白, and every page of it is signed', async () => {
  const record = jobs.record();
  const chosen = { key: 'workersAnnexed', label: '附劳动者名单', type: 'flag' as const, required: false };
  const job = {
    ...record,
    template: {
      ...record.template,
      sections: [
        ...record.template.sections,
        { title: '名单', fields: [chosen, { ...workers, when: { field: 'workersAnnexed', is: [true] } }] },
      ],
    },
  };
  const rows = [{ name: '甲某', idNumber: '11010519491231002X', owed: 2000.1 }];
  const withIt = await print({ ...job, values: { ...job.values, workersAnnexed: true, workers: rows } });
  const without = await print({ ...job, values: { ...job.values, workersAnnexed: false, workers: rows } });
  expect(without.pages).toBe((await print(record)).pages);
  expect(textOf(without.pdf)).not.toContain('劳动者名单');
  expect(withIt.pages).toBe(without.pages + 1);
  expect(textOf(withIt.pdf)).toMatch(/附件：拖欠工资明细表（以下空白）/);
  const annex = textOf(withIt.pdf, withIt.pages);
  expect(annex).toContain('合计1人2,000.10');
  expect(annex).toContain('被询问人');
  expect(textOf(withIt.pdf)).not.toContain('附劳动者名单');
});
