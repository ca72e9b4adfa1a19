import type { CaseFile } from '../../../../shared/case-file.ts';
import { causeOfCase } from '../../../../shared/procedure/cause-of-case.ts';
import { withValues } from '../../../support/change-case-file.ts';
import { definitions } from '../../../support/judgement.ts';
import type { Example } from './example.ts';

/** The sample case as one of this 案由, whose act ended on `day`. */
const caseOf = (file: CaseFile, causeName: string, day: string): CaseFile => {
  const ended = withValues(file, 'J18', { conductEndedAt: day });
  const renamed = { ...ended, case: { ...ended.case, causeName } };
  return { ...renamed, cause: causeOfCase(renamed, definitions.causes, definitions.laws) };
};
const withTrigger = (file: CaseFile, of: 'hearing' | 'review', amount: number): CaseFile => {
  const held = caseOf(file, '涉嫌违反规定延长劳动者工作时间', '2026-02-28');
  const trigger = { penalties: [], amount, reason: '本局裁量基准规定应当听证、审核' };
  return { ...held, cause: { ...held.cause!, [of]: [trigger] } };
};

/** What a case is held to by its 案由 and by the law of the day of the act. */
export const causeExamples: Example[] = [
  {
    id: 'V05b',
    name: 'a provision that was not in force on the day of the act',
    change: (file) =>
      withValues(caseOf(file, '涉嫌拖欠农民工工资', '2020-04-30'), 'J32', {
        basis: '《保障农民工工资支付条例》第五十三条',
      }),
    says: '自2020年5月1日起施行，2020年4月30日还不能适用；这一天适用《中华人民共和国劳动合同法》第八十五条第一项、《劳动保障监察条例》第二十六条第一项。',
  },
  {
    id: 'V05b',
    name: 'a law that was not in force, of a 案由 that was written freely',
    change: (file) =>
      withValues(caseOf(file, '涉嫌其他', '2011-06-30'), 'J04', {
        suspectedLaw: '《中华人民共和国社会保险法》第五十八条',
      }),
    says: '《中华人民共和国社会保险法》自2011年7月1日起施行',
  },
  {
    id: 'V05b',
    name: 'an article the law does not have',
    change: (file) => withValues(file, 'J32', { basis: '《劳动保障监察条例》第三十七条' }),
    says: '《劳动保障监察条例》只有36条，没有第三十七条',
  },
  {
    id: 'V05c',
    name: 'an article that no version has, in a field that only mentions it',
    change: (file) => withValues(file, 'J18', { facts: '不符合《中华人民共和国劳动法》第一百零八条。' }),
    says: '《中华人民共和国劳动法》只有107条，没有第一百零八条',
  },
  {
    id: 'V05c',
    name: 'a law the table does not know, which is said only',
    change: (file) => withValues(file, 'J32', { basis: '《某省劳动监察条例》第三条' }),
    says: '法律目录中没有《某省劳动监察条例》',
    severity: 'info',
  },
  {
    id: 'V08b',
    name: 'a hearing the 案由 asks for that nobody was told of',
    change: (file) => withTrigger(file, 'hearing', 1),
    says: '按本案由的规定应当告知听证',
  },
  {
    id: 'V08b',
    name: 'a review the 案由 asks for that nobody has judged',
    change: (file) => withTrigger(file, 'review', 1),
    says: '按本案由的规定判断是否属于重大执法决定',
    severity: 'warn',
  },
];
