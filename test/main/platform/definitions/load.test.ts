import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { compileDefinitions } from '../../../../main/platform/definitions/compile.ts';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { DataFault } from '../../../../main/platform/definitions/data-fault.ts';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
const resources = join(folder, 'resources');

/** A small set of data files that is in order, beside the real regulation. */
beforeEach(async () => {
  await rm(resources, { recursive: true, force: true });
  await cp('test/main/platform/definitions/small', resources, { recursive: true });
  await cp('resources/regulation/articles.yaml', join(resources, 'regulation/articles.yaml'));
});

/** Changes one data file: the first `from` becomes `to`. Returns the line of `at`, or of the change. */
async function change(name: string, from: string, to: string, moment = from): Promise<number> {
  const file = join(resources, name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(
    file,
    text.replace(from, () => to),
  );
  return text.slice(0, text.indexOf(moment)).split('\n').length;
}

function refusal(load: () => unknown = () => loadDefinitions(resources)): DataFault['refusal'] {
  try {
    load();
  } catch (error) {
    if (error instanceof DataFault) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Each is one slip in one file; `at` is text on the line that must be told, where that is not the line of the slip. */
const faults: { fault: string; file: string; from: string; to: string; at?: string; reason: string }[] = [
  {
    fault: 'an unknown key of a field',
    file: 'templates/J01.yaml',
    from: 'key: facts,',
    to: 'key: facts, colour: red,',
    reason: '不认识的项“colour”',
  },
  {
    fault: 'a missing label',
    file: 'templates/J01.yaml',
    from: 'key: facts, label: 反映的事实,',
    to: 'key: facts,',
    reason: '缺少“label”',
  },
  {
    fault: 'an unknown kind of field',
    file: 'templates/J01.yaml',
    from: 'type: longText',
    to: 'type: essay',
    reason:
      '“type”只能是：text、longText、date、dateTime、number、money、flag、choice、choices、rows、officers、papers、exhibits',
  },
  {
    fault: 'an article there is not',
    file: 'templates/J01.yaml',
    from: 'articles: [14]',
    to: 'articles: [52]',
    reason: '“articles”最多为51',
  },
  {
    fault: 'too many signatures',
    file: 'templates/J01.yaml',
    from: 'articles: [14]',
    to: 'articles: [14]\nsignatures: [{ role: 登记人, count: 12 }]',
    at: 'basis:',
    reason: '“count”最多为9',
  },
  {
    fault: 'a number for a text',
    file: 'templates/J01.yaml',
    from: 'name: 案源登记表',
    to: 'name: 1',
    reason: '“name”应为文字',
  },
  {
    fault: 'an origin written wrongly',
    file: 'templates/J21.yaml',
    from: 'from: paper.J01.facts',
    to: 'from: J01.facts',
    reason: '“from”的格式不对',
  },
  {
    fault: 'a condition on no field',
    file: 'templates/J21.yaml',
    from: 'field: oral,',
    to: 'field: spoken,',
    reason: '条件中的字段“spoken”不存在',
  },
  {
    fault: 'a key twice',
    file: 'templates/J21.yaml',
    from: 'key: oralReason',
    to: 'key: oral',
    reason: '字段“oral”写了两次',
  },
  {
    fault: 'an origin in no paper',
    file: 'templates/J21.yaml',
    from: 'from: paper.J01.facts',
    to: 'from: paper.J98.facts',
    reason: '带入的来源“paper.J98.facts”所说的文书J98不存在',
  },
  {
    fault: 'an origin in no field',
    file: 'templates/J21.yaml',
    from: 'from: paper.J01.facts',
    to: 'from: paper.J01.story',
    reason: '带入的来源“paper.J01.story”不存在：案源登记表没有字段“story”',
  },
  {
    fault: 'an origin of another kind',
    file: 'templates/J21.yaml',
    from: 'from: paper.J01.facts',
    to: 'from: paper.J01.materials',
    reason: '“违法事实”不能由案源登记表的“随附材料”带入，两者种类不同',
  },
  {
    fault: 'rows of other columns',
    file: 'templates/J21.yaml',
    from: '{ key: pages,',
    to: '{ key: sheets,',
    at: 'from: paper.J01.materials',
    reason: '“材料”与案源登记表的“随附材料”各列不同，不能带入',
  },
  {
    fault: 'an origin in a column',
    file: 'templates/J21.yaml',
    from: 'label: 名称, type: text,',
    to: 'label: 名称, type: text, from: party.name,',
    reason: '列“名称”不能带入，请在整个表格上写from',
  },
  {
    fault: 'an origin in no record',
    file: 'templates/groups.yaml',
    from: 'from: party.name',
    to: 'from: party.nickname',
    reason: '带入的来源“party.nickname”不存在（用于templates/J21.yaml）',
  },
  {
    fault: 'choices without a choice',
    file: 'templates/J01.yaml',
    from: 'type: choice,',
    to: 'type: text,',
    reason: '“案件来源”不是选择项，不能有choices',
  },
  {
    fault: 'a choice without choices',
    file: 'templates/J01.yaml',
    from: ', choices: [投诉, 举报]',
    to: '',
    reason: '选择项“案件来源”要列出choices',
  },
  {
    fault: 'a default that is no choice',
    file: 'templates/J01.yaml',
    from: 'choices: [投诉, 举报]',
    to: 'choices: [投诉, 举报], default: 巡查',
    reason: '“案件来源”的默认值不在choices中',
  },
  {
    fault: 'a text for blank forms there is not',
    file: 'templates/J01.yaml',
    from: 'key: facts,',
    to: 'key: facts, preprint: true,',
    reason: '“反映的事实”印在空白文书上的文字要写在default里',
  },
  {
    fault: 'rows without columns',
    file: 'templates/J01.yaml',
    from: 'type: longText',
    to: 'type: rows',
    reason: '表格“反映的事实”要有各列fields',
  },
  {
    fault: 'a group there is not',
    file: 'templates/J21.yaml',
    from: 'use: party',
    to: 'use: partie',
    reason: 'groups.yaml中没有字段组“partie”',
  },
  {
    fault: 'a text there is not',
    file: 'templates/J21.yaml',
    from: "render 'party'",
    to: "render 'parties'",
    at: 'body: |',
    reason: 'groups.yaml中没有文字“parties”',
  },
  {
    fault: 'a date that is no field',
    file: 'templates/J01.yaml',
    from: 'dateField: receivedAt',
    to: 'dateField: gotAt',
    reason: '日期字段“gotAt”不存在',
  },
  {
    fault: 'a date that is no date',
    file: 'templates/J01.yaml',
    from: 'dateField: receivedAt',
    to: 'dateField: facts',
    reason: '“facts”不是日期字段',
  },
  {
    fault: 'a title by no choice',
    file: 'templates/J01.yaml',
    from: 'layout: form',
    to: 'layout: form\ntitles: { field: facts, of: { 投诉: 投诉登记表 } }',
    at: 'dateField',
    reason: '“facts”不是单选字段，不能决定文书名称',
  },
  {
    fault: 'a title of a choice there is not',
    file: 'templates/J01.yaml',
    from: 'layout: form',
    to: 'layout: form\ntitles: { field: sourceType, of: { 巡查: 巡查登记表 } }',
    at: 'dateField',
    reason: '“案件来源”没有“巡查”这一项',
  },
  {
    fault: 'a check on no field',
    file: 'templates/J32.yaml',
    from: 'first: noticedAt',
    to: 'first: toldAt',
    reason: '核对规则中的字段“toldAt”不存在',
  },
  {
    fault: 'an element in no field',
    file: 'templates/J32.yaml',
    from: 'sealAndDate: [decidedAt]',
    to: 'sealAndDate: [date]',
    reason: '决定书要素中的字段“date”不存在',
  },
  {
    fault: 'a letter without text',
    file: 'templates/J32.yaml',
    from: 'body: 决定如下。',
    to: '',
    at: 'layout: letter',
    reason: '公文式的文书要有正文body',
  },
  {
    fault: 'a step with a paper there is not',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'papers: [J21]',
    to: 'papers: [J99]',
    reason: '文书模板J99不存在',
  },
  {
    fault: 'a service of a paper there is not',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'serviceOf: J21',
    to: 'serviceOf: J99',
    reason: '文书模板J99不存在',
  },
  {
    fault: 'steps that wait for each other',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'after: [source]',
    to: 'after: [serve]',
    reason: '步骤“事先告知”的先后互相等待，永远轮不到',
  },
  {
    fault: 'a step after none',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'after: [source]',
    to: 'after: [sauce]',
    reason: '之前的步骤“sauce”不存在',
  },
  {
    fault: 'a condition nobody knows',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'condition: defenceMade',
    to: 'condition: moonFull',
    reason: '条件“moonFull”不存在',
  },
  {
    fault: 'a paper each party gets, served but once',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'after: [source]',
    to: 'each: party',
    at: 'id: serve',
    reason: '步骤“事先告知”每个当事人各办一次，步骤“送达告知书”也要写each: party',
  },
  {
    fault: 'a step twice',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'id: serve\n',
    to: 'id: notify\n',
    reason: '步骤“notify”写了两次',
  },
  {
    fault: 'a step of an article there is not',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'article: 22',
    to: 'article: 52',
    reason: '“article”最多为51',
  },
  {
    fault: 'a procedure of an article there is not',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'articles: [',
    to: 'articles: [0, ',
    reason: '条文号0不在第一条至第五十一条之间',
  },
  {
    fault: 'a procedure that opens with no paper',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'opensWith: J01',
    to: 'opensWith: J00',
    reason: '文书模板J00不存在',
  },
  {
    fault: 'a condition on a step that is always needed',
    file: 'procedures/penalty-ordinary.yaml',
    from: 'need: required',
    to: 'need: required\n    condition: majorCase',
    reason: '步骤“登记案源”的need和condition不一致',
  },
  {
    fault: 'a period started by no field',
    file: 'periods.yaml',
    from: 'field: receivedAt',
    to: 'field: gotAt',
    reason: 'J01没有日期字段“gotAt”',
  },
  {
    fault: 'a period of a paper there is not',
    file: 'periods.yaml',
    from: '{ paper: J21 }',
    to: '{ paper: J95 }',
    reason: '文书模板J95不存在',
  },
  {
    fault: 'a period that nothing starts',
    file: 'periods.yaml',
    from: '  start:\n    - { paper: J01, field: receivedAt, when: { field: sourceType, is: [投诉] } }\n',
    to: '',
    at: '- id: S14',
    reason: '期限“案源登记”没有起算事件start，也没有用startsBy写明为什么不自动起算',
  },
  {
    fault: 'a charge on no money',
    file: 'periods.yaml',
    from: 'article: 14',
    to: 'article: 14\n  charge: { kind: surcharge, principal: [{ paper: J01, field: facts }] }',
    at: 'start:',
    reason: 'J01没有金额字段“facts”',
  },
  {
    fault: 'a period for an answer there is not',
    file: 'periods.yaml',
    from: 'is: [投诉]',
    to: 'is: [巡查]',
    reason: '“案件来源”没有“巡查”这一选择',
  },
  {
    fault: 'a pattern that may run for ever',
    file: 'regulation/phrases.yaml',
    from: '[^。；]{0,12}',
    to: '[^。；]*',
    at: 'pattern: 三日内',
    reason: '“pattern”不合要求',
  },
  {
    fault: 'a pattern that is none',
    file: 'regulation/phrases.yaml',
    from: '[^。；]{0,12}',
    to: '[^。；{0,12}',
    at: 'pattern: 三日内',
    reason: '“pattern”不合要求',
  },
  {
    fault: 'a phrase without its day',
    file: 'regulation/phrases.yaml',
    from: 'since: 2021-07-15',
    to: 'since: 2021年',
    reason: '“since”的格式不对',
  },
  {
    fault: 'a phrase twice',
    file: 'regulation/phrases.yaml',
    from: 'id: hearing-days',
    to: 'id: ordinary-procedure',
    reason: '旧法表述“ordinary-procedure”写了两次',
  },
  {
    fault: 'a phrase in a paper there is not',
    file: 'regulation/phrases.yaml',
    from: 'where: [J21]',
    to: 'where: [J99]',
    reason: '文书模板J99不存在',
  },
  {
    fault: 'a calendar of no year',
    file: 'calendar/2026.yaml',
    from: 'year: 2026',
    to: 'year: next',
    reason: '“year”应为数字',
  },
  {
    fault: 'an article without its text',
    file: 'regulation/articles.yaml',
    from: '    text: |-\n      为全面',
    to: '    words: |-\n      为全面',
    at: '  - number: 1',
    reason: '缺少“text”',
  },
];

test.each(faults)('$fault is refused with its line', async ({ file, from, to, at: moment, reason }) => {
  const line = await change(file, from, to, moment);
  expect(refusal()).toEqual({ code: 'data-file', file, line, reason });
});

test('text that is not YAML is refused with its line', async () => {
  await change('templates/J01.yaml', 'articles: [14]', 'articles: [14');
  expect(refusal()).toEqual({
    code: 'data-file',
    file: 'templates/J01.yaml',
    line: 8,
    reason: expect.stringMatching(/^不是正确的YAML/),
  });
});

test('a missing template is refused where it is named', async () => {
  await rm(join(resources, 'templates/J32.yaml'));
  expect(refusal()).toEqual({ code: 'data-file', file: 'periods.yaml', line: 19, reason: '文书模板J32不存在' });
});

test('a missing file is refused by its name', async () => {
  await rm(join(resources, 'periods.yaml'));
  expect(refusal()).toEqual({ code: 'data-file', file: 'periods.yaml', line: null, reason: '缺少这个文件' });
});

test('a file under another name than its record is refused', async () => {
  await change('templates/J01.yaml', 'id: J01', 'id: J99');
  expect(refusal()).toEqual({
    code: 'data-file',
    file: 'templates/J01.yaml',
    line: 1,
    reason: '文件名与编号“J99”不一致',
  });
});

test('a text that prints what the paper does not have is refused by the build', async () => {
  const line = await change('templates/J21.yaml', '{{ facts }}', '{{ story }}', 'body: |');
  expect(refusal(() => compileDefinitions(resources))).toEqual({
    code: 'data-file',
    file: 'templates/J21.yaml',
    line,
    reason: '正文中的“story”不是本文书的字段',
  });
  await change('templates/J21.yaml', '{{ story }}', '{{ facts | uppercase }}');
  expect(refusal(() => compileDefinitions(resources)).reason).toBe('正文第3行的“uppercase”不能用在竖线后面');
});

test('the compiled definitions equals the loaded one until a file changes', async () => {
  compileDefinitions(resources);
  expect(openDefinitions(resources)).toEqual({ definitions: loadDefinitions(resources), fault: null });
  await change('templates/J01.yaml', 'name: 案源登记表', 'name: 线索登记表');
  expect(openDefinitions(resources).definitions.templates.get('J01')?.name).toBe('线索登记表');
  await writeFile(join(resources, 'definitions.json'), '{"digest":');
  expect(openDefinitions(resources).definitions.templates.get('J01')?.name).toBe('线索登记表');
});

test('changed files with a fault do not come into force: the last good version stays', async () => {
  compileDefinitions(resources);
  await change('templates/J01.yaml', 'name: 案源登记表', 'names: 案源登记表');
  const { definitions, fault } = openDefinitions(resources);
  expect(definitions.templates.get('J01')?.name).toBe('案源登记表');
  expect(fault?.refusal).toMatchObject({ code: 'data-file', file: 'templates/J01.yaml' });
});

test('groups are expanded into fields and texts', () => {
  const notice = loadDefinitions(resources).templates.get('J21');
  expect(notice?.sections[0]?.fields.map((field) => field.key)).toEqual(['partyName', 'partyPhone']);
  expect(notice?.body).toBe('当事人：{{ partyName }}。\n\n经查，{{ facts }}\n');
});
