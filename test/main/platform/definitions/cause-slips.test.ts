import { beforeEach, expect, test } from 'vitest';
import { loadDefinitions } from '../../../../main/platform/definitions/load.ts';
import { expectTold, putSmallDefinitions, resources, type Slip } from './small-definitions.ts';

beforeEach(putSmallDefinitions);

const causes = 'causes/labour.yaml';

/** Slips in 案由 and in the table of laws, which are told with their line before anything is built. */
const slips: Slip[] = [
  {
    fault: 'a law that is not in the table',
    file: causes,
    from: '{ law: 劳动合同法, article: 2, paragraph: 2 }',
    to: '{ law: 劳动合约法, article: 2, paragraph: 2 }',
    reason: '法律目录中没有“劳动合约法”',
  },
  {
    fault: 'an article beyond the last one',
    file: causes,
    from: '{ law: 劳动合同法, article: 2, paragraph: 2 }',
    to: '{ law: 劳动合同法, article: 5 }',
    reason: '《中华人民共和国劳动合同法》只有4条，没有第五条',
  },
  {
    fault: 'a paragraph beyond the last one',
    file: causes,
    from: '{ law: 劳动合同法, article: 2, paragraph: 2 }',
    to: '{ law: 劳动合同法, article: 2, paragraph: 3 }',
    reason: '《中华人民共和国劳动合同法》第二条只有2款',
  },
  {
    fault: 'an item beyond the last one',
    file: causes,
    from: '{ law: 劳动合同法, article: 4, item: 1 }',
    to: '{ law: 劳动合同法, article: 4, item: 3 }',
    reason: '《中华人民共和国劳动合同法》第四条只有2项',
  },
  {
    fault: 'an item of an article that has none',
    file: causes,
    from: '{ law: 劳动合同法, article: 4, item: 1 }',
    to: '{ law: 劳动合同法, article: 3, item: 1 }',
    reason: '《中华人民共和国劳动合同法》第三条没有分项',
  },
  {
    fault: 'a provision nobody has read that does not say so',
    file: causes,
    from: '{ law: 最低工资规定, article: 12, unverified: true }',
    to: '{ law: 最低工资规定, article: 12 }',
    reason: '《最低工资规定》第十二条还没有对照原文，应当标明未经核实',
  },
  {
    fault: 'a procedure there is not',
    file: causes,
    from: 'procedures: [penalty.ordinary]',
    to: 'procedures: [penalty.odd]',
    reason: '流程“penalty.odd”不存在',
  },
  {
    fault: 'two of one id',
    file: causes,
    from: 'id: minimum-wage',
    to: 'id: wage-arrears',
    reason: '案由“wage-arrears”写了两次',
  },
  {
    fault: 'two of one name',
    file: causes,
    from: 'name: 低于最低工资标准',
    to: 'name: 拖欠工资',
    reason: '案由“涉嫌拖欠工资”与别的案由同名',
  },
  {
    fault: 'a part nobody knows',
    file: causes,
    from: 'also: [拖欠工资]',
    to: 'alias: [拖欠工资]',
    reason: '不认识的项“alias”',
  },
  {
    fault: 'versions of a law with a gap between them',
    file: 'laws/labour.yaml',
    from: "until: '2013-07-01'",
    to: "until: '2013-06-30'",
    toldAt: "- from: '2013-07-01'",
    reason: '“劳动合同法”的上一版到2013-06-30为止，与这一版的施行日期不相接',
  },
  {
    fault: 'a table of paragraphs that is too short',
    file: 'laws/labour.yaml',
    from: 'paragraphs: [1, 2, 1, 1]',
    to: 'paragraphs: [1, 2, 1]',
    reason: '“劳动合同法”有4条，款数只写了3条',
  },
  {
    fault: 'a table of paragraphs without the text it was counted in',
    file: 'laws/labour.yaml',
    from: 'text: 公开文本',
    to: "text: ''",
    reason: '“劳动合同法”写了款数的要写明对照的文本，没有对照的不写款数',
  },
];

for (const slip of slips) test(slip.fault, () => expectTold(slip));

test('each 案由 asks and gathers what its group does, and its own between', () => {
  expect(loadDefinitions(resources).causes.map(({ id, questions, group }) => [id, questions, group])).toEqual([
    ['wage-arrears', ['听清楚了吗？', '拖欠了多少？'], '劳动保障监察'],
    ['minimum-wage', [], '劳动保障监察'],
  ]);
});
