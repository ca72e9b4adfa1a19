import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { carried, initialValues } from '../../../shared/procedure/carry.ts';
import { causeOfCase, dayOfAct } from '../../../shared/procedure/cause-of-case.ts';
import { evidenceWanted } from '../../../shared/procedure/evidence-wanted.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { definitions } from '../../support/judgement.ts';

const { causes, laws, templates } = definitions;

const named = (causeName: string, file = aCaseFile()): CaseFile => {
  const renamed = { ...file, case: { ...file.case, causeName } };
  return { ...renamed, cause: causeOfCase(renamed, causes, laws) };
};
const endedOn = (day: string): CaseFile => withValues(upTo(aCaseFile(), 'J04'), 'J04', { conductEndedAt: day });

describe('the day of the act', () => {
  test.each<[string, CaseFile, string | null]>([
    ['nobody has said', withValues(upTo(aCaseFile(), 'J04'), 'J04', { conductEndedAt: null }), null],
    ['the 立案审批表 says', endedOn('2019-12-03'), '2019-12-03'],
    ['a void one does not', withPaper(endedOn('2019-12-03'), 'J04', { status: 'void' }), null],
    [
      'the 调查终结报告 says better',
      withValues(withValues(aCaseFile(), 'J04', { conductEndedAt: '2026-01-31' }), 'J18', {
        conductEndedAt: '2026-02-28',
      }),
      '2026-02-28',
    ],
  ])('%s', (_, file, day) => {
    const only = { ...file, papers: file.papers.filter(({ templateId }) => templateId !== 'J01') };
    expect(dayOfAct(only)).toBe(day);
  });
});

describe('what the case takes from its 案由', () => {
  test('nothing where it was written freely', () => {
    expect(named('涉嫌拖欠32名劳动者工资').cause).toBeNull();
  });

  test.each<[string, string, string, string]>([
    [
      'the last day before 农民工条例',
      '2020-04-30',
      '《中华人民共和国劳动合同法》第三十条第一款',
      '《中华人民共和国劳动合同法》第八十五条第一项、《劳动保障监察条例》第二十六条第一项',
    ],
    [
      'its first day',
      '2020-05-01',
      '《保障农民工工资支付条例》第三条第一款、第十二条、《中华人民共和国劳动合同法》第三十条第一款',
      '《保障农民工工资支付条例》第五十三条、《中华人民共和国劳动合同法》第八十五条第一项、《劳动保障监察条例》第二十六条第一项',
    ],
  ])('the provisions of the day of the act: %s', (_, day, violated, penal) => {
    const { cause } = named('涉嫌拖欠农民工工资', endedOn(day));
    expect([cause?.day, cause?.violated, cause?.penal]).toEqual([day, violated, penal]);
    expect(cause?.outOfForce.length).toBe(day < '2020-05-01' ? 3 : 0);
  });

  test('an application has no violation to speak of', () => {
    expect(named('申请工伤认定').cause).toMatchObject({ analysis: '', correction: '' });
  });

  test('what nobody has read in its text is named', () => {
    expect(named('涉嫌低于最低工资标准支付工资').cause?.unverified).toBe('《最低工资规定》第十二条');
    expect(named('涉嫌拖欠劳动者工资').cause?.unverified).toBe('');
    // The text of the law as it was before its amendment was not at hand.
    expect(named('涉嫌拖欠劳动者工资', endedOn('2012-12-31')).cause?.unverified).toContain(
      '《中华人民共和国劳动合同法》',
    );
  });
});

describe('papers begin with it', () => {
  const file = named('涉嫌拖欠劳动者工资');
  const begun = (id: string) => initialValues(templates.get(id)!, file);

  test('provisions, analysis, correction and questions, each with where it came from', () => {
    expect(begun('J04')).toMatchObject({
      suspectedLaw: '《中华人民共和国劳动法》第五十条、《中华人民共和国劳动合同法》第三十条第一款',
    });
    expect(begun('J19')).toMatchObject({ requirements: '足额支付拖欠的劳动者工资' });
    expect(begun('J18')).toMatchObject({
      legalAnalysis:
        '你（单位）的上述行为违反了《中华人民共和国劳动法》第五十条、《中华人民共和国劳动合同法》第三十条第一款的规定',
      legalBasis:
        '《中华人民共和国劳动法》第九十一条第一项、《中华人民共和国劳动合同法》第八十五条第一项、《劳动保障监察条例》第二十六条第一项',
    });
    const questions = begun('J07')['qa'] as { q: string; a: string }[];
    expect(questions.length).toBeGreaterThan(8);
    expect(questions[0]).toEqual({ q: '以上告知的权利和义务你听清楚了吗？是否申请我们回避？', a: '' });
    const field = fieldsOf(templates.get('J07')!).find(({ key }) => key === 'qa')!;
    expect(carried(field, file)?.origin).toBe('来自 案由');
  });

  test('nothing of it where the 案由 was written freely', () => {
    const free = named('涉嫌其他行为');
    expect(initialValues(templates.get('J04')!, free)['suspectedLaw']).toBeUndefined();
    expect(initialValues(templates.get('J07')!, free)['qa']).toBeUndefined();
  });
});

describe('evidence still to gather', () => {
  test('what an exhibit or an issued paper seems to be is named, the rest is wanted', () => {
    const file = named('涉嫌违反规定延长劳动者工作时间');
    const [exhibit] = file.exhibits;
    const holding = { ...file, exhibits: [{ ...exhibit!, title: '2026年2月考勤表' }], papers: [] };
    expect(
      evidenceWanted(holding)
        .filter(({ held }) => held !== null)
        .map(({ name, held }) => [name, held]),
    ).toEqual([['考勤记录', '2026年2月考勤表']]);
    const withdrawn = { ...holding, exhibits: [{ ...holding.exhibits[0]!, withdrawnReason: '弄错了' }] };
    expect(evidenceWanted(withdrawn).every(({ held }) => held === null)).toBe(true);
  });

  test('nothing without a 案由 of the catalogue', () => {
    expect(evidenceWanted(named('涉嫌其他行为'))).toEqual([]);
  });
});
