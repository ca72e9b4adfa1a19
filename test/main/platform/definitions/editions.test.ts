import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Template } from '../../../../shared/template/template.ts';
import { copyOf } from '../../../../shared/procedure/own-paper.ts';
import { fillPaper } from '../../../support/fill-paper.ts';
import { refusalOf } from '../../../support/office.ts';
import { fieldOf, regulationDesk, type RegulationDesk } from '../../features/regulation/context.ts';

let desk: RegulationDesk;
beforeAll(async () => {
  desk = await regulationDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const relabelled = async (templateId: string, key: string, label: string): Promise<Template> => {
  const template = await desk.template(templateId);
  fieldOf(template, key).label = label;
  return template;
};
const labelIn = (templates: Template[], templateId: string, key: string): string | undefined => {
  const template = templates.find((candidate) => candidate.id === templateId);
  return template && fieldOf(template, key).label;
};
const labelToday = async (): Promise<string | undefined> =>
  labelIn((await desk.client.regulation.definitions()).templates, 'J01', 'receivedAt');

describe('editions of a template', () => {
  test('a running case keeps its version, a case begun after the change takes the new one, the same day too', async () => {
    await desk.as('李敏', '2026-03-02T09:00');
    const before = await desk.begin();
    await desk.as('赵强', '2026-03-02T10:00');
    const saved = await desk.client.regulation.saveTemplate({
      template: await relabelled('J01', 'receivedAt', '来件时间'),
      effectiveFrom: '2026-03-02',
      reason: '与来件登记簿用语一致',
    });
    expect(saved.template.version).toBe(2);
    await desk.as('李敏', '2026-03-02T11:00');
    const after = await desk.begin();
    const versions = [];
    for (const {
      case: { id },
    } of [before, after])
      versions.push((await desk.client.documents.create({ caseId: id, templateId: 'J01' })).templateVersion);
    expect(versions).toEqual([1, 2]);
    const [running, fresh] = await Promise.all(
      [before, after].map(({ case: { id } }) => desk.client.cases.open({ caseId: id })),
    );
    expect(labelIn(running?.templates ?? [], 'J01', 'receivedAt')).toBe('收到时间');
    expect(fresh?.templates).toEqual([]);
    expect(await labelToday()).toBe('来件时间');
  });

  test('an edition waits for its day, and the one saved last takes the place of a waiting one', async () => {
    await desk.as('赵强', '2026-03-03T09:00');
    await desk.client.regulation.saveTemplate({
      template: await relabelled('J01', 'receivedAt', '四月用语'),
      effectiveFrom: '2026-04-01',
      reason: '四月起统一用语',
    });
    expect(await labelToday()).toBe('来件时间');
    await desk.as('赵强', '2026-03-04T09:00');
    await desk.client.regulation.saveTemplate({
      template: await relabelled('J01', 'receivedAt', '三月用语'),
      effectiveFrom: '2026-03-10',
      reason: '改为三月起统一',
    });
    await desk.as('赵强', '2026-04-02T09:00');
    expect(await labelToday()).toBe('三月用语');
    const editions = await desk.client.regulation.templateEditions({ templateId: 'J01' });
    expect(editions.map(({ template, effectiveFrom, by }) => [template.version, effectiveFrom, by])).toEqual([
      [4, '2026-03-10', '赵强'],
      [3, '2026-04-01', '赵强'],
      [2, '2026-03-02', '赵强'],
      [1, '', ''],
    ]);
  });

  test('going back is another edition, and every change is on record with its reason', async () => {
    await desk.as('赵强', '2026-04-03T09:00');
    const editions = await desk.client.regulation.templateEditions({ templateId: 'J01' });
    const template = { ...editions.at(-1)!.template, version: editions[0]!.template.version };
    await desk.client.regulation.saveTemplate({
      template,
      effectiveFrom: '2026-04-03',
      reason: '恢复随程序提供的一版',
    });
    expect(await labelToday()).toBe('收到时间');
    const [entry] = await desk.client.supervision.audit({ limit: 1 });
    expect(entry).toMatchObject({
      verb: '修改文书模板',
      who: '赵强',
      what: '案源登记表',
      detail: { version: 5, effectiveFrom: '2026-04-03', reason: '恢复随程序提供的一版' },
    });
  });
});

describe('a bad edition is refused at its place', () => {
  const problemsOf = async (
    change: (template: Template) => void,
    templateId = 'J32',
  ): Promise<{ field: string; sentence: string }[]> => {
    await desk.as('赵强', '2026-04-07T09:00');
    const template = await desk.template(templateId);
    change(template);
    const refusal = await refusalOf(
      desk.client.regulation.saveTemplate({ template, effectiveFrom: '2026-04-07', reason: '试着改坏' }),
    );
    return refusal.code === 'invalid' ? refusal.problems : [];
  };

  test.each<[string, (template: Template) => void, string, RegExp]>([
    [
      'a text that prints what the paper does not have',
      (template) => {
        template.body += '{{ fines }}';
      },
      'body',
      /“fines”不是本文书的字段/,
    ],
    [
      'a text that is not closed',
      (template) => {
        template.body = '{% if facts %}经查';
      },
      'body',
      /第1行的“.*if.*”没有写结束/,
    ],
    [
      'a field the rules need is taken out',
      (template) => {
        template.sections[1]!.fields.splice(0, 1);
      },
      'sections',
      /“违法事实”不能删去/,
    ],
    [
      'a choice periods and checks judge by is renamed',
      (template) => {
        fieldOf(template, 'penalties').fields![0]!.choices![2] = '罚金';
      },
      'sections.2.fields.1.fields.0.choices',
      /选项“罚款”不能删去或者改名/,
    ],
    [
      'a field of another kind',
      (template) => {
        fieldOf(template, 'payAccount').type = 'text';
      },
      'sections.3.fields.3.type',
      /种类由程序使用/,
    ],
    [
      'another class',
      (template) => {
        template.class = 'notice';
      },
      'class',
      /不能改/,
    ],
  ])('%s', async (_, change, field, sentence) => {
    const [problem] = await problemsOf(change);
    expect(problem?.field).toBe(field);
    expect(problem?.sentence).toMatch(sentence);
  });

  test('nothing is made for the past, and nobody but 法规科 makes it', async () => {
    await desk.as('赵强', '2026-04-07T09:00');
    const template = await desk.template('J32');
    expect(
      await refusalOf(
        desk.client.regulation.saveTemplate({ template, effectiveFrom: '2026-04-06', reason: '倒签生效日期' }),
      ),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'effectiveFrom' }] });
    await desk.as('李敏', '2026-04-07T09:05');
    expect(
      await refusalOf(
        desk.client.regulation.saveTemplate({ template, effectiveFrom: '2026-04-07', reason: '承办人改模板' }),
      ),
    ).toMatchObject({ code: 'not-allowed', roles: ['法规科'], article: 50 });
  });
});

describe('the page of a draft', () => {
  test('is the blank form as it would print, and refuses what could not be saved', async () => {
    await desk.as('赵强', '2026-04-08T09:00');
    const template = await desk.template('J01');
    template.name = '线索登记表';
    const printed = await desk.preview(template);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(new TextDecoder('latin1').decode(await printed.arrayBuffer())).toMatch(/^%PDF/);
    const refused = await desk.preview({ ...template, body: '{{ nothing }}' });
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { code: 'invalid', problems: [{ field: 'body' }] },
    ]);
    await desk.as('李敏', '2026-04-08T09:05');
    expect(await (await desk.preview(template)).json()).toMatchObject({ code: 'not-allowed', roles: ['法规科'] });
  });
});

describe('a paper of the bureau’s own', () => {
  const ownPaper = async (part: Partial<Template> = {}): Promise<Template> => ({
    ...copyOf(await desk.template('J06'), { id: 'Z01', name: '约谈通知书', letters: '监约' }),
    ...part,
  });
  const afterSource = { procedure: 'penalty.ordinary', after: 'source', need: 'required' as const, repeats: false };
  const saving = async (template: Template) =>
    desk.client.regulation.saveTemplate({ template, effectiveFrom: '2026-04-09', reason: '本局约谈要有文书' });
  const filled = async (caseId: string, templateId: string) => {
    const { file } = await desk.client.cases.open({ caseId });
    const officers = file.officers
      .filter(({ personId }) => file.case.officerIds.includes(personId))
      .map(({ personId, name, certNo }) => ({ personId, name, certNo, certShown: true }));
    const paper = await desk.client.documents.create({ caseId, templateId });
    const values = fillPaper(await desk.template(templateId), {
      ...paper.values,
      officers,
      otherMaterials: '当面核对的台账',
    });
    return (await desk.client.documents.save({ paperId: paper.id, version: paper.version, values })).paper;
  };
  const issue = async (caseId: string, templateId: string) => {
    const { id, version } = await filled(caseId, templateId);
    return desk.client.documents.issue({ paperId: id, version });
  };

  test('is printed before it is saved, and refused by field where it clashes with another', async () => {
    await desk.as('赵强', '2026-04-09T09:00');
    expect((await desk.preview(await ownPaper())).status).toBe(200);
    expect(await refusalOf(saving(await ownPaper({ name: '立案审批表' })))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'name', sentence: expect.stringContaining('已经有一种文书') }],
    });
    expect(await refusalOf(saving(await ownPaper({ id: 'J99' })))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'id' }],
    });
    expect(await refusalOf(saving(await ownPaper({ steps: [{ ...afterSource, after: 'nowhere' }] })))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'steps.0.after' }],
    });
    expect(await desk.client.regulation.templateEditions({ templateId: 'Z01' })).toEqual([]);
  });

  test('is there for cases begun after it, not for those before; printed and numbered in a series of its own, found by its words', async () => {
    await desk.as('李敏', '2026-04-09T10:00');
    const before = await desk.begin();
    await desk.as('赵强', '2026-04-09T11:00');
    expect((await saving(await ownPaper())).template.version).toBe(1);
    expect((await desk.client.regulation.ownPapers()).map(({ template }) => template.id)).toEqual(['Z01']);
    await desk.as('李敏', '2026-04-09T12:00');
    const after = await desk.begin();
    expect(await refusalOf(desk.client.documents.create({ caseId: before.case.id, templateId: 'Z01' }))).toMatchObject({
      code: 'not-found',
      what: 'template',
    });
    const [running, fresh] = await Promise.all(
      [before, after].map((file) => desk.client.cases.open({ caseId: file.case.id })),
    );
    expect([running?.later, fresh?.later]).toEqual([['Z01'], []]);
    const issued = await issue(after.case.id, 'Z01');
    expect(issued).toMatchObject({
      status: 'issued',
      name: '约谈通知书',
      number: expect.stringMatching(/监约字〔2026〕第001号/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(
      (await desk.client.households.search({ query: '核对的台账', limit: 5 })).hits.map(({ title }) => title),
    ).toEqual(['约谈通知书']);
  });

  test('is a step of the procedure where it says so: it waits for the step before it', async () => {
    await desk.as('赵强', '2026-04-09T15:00');
    await saving(await ownPaper({ id: 'Z02', name: '约谈记录', numbering: undefined, steps: [afterSource] }));
    await desk.as('李敏', '2026-04-09T16:00');
    const {
      case: { id },
    } = await desk.begin();
    expect(await refusalOf(issue(id, 'Z02'))).toMatchObject({
      code: 'not-yet',
      obstacles: [expect.objectContaining({ stepId: 'source' })],
    });
  });

  test('goes on in editions, each on record; of two made from the same one the later is told', async () => {
    await desk.as('赵强', '2026-04-10T09:00');
    const first = await desk.template('Z01');
    const renamed = (name: string) =>
      desk.client.regulation.saveTemplate({
        template: { ...first, name },
        effectiveFrom: '2026-04-10',
        reason: '与上级文书用语一致',
      });
    expect((await renamed('约谈告知书')).template.version).toBe(2);
    expect(await refusalOf(renamed('约谈函'))).toMatchObject({ code: 'stale', by: '赵强' });
    const verbs = (await desk.client.supervision.audit({ limit: 30 }))
      .filter(({ what }) => /^约谈(通知|告知)书$/.test(what))
      .map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb.endsWith('模板'))).toEqual(['修改文书模板', '新建文书模板']);
  });
});
