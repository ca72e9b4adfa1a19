import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compose, createTypesetter } from '../../../../main/platform/print/compose.ts';
import { MissingGlyph } from '../../../../main/platform/print/faults.ts';
import { openFonts } from '../../../../main/platform/print/fonts.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';
import { a4, gridPitch, gridSize, mm, officialMargins } from '../../../../main/platform/print/page.ts';
import { opinionText } from '../../../../main/platform/print/layouts/signatures.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import type { RowValue } from '../../../../shared/template/values.ts';
import { jobs, signature } from './sample-jobs.ts';
import { check, fontsDir, onPdf, shippedFonts, textOf } from './support.ts';

const fonts = shippedFonts();
const texts = createTexts();
const print = (job: PaperJob) => printPaper(job, fonts, texts);
const text = async (job: PaperJob): Promise<string> => textOf((await print(job)).pdf);
const empty = { values: {}, signatures: [], approvals: [], number: null, date: null, remedy: [] };

test('the type area holds 22 lines of 28 characters (GB/T 9704-2012 5.2.3)', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set('国'.repeat(28 * 22 + 1), 'body', { alignment: 'justify' });
  const { pdf, pages } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const first = onPdf(pdf, 'pdftotext', (file) => ['-l', '1', '-layout', file, '-'])
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  expect(first.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  expect(pages).toBe(2);
});

test('mixed fonts keep the line pitch', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set('国𠮷☑'.repeat(28 * 5), 'body');
  const { pdf } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const tops = [...onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(/yMax="([\d.]+)">[^<]*国/g)].map(
    (match) => Number(match[1]),
  );
  const steps = [...new Set(tops)].slice(1).map((top, index) => top - ([...new Set(tops)][index] ?? 0));
  expect(steps.length).toBeGreaterThan(10);
  for (const step of steps) expect(step).toBeCloseTo(gridPitch, 1);
});

test('a line before a long number ends short instead of being pulled apart', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set(`${'国'.repeat(18)}${'9'.repeat(40)}${'国'.repeat(30)}`, 'body', { alignment: 'justify' });
  const { pdf } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const [, left, right] =
    /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>国{18}</.exec(onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-'])) ??
    [];
  expect(Number(right) - Number(left)).toBeCloseTo(18 * gridSize, 0);
});

test('an issued decision says everything once and carries no draft mark', async () => {
  const printed = await print(jobs.letter());
  const said = textOf(printed.pdf);
  for (const part of [
    '临江市人力资源和社会保障局行政处罚决定书临人社监罚字〔2026〕第001号',
    '临江市老街坊餐饮管理有限公司：',
    '统一社会信用代码：91220681MA0Y2K5X7T',
    '《调查询问书》（临人社监询字〔2026〕第007号）',
    '处以罚款12,000.00元（大写：壹万贰仟元整）',
    '请于2026年12月7日前',
    '向临江市人民政府申请行政复议',
    '临江市人力资源和社会保障局2026年11月22日',
    '第1页共2页',
    '第2页共2页',
  ])
    expect(said).toContain(part);
  expect(said).not.toContain('草稿');
  expect(said).not.toContain('（印章）');
  expect(printed.pages).toBe(2);
  expect(check(printed.pdf)).toContain('No syntax or stream encoding errors');
});

test('a draft is marked, shows the place of the seal and leaves open what is missing', async () => {
  const said = await text(jobs.letter({ state: 'draft', number: null, values: { partyName: '某公司' } }));
  expect(said).toContain('草');
  expect(said).toContain('（印章）');
  expect(said).toContain('临人社监罚字〔＿＿〕第＿＿号');
  expect(said).toContain('处以罚款＿＿＿＿＿＿');
});

test('empty cells of an issued form say “/”, those of a draft and a blank stay open', async () => {
  const said = await text(jobs.form({ values: { ...jobs.form().values, partyPosition: '' } }));
  expect(said).toMatch(/职务\/|\/职务/);
  expect(said).toContain('备注/');
  expect(await text(jobs.form({ state: 'draft', number: null }))).not.toContain('备注/');
  expect(await text(jobs.form({ state: 'blank', ...empty }))).toContain('☐投诉☐举报☐巡查☐上级交办');
});

test('a form shows opinions with name and day, ticks, money in capitals and every row', async () => {
  const said = await text(jobs.form());
  for (const part of [
    '同意。建议立案调查。签名：赵明2026年9月29日',
    '签名：周立2026年9月30日',
    '☐是☑否',
    '120,345.60元（大写：壹拾贰万零叁佰肆拾伍元陆角整）',
    '李燊',
    '220681199001011234',
    '2026年9月28日9时05分',
    '立案审批表（续）',
  ])
    expect(said).toContain(part);
});

test.each([
  ['同意', '情况属实。', '同意。情况属实。'],
  ['同意', '情况属实，同意。', '情况属实，同意。'],
  ['同意', '不同意见已听取。', '同意。不同意见已听取。'],
  ['退回修改', '请补证据。', '退回修改。请补证据。'],
] as const)('%s with “%s” reads “%s”', (verdict, opinion, says) => {
  expect(
    opinionText({ step: 0, label: '', verdict, opinion, personId: 'a', name: '赵明', at: '2026-09-29T09:00:00+08:00' }),
  ).toBe(says);
});

test('an opinion that was taken back is not on the paper', async () => {
  const [first, ...rest] = jobs.form().approvals;
  const sentBack = {
    ...first!,
    verdict: '退回修改' as const,
    opinion: '事实不清，退回。',
    at: '2026-09-28T09:00:00+08:00',
  };
  expect(await text(jobs.form({ approvals: [sentBack, first!, ...rest] }))).not.toContain('事实不清');
});

test('a refused signature is told with its reason and witness (第十七条)', async () => {
  const refused = signature('被询问人', '张喆', { mode: '拒签', reason: '对记录内容有异议', witness: '李燊' });
  expect(await text(jobs.record({ signatures: [refused] }))).toContain(
    '被询问人（张喆）拒绝签名，理由：对记录内容有异议，见证人：李燊。2026年10月9日',
  );
});

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

test('a paper somebody else seals keeps room for that seal and not for the office’s', async () => {
  const form = jobs.form().template;
  const sealedBy = (seal: NonNullable<typeof form.seal>) => text(jobs.form({ template: { ...form, seal } }));
  expect(await sealedBy({ kind: '行政机关印章', place: 'date' })).toContain(
    '临江市人力资源和社会保障局（印章）2026年11月22日',
  );
  for (const [seal, who] of [
    [{ kind: '提供单位章', place: 'box' }, '提供单位（盖章）'],
    [{ kind: '申请人章', place: 'box', by: '稽核对象' }, '稽核对象（盖章）'],
  ] as const) {
    expect(await sealedBy(seal)).toContain(who);
    expect(await sealedBy(seal)).not.toContain('社会保障局（印章）');
  }
  const list = jobs.list();
  expect(
    await text({ ...list, template: { ...list.template, class: 'remedy', seal: { kind: '双方章', place: 'date' } } }),
  ).toContain('移交单位（印章）接收单位（印章）');
});

test('a paper of another organ bears its name, and leaves room for it on a blank', async () => {
  const letter = jobs.letter();
  const [first, ...rest] = letter.template.sections;
  const template = {
    ...letter.template,
    sections: [
      {
        ...first!,
        fields: [...first!.fields, { key: 'organ', label: '社会保险经办机构', type: 'text' as const, required: true }],
      },
      ...rest,
    ],
  };
  const said = await text({ ...letter, template, values: { ...letter.values, organ: '临江市社会保险事业管理局' } });
  expect(said).toContain('临江市社会保险事业管理局行政处罚决定书');
  expect(said).toContain('临江市社会保险事业管理局2026年11月22日');
  expect(await text({ ...letter, ...empty, template, state: 'blank' })).not.toContain(
    '临江市人力资源和社会保障局行政处罚决定书',
  );
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

test('a paper of several kinds is called by the one it is, and by all of them on a blank', async () => {
  const kinds = { titles: { field: 'relation', of: { 法定代表人: '法定代表人询问笔录' } } };
  const job = jobs.record();
  const template = { ...job.template, ...kinds };
  expect(await text({ ...job, template })).toContain('法定代表人询问笔录');
  expect(await text({ ...job, template, values: { ...job.values, relation: '证人' } })).not.toContain(
    '法定代表人询问笔录',
  );
  expect(await text({ ...job, ...empty, template, state: 'blank' })).not.toContain('法定代表人询问笔录');
});

test('informant data is left out for who may not see it', async () => {
  const job = jobs.form();
  const [first, ...rest] = job.template.sections;
  const secret = {
    ...job,
    template: {
      ...job.template,
      sections: [
        {
          ...first!,
          fields: [
            ...first!.fields,
            { key: 'informant', label: '举报人', type: 'text' as const, required: false, secret: true },
          ],
        },
        ...rest,
      ],
    },
    values: { ...job.values, informant: '刘举报' },
  };
  expect(await text(secret)).toContain('刘举报');
  const hidden = await text({ ...secret, withoutSecrets: true });
  expect(hidden).not.toContain('刘举报');
  expect(hidden).toContain('（依法保密）');
});

test('a field whose condition does not hold is not printed, but stands on a blank', async () => {
  const job = jobs.form();
  const [first, ...rest] = job.template.sections;
  const template = {
    ...job.template,
    sections: [
      {
        ...first!,
        fields: [
          ...first!.fields,
          {
            key: 'urgentReason',
            label: '紧急理由',
            type: 'text' as const,
            required: false,
            when: { field: 'urgentOnSite', is: [true] },
          },
        ],
      },
      ...rest,
    ],
  };
  expect(await text({ ...job, template })).not.toContain('紧急理由');
  expect(await text({ ...job, template, ...empty, state: 'blank' })).toContain('紧急理由');
});

test('a character no font has is refused by name, wherever it stands', async () => {
  const refused = await print(
    jobs.form({ values: { ...jobs.form().values, partyName: '𠀀公司', partyLegalRep: '王\u{F0000}' }, number: '𠀀' }),
  ).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MissingGlyph);
  expect((refused as MissingGlyph).characters.toSorted()).toEqual(['𠀀', '\u{F0000}']);
});

test('control and zero-width characters typed by mistake leave no trace', async () => {
  expect(
    await text(jobs.form({ values: { ...jobs.form().values, partyLegalRep: '张\u200B\u0007喆\uFEFF' } })),
  ).toContain('张喆');
});

test('equal input gives equal bytes, from fonts opened anew too', async () => {
  const hash = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex');
  const others = openFonts(fontsDir(), []);
  for (const job of [jobs.letter(), jobs.form(), jobs.record({ state: 'draft' }), jobs.list()]) {
    expect(hash((await printPaper(job, others, createTexts())).pdf)).toBe(hash((await print(job)).pdf));
  }
});

test('a long name of the office stays on its line', async () => {
  const office = { ...jobs.letter().office, name: '某某省某某某某某自治州某某某族自治县人力资源和社会保障局' };
  expect(
    onPdf((await print(jobs.letter({ office }))).pdf, 'pdftotext', (file) => ['-layout', file, '-'])
      .split('\n')
      .map((line) => line.trim()),
  ).toContain(office.name);
});
