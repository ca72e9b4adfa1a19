import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { StalePhrase, staleFinder } from '../../../shared/regulation/phrases.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { plusPaper, withValues } from '../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';

const find = staleFinder(definitions.phrases);
const today = '2026-04-24';
const template = (id: string) => definitions.templates.get(id);

/** Old wordings as they stand in papers, by the phrase that finds them, and what is right today. */
const wordings: { id: string; old: string[]; right: string[]; in?: string }[] = [
  {
    id: 'hearing-days',
    old: ['可在三日内要求举行听证', '三个工作日内提出听证申请', '要求听证的，应当在收到本告知书之日起3日内提出'],
    right: ['可在五日内要求听证', '三日内向本机关提交材料。要求听证的另行告知'],
  },
  { id: 'ordinary-procedure', old: ['适用一般程序'], right: ['适用普通程序'] },
  { id: 'administrative-act', old: ['不服本具体行政行为'], right: ['不服本行政行为'] },
  {
    id: 'suit-months',
    old: ['三个月内直接向人民法院提起行政诉讼', '3个月内向法院起诉'],
    right: ['六个月内向人民法院提起行政诉讼', '三个月内申请人民法院强制执行'],
  },
  {
    id: 'reconsideration-body',
    old: ['可以向吉林省人力资源和社会保障厅申请行政复议', '向上一级主管部门申请复议'],
    right: ['向辽源市人民政府申请行政复议'],
  },
  {
    id: 'reconsideration-first',
    old: ['可以申请行政复议，也可以直接向人民法院起诉'],
    right: ['应当先申请行政复议，对复议决定不服的再起诉'],
    in: 'J34',
  },
  {
    id: 'notice-days',
    old: ['自发出公告之日起经过六十日，视为送达', '公告之日起满60日'],
    right: ['自发出公告之日起经过三十日'],
  },
  {
    id: 'defence-days',
    old: ['收到起诉状副本之日起十日内答辩', '收到起诉状副本后10日内举证'],
    right: ['收到起诉状副本之日起十五日内答辩', '收到起诉状副本之日起15日内'],
  },
  {
    id: 'expert-opinion',
    old: ['根据司法鉴定结论'],
    right: ['根据司法鉴定意见', '劳动能力鉴定结论为七级', '再次鉴定结论为最终结论'],
  },
  { id: 'late-fee', old: ['按日加收千分之二的滞纳金', '滞纳金按日2‰计算'], right: ['按日加收万分之五的滞纳金'] },
  { id: 'service-receipt', old: ['送达回执在卷'], right: ['送达回证在卷'] },
  {
    id: 'surcharge-cap',
    old: ['每日按罚款数额的百分之三加处罚款。', '每日按3%加处罚款'],
    right: ['每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额。'],
  },
];

describe('stale phrases', () => {
  it('have each an example', () => {
    expect(wordings.map(({ id }) => id)).toEqual(definitions.phrases.map(({ id }) => id));
  });

  it.each(wordings)(
    '$id: found from its day on, not the day before, and the wording of today never',
    ({ id, old, right, in: paper }) => {
      const phrase = definitions.phrases.find((candidate) => candidate.id === id);
      const [since, before] = [
        phrase?.since ?? '',
        new Date(Date.parse(`${phrase?.since}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10),
      ];
      const idsIn = (text: string, day: string): string[] =>
        find(text, { day, template: template(paper ?? 'J21') }).map((hit) => hit.id);
      for (const text of old) {
        expect([text, idsIn(text, since)]).toEqual([text, expect.arrayContaining([id])]);
        expect([text, idsIn(text, before)]).toEqual([text, expect.not.arrayContaining([id])]);
      }
      for (const text of right) expect([text, idsIn(text, today)]).toEqual([text, []]);
    },
  );

  it('say where they stand and what is right since when', () => {
    const text = '依据一般程序办理，可在三日内要求听证。';
    const hits = find(text, { day: today });
    expect(hits.map(({ start, length, found }) => [start, length, found])).toEqual([
      [2, 4, '一般程序'],
      [11, 7, '三日内要求听证'],
    ]);
    for (const { start, length, found } of hits) expect(text.slice(start, start + length)).toBe(found);
    expect(hits[0]).toMatchObject({ current: '普通程序', since: '2021-07-15', basis: '行政处罚法第五章第三节' });
  });

  it('judge a paper by the law of its own day', () => {
    expect(find('三日内要求听证', { day: '2020-05-06' })).toEqual([]);
    expect(find('自公告之日起六十日', { day: '2021-12-31' })).toEqual([]);
    expect(find('自公告之日起六十日', { day: '2022-01-01' })).toHaveLength(1);
  });

  it('leave the words of a 笔录 to those who said them, and count some only in their papers', () => {
    expect(find('你说的一般程序', { day: today, template: template('J07') })).toEqual([]);
    const either = '可以申请行政复议，也可以直接向人民法院起诉';
    expect(find(either, { day: today, template: template('J32') })).toEqual([]);
    expect(find(either, { day: today })).toEqual([]);
  });

  it('stand in no text of ours: bodies, labels, help, choices, defaults, steps', () => {
    const textsOf = (field: Field): string[] => [
      field.label,
      field.help ?? '',
      String(field.default ?? ''),
      ...(field.choices ?? []),
      ...(field.fields ?? []).flatMap(textsOf),
    ];
    const papers = [...definitions.templates.values()].flatMap((entry) =>
      [entry.name, entry.basis, entry.body ?? '', entry.recording.note ?? '', ...fieldsOf(entry).flatMap(textsOf)].map(
        (text) => ({ of: entry.id, text, template: { id: entry.id, layout: 'letter' as const } }),
      ),
    );
    const steps = [...definitions.procedures.values()].flatMap((procedure) =>
      procedure.steps
        .flatMap((step) => [step.name, step.why])
        .map((text) => ({ of: procedure.id, text, template: undefined })),
    );
    const stale = [...papers, ...steps].flatMap(({ of, text, template: where }) =>
      find(text, { day: today, ...(where && { template: where }) }).map(({ found }) => `${of}: ${found}`),
    );
    expect(stale).toEqual([]);
  });
});

describe('the checks that report them', () => {
  const reported = (file: ReturnType<typeof aCaseFile>) =>
    judge(judgementOf(file))
      .filter(({ checkId }) => ['A02', 'R09b', 'R26b'].includes(checkId))
      .map(({ checkId, severity, templateId, field }) => [checkId, severity, templateId, field]);

  it('name the paper and the field, once', () => {
    expect(reported(withValues(aCaseFile(), 'J45', { processAndResult: '按一般程序办理，一般程序。' }))).toEqual([
      ['A02', 'warn', 'J45', 'processAndResult'],
    ]);
    expect(
      reported(withValues(aCaseFile(), 'J31', { penalties: [{ kind: '警告', basis: '一般程序' }] })),
    ).toContainEqual(['A02', 'warn', 'J31', 'penalties']);
  });

  it('fault a decision for an old remedy, and other papers for their wording', () => {
    const old = '三个月内向人民法院提起行政诉讼';
    expect(reported(withValues(aCaseFile(), 'J32', { noticeProcess: old }))).toEqual([
      ['R26b', 'veto', 'J32', 'noticeProcess'],
    ]);
    expect(reported(withValues(aCaseFile(), 'J45', { execution: old }))).toEqual([['A02', 'warn', 'J45', 'execution']]);
    expect(reported(withValues(aCaseFile(), 'J45', { execution: '送达回执在卷' }))).toEqual([
      ['R09b', 'warn', 'J45', 'execution'],
    ]);
  });

  it('do not fault a decision of 2020 for the law of 2020', () => {
    const old = plusPaper(aCaseFile(), 'J32', '行政处罚决定书', '2020-06-01', {
      decidedAt: '2020-06-01',
      noticeProcess: '可在三日内要求听证；可以向吉林省人力资源和社会保障厅申请行政复议。',
    });
    expect(
      judge(judgementOf(old)).filter(
        ({ checkId, sentence }) => ['A02', 'R26b'].includes(checkId) && sentence.includes('写了'),
      ),
    ).toEqual([]);
  });
});

describe('patterns', () => {
  const phrase = { id: 'x', current: '新写法', since: '2021-01-01', basis: '某法' };
  it.each(['(?:一.{0,40}){0,9}般', '一.*般', '一+般', '一.{3,}般', '一.{0,41}般', '(一)\\1', '一{般', '('])(
    '%s is refused',
    (pattern) => {
      expect(StalePhrase.safeParse({ ...phrase, pattern }).success).toBe(false);
    },
  );

  it('take a time that grows with the text alone, whatever it says', () => {
    const pieces = [
      '三日内',
      '三个月内',
      '公告之日起',
      '滞纳金',
      '起诉状副本',
      '百分之三',
      '省',
      '上级',
      '申请行政复议',
      '也可以',
      '要求听证',
      '，',
      '的',
    ];
    assert(
      property(array(constantFrom(...pieces), { minLength: 20, maxLength: 60 }), (parts) => {
        const long = parts.join('').repeat(400);
        const started = performance.now();
        find(long, { day: today, template: template('J34') });
        expect(performance.now() - started).toBeLessThan(1000);
      }),
      { numRuns: 20 },
    );
  });
});
