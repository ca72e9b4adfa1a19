import { expect, test } from 'vitest';
import { a4, gridPitch, mm } from '../../../../main/platform/print/page.ts';
import type { RowValue } from '../../../../shared/template/values.ts';
import { print } from './print-job.ts';
import { jobs, signature } from './sample-jobs.ts';
import { check, onPdf, textOf } from './support.ts';

const empty = { values: {}, signatures: [], approvals: [], number: null, date: null, remedy: [] };

test('a record is signed on every page and says where it ends', async () => {
  const { pdf, pages } = await print(jobs.record());
  expect(pages).toBe(2);
  for (const page of [1, 2]) expect(textOf(pdf, page)).toContain(`被询问人：张喆2026年10月9日第${page}页共2页`);
  expect(textOf(pdf, 2)).toContain('（以下空白）询问人：赵明');
  expect(textOf(pdf)).toContain('答：没有按月足额支付。');
});

/** Distance from the upper edge to the foot of the last words of a page, in points. */
const lowestWord = (pdf: Uint8Array, page: number): number =>
  Math.max(
    ...[
      ...onPdf(pdf, 'pdftotext', (file) => ['-bbox', '-f', String(page), '-l', String(page), file, '-']).matchAll(
        /yMax="([\d.]+)"/g,
      ),
    ].map((match) => Number(match[1])),
  );

test('a long reason for refusing to sign stays on the sheet and off the text', async () => {
  const refused = signature('被询问人', '张喆', {
    mode: '拒签',
    reason: '对记录的加班时间有异议，认为考勤机时间不准，要求先核对考勤机后台数据再签名。'.repeat(4),
    witness: '李燊',
  });
  const { pdf, pages } = await print(jobs.record({ signatures: [refused] }));
  for (let page = 1; page <= pages; page += 1) {
    expect(lowestWord(pdf, page)).toBeLessThan(a4.height - mm(8));
    expect(textOf(pdf, page)).toContain('再签名，见证人：李燊。2026年10月9日');
  }
});

test('signatures of a record never stand alone on a page', async () => {
  for (let answers = 1; answers <= 9; answers += 1) {
    const job = jobs.record();
    const { pdf, pages } = await print({
      ...job,
      values: {
        ...job.values,
        qa: (job.values['qa'] as RowValue[]).concat(job.values['qa'] as RowValue[]).slice(0, answers),
      },
    });
    expect([answers, /答：|证件/.test(textOf(pdf, pages))]).toEqual([answers, true]);
  }
});

test('what is written by hand has lines 8 mm apart, however close the form is set', async () => {
  const { pdf } = await print(jobs.form({ ...empty, state: 'blank' }));
  const officers = jobs.record({ ...empty, state: 'blank' });
  expect(textOf(pdf)).toContain('年');
  const bbox = onPdf((await print(officers)).pdf, 'pdftotext', (file) => ['-bbox', file, '-']);
  const places = [...bbox.matchAll(/yMin="([\d.]+)"[^>]*>[^<]*执法证号/g)].map((match) => Number(match[1]));
  expect(places.length).toBeGreaterThanOrEqual(2);
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThanOrEqual(mm(8) - 0.1);
});

test('a list of many pages does not end with a seal alone on a page', async () => {
  for (let rows = 38; rows <= 40; rows += 1) {
    const { pdf, pages } = await print({
      ...jobs.list(),
      template: { ...jobs.list().template, class: 'remedy', seal: { kind: '行政机关印章', place: 'date' } },
      values: {
        rows: Array.from({ length: rows * 3 }, (_, index) => ({
          seq: index + 1,
          title: '关于临江市老街坊餐饮管理有限公司拖欠工资一案的调查询问笔录',
          pages: '1',
        })),
      },
    });
    expect([rows, textOf(pdf, pages).includes('调查询问笔录')]).toEqual([rows, true]);
  }
});

test('a letter a few lines too long for its page is set closer instead of ending on a second one', async () => {
  const facts = (lines: number): string => '国'.repeat(28 * lines - 2);
  const letter = (lines: number) =>
    print({
      ...jobs.letter(),
      template: { ...jobs.letter().template, body: '{{ facts }}' },
      values: { partyName: '某公司', facts: facts(lines) },
      remedy: [],
    });
  // By the grid 22 lines less head, addressee, closing and note are left for 9.
  expect((await letter(9)).pages).toBe(1);
  expect((await letter(12)).pages).toBe(1);
  expect((await letter(22)).pages).toBe(2);
  const gridOf = async (lines: number): Promise<number> => {
    const tops = [
      ...onPdf((await letter(lines)).pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(
        /yMax="([\d.]+)">国{20}/g,
      ),
    ].map((match) => Number(match[1]));
    return (tops[2] ?? 0) - (tops[1] ?? 0);
  };
  expect(await gridOf(5)).toBeCloseTo(gridPitch, 1);
  expect(await gridOf(12)).toBeLessThan(gridPitch - 1);
});

test('room to write at the end of a paragraph ends with its line, and no paragraph is lost', async () => {
  for (let length = 1; length <= 28; length += 1) {
    const body = `${'国'.repeat(length)}：{{ facts }}`;
    const { pdf } = await print({
      ...jobs.letter(),
      ...empty,
      state: 'blank',
      template: { ...jobs.letter().template, addressee: undefined, body },
    });
    const lines = onPdf(pdf, 'pdftotext', (file) => ['-layout', file, '-'])
      .split('\n')
      .map((line) => line.trim());
    expect(lines.join('')).toContain(`${'国'.repeat(length)}：`);
    const written = lines.filter((line) => /^国*：?＿+$/.test(line));
    expect(written.at(-1)?.length).toBeGreaterThanOrEqual(20);
  }
});

test('signatures of a letter never stand alone on a page', async () => {
  const signed = {
    ...jobs.letter().template,
    signatures: [
      { role: '当事人', count: 1, required: true, refusable: true, everyPage: false },
      { role: '执法人员', count: 2, required: true, refusable: false, everyPage: false },
    ],
  };
  for (let lines = 8; lines < 24; lines += 1) {
    const { pdf, pages } = await print({
      ...jobs.letter({ state: 'draft' }),
      template: { ...signed, body: '{{ facts }}\n\n请予配合。' },
      values: { partyName: '某公司', facts: '国'.repeat(28 * lines - 2) },
      remedy: [],
    });
    const last = textOf(pdf, pages);
    expect(last).toContain('请予配合。');
    expect(last).toContain('执法人员：');
  }
});

test('a blank list gives a number no more room than it needs', async () => {
  const rows = {
    key: 'rows',
    label: '清单',
    type: 'rows' as const,
    required: true,
    fields: [
      { key: 'pages', label: '页数', type: 'number' as const, required: true, max: 9999 },
      { key: 'name', label: '名称', type: 'text' as const, required: true, max: 128 },
    ],
  };
  const list = jobs.list();
  const { pdf } = await print({
    ...list,
    ...empty,
    state: 'blank',
    template: { ...list.template, sections: [{ title: '清单', fields: [rows] }] },
  });
  const middles = Object.fromEntries(
    [
      ...onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(
        /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(页数|名称)</g,
      ),
    ].map((match) => [match[3], (Number(match[1]) + Number(match[2])) / 2]),
  );
  expect(middles['页数']).toBeLessThan(200);
  expect(middles['名称']).toBeGreaterThan(320);
});

test('a list repeats its heading and keeps its rows whole', async () => {
  const { pdf, pages } = await print(jobs.list());
  for (let page = 1; page <= pages; page += 1) expect(textOf(pdf, page)).toContain('顺序号文号责任者题名日期页号备注');
  expect(textOf(pdf)).toContain('20261009');
  expect([...textOf(pdf).matchAll(/的调查询问笔录/g)]).toHaveLength(40);
});

test('running text longer than pages goes on, with nothing lost', async () => {
  const facts = Array.from({ length: 400 }, (_, index) => `第${index + 1}项事实：拖欠工资。`).join('');
  const { pdf, pages } = await print(jobs.form({ values: { ...jobs.form().values, knownFacts: facts } }));
  expect(pages).toBeGreaterThan(4);
  const said = textOf(pdf).replaceAll(/第\d+页共\d+页|立案审批表（续）临人社监立字〔2026〕第001号/g, '');
  expect(said).toContain(facts.slice(-200));
  expect(check(pdf)).toContain('No syntax or stream encoding errors');
});
