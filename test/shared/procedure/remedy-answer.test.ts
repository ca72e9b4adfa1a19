import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import { remedyAnswerOf } from '../../../shared/procedure/remedy-answer.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { scoreOf } from '../../../shared/regulation/review.ts';
import type { Values } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { issuedPaper } from '../../support/case-papers.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';
import { annulled, withLetter } from '../regulation/examples/chain.ts';

const answer = (templateId: string, values: Values) =>
  issuedPaper({ id: 491, templateId, name: '答辩状', day: '2026-07-01', values });

const defence = answer('F02', {
  court: '辽源市龙山区人民法院',
  caseNo: '（2026）吉0402行初8号',
  plaintiff: '辽源市福满园餐饮有限公司',
  thirdParty: '陈福来',
  recvAt: '2026-06-20',
  request: '请求驳回原告的诉讼请求',
  facts: '每周超时三十小时',
  basis: '劳动法第九十条',
  agents: '王建国',
});

describe('an answer that is written already is not asked for again', () => {
  test('of the case itself, and of a case about its decision', () => {
    const said = {
      kind: 'court',
      receivedAt: '2026-06-20',
      simplified: false,
      recipient: '辽源市龙山区人民法院',
      caseNo: '（2026）吉0402行初8号',
      opponents: ['辽源市福满园餐饮有限公司', '陈福来'],
      text: '答辩请求：请求驳回原告的诉讼请求\n一、作出决定的事实和证据。每周超时三十小时\n三、适用依据。劳动法第九十条',
      agent: '王建国',
    };
    expect(remedyAnswerOf({ papers: [defence], linked: [] })).toEqual(said);
    const [other] = withLetter(aCaseFile(), {}).linked;
    expect(remedyAnswerOf({ papers: [], linked: [{ ...other!, papers: [defence] }] })).toEqual(said);
    expect(remedyAnswerOf({ papers: [], linked: [{ ...other!, stands: 'beside', papers: [defence] }] })).toBeNull();
    expect(remedyAnswerOf({ papers: [{ ...defence, status: 'void' }], linked: [] })).toBeNull();
  });

  test('in 复议, by the simplified procedure or not', () => {
    const papers = [
      answer('F01', { to: '辽源市人民政府', procedureKind: '简易程序', reply: '不成立', request: '请求维持' }),
    ];
    expect(remedyAnswerOf({ papers, linked: [] })).toMatchObject({
      kind: 'reconsideration',
      simplified: true,
      recipient: '辽源市人民政府',
      text: '四、对申请人请求和理由的答复。不成立\n综上，请求维持',
    });
  });
});

describe('a decision that was annulled', () => {
  const score = (file: CaseFile) => scoreOf(judge(judgementOf(file), 'filing'));

  test.each<[string, Values, boolean]>([
    ['annulled', annulled, true],
    ['upheld', { ...annulled, result: '维持（驳回）' }, false],
    ['annulled, but not in force yet', { ...annulled, effectiveAt: '' }, false],
    ['annulled in 复议, which counts at once', { ...annulled, kind: '行政复议决定书', effectiveAt: '' }, true],
  ])('%s: the old case is no longer 优秀: %o', (_, letter, isWorse) => {
    expect(score(aCaseFile()).grade).toBe('优秀');
    expect(score(withLetter(aCaseFile(), letter)).grade).toBe(isWorse ? '合格' : '优秀');
  });

  test('leads to a step of the case that defended it, done once a case was begun anew', () => {
    const procedure = definitions.procedures.get('remedy.litigation')!;
    const remedy: CaseFile = {
      ...aCaseFile(),
      case: { ...aCaseFile().case, procedure: 'remedy.litigation', state: 'open', followsId: 'penalty' },
      papers: withLetter(aCaseFile(), annulled).linked[0]!.papers,
      volume: null,
    };
    const stepOf = (file: CaseFile) =>
      guideOf({ ...judgementOf(file), procedure }).find(({ step }) => step.id === 'remake');
    expect(stepOf(remedy)).toMatchObject({
      required: true,
      obstacles: [{ sentence: '还没有由原案件另立案件（第十三条）。' }],
    });
    const anew = { id: 'anew', number: '', causeName: '', procedure: 'penalty.ordinary', source: '', reference: '' };
    const chain = [{ ...anew, stands: 'redone' as const, lead: 'remake', papers: [] }];
    expect(stepOf({ ...remedy, chain })?.state).toBe('done');
    expect(stepOf({ ...remedy, papers: [] })?.state).toBe('not-needed');
  });
});
