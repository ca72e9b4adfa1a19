import { expect, test } from 'vitest';
import { opinionText } from '../../../../main/platform/print/layouts/signatures.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';
import type { Field } from '../../../../shared/template/template.ts';
import { print, text } from './print-job.ts';
import { jobs, signature } from './sample-jobs.ts';
import { check, onPdf, textOf } from './support.ts';

const empty = { values: {}, signatures: [], approvals: [], number: null, date: null, remedy: [] };

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

test('an opinion given with the key of a person says so, with its time, and one of before does not', async () => {
  const [first, ...rest] = jobs.form().approvals;
  const said = await text(jobs.form({ approvals: [{ ...first!, byKey: true }, ...rest] }));
  expect(said).toMatch(/签名：赵明2026年9月29日\d+时\d+分经本人密钥签署/);
  expect(said).toContain('签名：周立2026年9月30日');
  expect(said).not.toContain('签名：周立2026年9月30日经');
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

test('a round that was recalled (撤回审批) is not on the paper, nor that it was', async () => {
  const given = jobs.form().approvals;
  const before = given.map((approval) => ({ ...approval, opinion: '上一轮的意见。' }));
  const recalled = { ...given[0]!, label: '撤回', verdict: '退回修改' as const, opinion: '承办人撤回修改' };
  const printed = await text(jobs.form({ approvals: [...before, recalled, ...given] }));
  expect(printed).not.toMatch(/上一轮|撤回/);
  expect(await text(jobs.form({ approvals: before }))).toContain('上一轮的意见');
});

test('a refused signature is told with its reason and witness (第十七条)', async () => {
  const refused = signature('被询问人', '张喆', { mode: '拒签', reason: '对记录内容有异议', witness: '李燊' });
  expect(await text(jobs.record({ signatures: [refused] }))).toContain(
    '被询问人（张喆）拒绝签名，理由：对记录内容有异议，见证人：李燊。2026年10月9日',
  );
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

/** The form with further fields in its first section. */
function formWith(fields: Field[]): PaperJob {
  const job = jobs.form();
  const [first, ...rest] = job.template.sections;
  const sections = [{ ...first!, fields: [...first!.fields, ...fields] }, ...rest];
  return { ...job, template: { ...job.template, sections } };
}

test('an issued form has no whole row of “/”: it leaves out what may stay empty, keeps the place of an opinion, and says 无 in a list', async () => {
  const job = formWith([
    { key: 'demand', label: '诉求', type: 'longText', required: false },
    { key: 'headSays', label: '负责人意见', type: 'longText', required: false },
    {
      key: 'given',
      label: '随附材料',
      type: 'rows',
      required: false,
      fields: [{ key: 'name', label: '材料名称', type: 'text', required: true }],
    },
  ]);
  const issued = await text(job);
  expect(issued).not.toContain('诉求');
  expect(issued).toContain('负责人意见');
  expect(issued).not.toMatch(/负责人意见\/|\/负责人意见/);
  expect(issued).toMatch(/材料名称.{0,3}无/);
  expect(await text({ ...job, state: 'draft', number: null })).toContain('诉求');
  expect(await text({ ...job, ...empty, state: 'blank' })).toContain('诉求');
});

test('a paper says 你 to a person and 你单位 to a unit, and never changes what was typed', async () => {
  const letter = jobs.letter();
  const template = { ...letter.template, body: '请你（单位）于五日内答复。{{ partyName }}' };
  const said = (addressed?: PaperJob['addressed']) =>
    text({ ...letter, template, values: { partyName: '“你（单位）”饭店' }, ...(addressed && { addressed }) });
  expect(await said('你')).toMatch(/请你于五日内答复。“你（单位）”饭店/);
  expect(await said('你单位')).toContain('请你单位于五日内答复。');
  expect(await said()).toContain('请你（单位）于五日内答复。');
});

test('a long name of the office stays on its line', async () => {
  const office = { ...jobs.letter().office, name: '某某省某某某某某自治州某某某族自治县人力资源和社会保障局' };
  expect(
    onPdf((await print(jobs.letter({ office }))).pdf, 'pdftotext', (file) => ['-layout', file, '-'])
      .split('\n')
      .map((line) => line.trim()),
  ).toContain(office.name);
});
