import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { compileDefinitions } from '../../../../main/platform/definitions/compile.ts';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { change, putSmallDefinitions, refusal, resources } from './small-definitions.ts';

beforeEach(putSmallDefinitions);

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

test('what a group asks for may be left open by a paper that comes before it is known', () => {
  const { templates } = loadDefinitions('resources');
  const required = (id: string, key: string): unknown =>
    templates
      .get(id)
      ?.sections.flatMap(({ fields }) => fields)
      .find((field) => field.key === key)?.required;
  expect([required('J01', 'partyUscc'), required('J01', 'partyName')]).toEqual([false, true]);
  expect([required('J04', 'partyUscc'), required('J04', 'partyName')]).toEqual([true, true]);
});
