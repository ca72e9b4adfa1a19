import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { conditions } from '../../../shared/procedure/conditions.ts';
import { guideOf, nextStep } from '../../../shared/procedure/guide.ts';
import { obstaclesToIssue, obstaclesToStart } from '../../../shared/procedure/obstacles.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import {
  paperIn,
  plusPaper,
  upTo,
  withExhibit,
  without,
  withPaper,
  withValues,
} from '../../support/change-case-file.ts';
import { people } from '../../support/case-values.ts';
import { judgementOf } from '../../support/judgement.ts';

const guide = (file: CaseFile) => guideOf(judgementOf(file));
const stateOf = (file: CaseFile, id: string) => guide(file).find(({ step }) => step.id === id)?.state;
const next = (file: CaseFile) => nextStep(guide(file), { file });
const toIssue = (file: CaseFile, templateId: string) =>
  obstaclesToIssue(judgementOf(file), paperIn(file, templateId)).map((obstacle) => obstacle.sentence);
/** The case up to a paper, with that paper still a draft. */
const drafting = (templateId: string): CaseFile =>
  withPaper(upTo(aCaseFile(), templateId), templateId, { status: 'draft', issuedAt: null, number: null });

describe('guide of 普通程序', () => {
  it('is all done, but for what was not needed, when the case is filed', () => {
    const steps = guide(aCaseFile());
    expect(steps.filter((step) => step.required && step.state !== 'done')).toEqual([]);
    expect(nextStep(steps, { file: aCaseFile() })).toBeNull();
  });

  it('begins with the source, and waits with everything after it', () => {
    const file = { ...aCaseFile(), papers: [], exhibits: [], volume: null };
    expect(next(file)).toMatchObject({
      stepId: 'source',
      templateId: 'J01',
      sentence: '还没有案源登记表（第十四条）。',
    });
    expect(stateOf(file, 'source')).toBe('current');
    expect(stateOf(file, 'decide')).toBe('waiting');
    expect(stateOf(file, 'review-defence')).toBe('not-needed');
  });

  it.each([
    ['J01', 'file-case'],
    ['J04', 'investigate'],
    ['J15', 'conclude'],
    ['J53', 'conclude'],
    ['J18', 'notify'],
    ['J21', 'serve-notice'],
    ['J23', 'review-defence'],
    ['J24', 'approve-decision'],
    ['J31', 'decide'],
    ['J32', 'serve-decision'],
    ['J39', 'inform-source'],
    ['J03', 'close'],
  ])('after %s goes on with %s', (templateId, stepId) => {
    expect(next(upTo(aCaseFile(), templateId))?.stepId).toBe(stepId);
  });

  it('takes a service step as done by the receipt that names the paper', () => {
    const file = upTo(aCaseFile(), 'J21');
    expect(stateOf(file, 'serve-notice')).toBe('current');
    expect(guide(file).find(({ step }) => step.id === 'serve-notice')?.obstacles[0]?.sentence).toBe(
      '行政处罚（处理）事先告知书还没有送达回证（第二十二条）。',
    );
    const served = { ...file, papers: [...file.papers, paperIn(aCaseFile(), 'J40', 1)] };
    expect(stateOf(served, 'serve-notice')).toBe('done');
  });

  it('asks anew for service when the notice is given anew', () => {
    const file = plusPaper(upTo(aCaseFile(), 'J23'), 'J21', '行政处罚（处理）事先告知书', '2026-03-28', {});
    expect(stateOf(file, 'serve-notice')).toBe('current');
  });

  it('goes another way when the inquiry proposes none: no notice, no decision, but a withdrawal before the case is closed', () => {
    const file = withValues(upTo(aCaseFile(), 'J18'), 'J18', { suggestion: '撤销立案' });
    expect(['notify', 'decide', 'perform'].map((id) => stateOf(file, id))).toEqual([
      'not-needed',
      'not-needed',
      'not-needed',
    ]);
    expect(next(file)?.stepId).toBe('withdraw');
    expect(
      guide(file)
        .find(({ step }) => step.id === 'close')
        ?.obstacles.map((obstacle) => obstacle.stepId),
    ).toEqual(['withdraw', 'inform-source']);
  });

  it('needs no review of a defence that was not made', () => {
    expect(stateOf(withValues(without(aCaseFile(), 'J24'), 'J23', { form: '放弃权利记录' }), 'review-defence')).toBe(
      'not-needed',
    );
    expect(stateOf(without(aCaseFile(), 'J24'), 'review-defence')).toBe('current');
  });

  it('goes to the field that is missing in the draft at hand', () => {
    const file = withValues(drafting('J18'), 'J18', { discretionFactors: '' });
    expect(next(file)).toMatchObject({
      stepId: 'conclude',
      paperId: paperIn(file, 'J18').id,
      field: 'discretionFactors',
    });
  });

  it('leaves a paper in approval to the other person when there is other work', () => {
    const file = withPaper(drafting('J18'), 'J18', { status: 'approving', approvals: [] });
    const open = without(file, 'J53');
    expect(next(open)).toMatchObject({ stepId: 'register-recordings' });
    expect(next(file)).toMatchObject({
      stepId: 'conclude',
      sentence: '还缺“承办人意见”，由承办人签批（第二十三条）。',
    });
  });
});

describe('what stands between a draft and its issue', () => {
  it('is nothing for a paper that is ready', () => {
    expect(toIssue(drafting('J32'), 'J32')).toEqual([]);
    expect(toIssue(drafting('J08'), 'J08')).toEqual([]);
  });

  it('is a step before it', () => {
    const file = {
      ...drafting('J23'),
      papers: drafting('J23').papers.filter((paper) => paper.id !== paperIn(aCaseFile(), 'J40', 1).id),
    };
    expect(toIssue(file, 'J23')).toEqual(['须先完成：送达事先告知书（第二十二条）。']);
  });

  it('is a field, a signature, a recording', () => {
    expect(toIssue(withValues(drafting('J08'), 'J08', { situation: '' }), 'J08')).toEqual([
      '请填写“检查（勘验）情况”。',
    ]);
    const unsigned = withPaper(drafting('J08'), 'J08', {
      signatures: paperIn(aCaseFile(), 'J08').signatures.filter((signature) => signature.role !== '执法人员'),
    });
    expect(toIssue(unsigned, 'J08')).toEqual(['还缺“执法人员”签名（应2人，现0人）（第十七条）。']);
    const unfilmed = withExhibit(drafting('J08'), '现场检查录像', { withdrawnReason: '误传' });
    expect(toIssue(unfilmed, 'J08')).toEqual([
      '还缺执法全过程录音录像；受客观条件限制无法录制的，须写明情况（第十五条）。',
    ]);
    expect(toIssue(withValues(unfilmed, 'J08', { recordingLimits: '设备突发故障，只拍了照片。' }), 'J08')).toEqual([]);
  });

  it('is a refusal to sign without its reason', () => {
    const refused = (reason: string) =>
      withPaper(drafting('J07'), 'J07', {
        signatures: paperIn(aCaseFile(), 'J07').signatures.map((signature) =>
          signature.role === '被询问人' ? { ...signature, mode: '拒签' as const, reason } : signature,
        ),
      });
    expect(toIssue(refused(''), 'J07')).toEqual(['“被询问人”拒签，须注明理由（第十七条）。']);
    expect(toIssue(refused('认为无须签名'), 'J07')).toEqual([]);
  });

  it('is an approval not yet given', () => {
    const approving = withPaper(drafting('J04'), 'J04', {
      status: 'approving',
      approvals: paperIn(aCaseFile(), 'J04').approvals.slice(0, 3),
    });
    expect(toIssue(approving, 'J04')).toEqual(['还缺“局领导意见”，由分管领导签批（第十三条）。']);
    expect(toIssue({ ...approving, settings: { ...approving.settings, leaderSignsFiling: false } }, 'J04')).toEqual([]);
    expect(toIssue(withPaper(approving, 'J04', { status: 'approved' }), 'J04')).toEqual([]);
  });

  it('counts only opinions given since the paper last came back', () => {
    const [first, ...rest] = paperIn(aCaseFile(), 'J04').approvals;
    const returned =
      first === undefined
        ? []
        : [
            first,
            ...rest.slice(0, 1),
            { ...first, step: 1, verdict: '退回修改' as const, personId: people.zhang.personId },
          ];
    expect(toIssue(withPaper(drafting('J04'), 'J04', { status: 'approving', approvals: returned }), 'J04')[0]).toBe(
      '还缺“承办人意见”，由承办人签批（第十三条）。',
    );
  });

  it('is a template that is not there', () => {
    const file = drafting('J32');
    expect(
      obstaclesToIssue({ ...judgementOf(file), templates: new Map() }, paperIn(file, 'J32'))[0]?.sentence,
    ).toContain('没有“行政处罚决定书”的文书模板');
  });
});

describe('why a paper cannot be started', () => {
  const toStart = (file: CaseFile, templateId: string) => obstaclesToStart(judgementOf(file), templateId);

  it('lets papers be drafted ahead of earlier steps, and records be made again', () => {
    expect(toStart(upTo(aCaseFile(), 'J04'), 'J32')).toEqual([]);
    expect(toStart(upTo(aCaseFile(), 'J15'), 'J07')).toEqual([]);
    expect(toStart(upTo(aCaseFile(), 'J21'), 'J40')).toEqual([]);
  });

  it('is the one that stands already', () => {
    expect(toStart(upTo(aCaseFile(), 'J18'), 'J18')).toMatchObject([
      { sentence: '本案已有调查终结报告，确需重做的，先将它作废并写明理由。', paperId: paperIn(aCaseFile(), 'J18').id },
    ]);
    expect(toStart(drafting('J18'), 'J18')[0]?.sentence).toBe('本案已有调查终结报告，请打开它继续填写。');
  });

  it('is the filing that makes it, or has closed the case', () => {
    expect(toStart(upTo(aCaseFile(), 'J45'), 'J50')[0]?.sentence).toBe(
      '卷宗封面在“归档”中随案卷生成，不单独填写（第三十五条）。',
    );
    expect(toStart(aCaseFile(), 'J07')[0]?.sentence).toContain('已经归档');
    expect(toStart(without(aCaseFile(), 'J49'), 'J49')).toEqual([]);
  });

  it('is a template that is not there', () => {
    expect(toStart(aCaseFile(), 'Z99')[0]?.sentence).toContain('没有这种文书的模板');
  });
});

describe('conditions of steps', () => {
  const fine = (kind: string, amount?: number) =>
    withValues(aCaseFile(), 'J32', {
      penalties: [{ kind, basis: '第二十五条', ...(amount === undefined ? {} : { amount }) }],
    });

  it.each([
    ['a fine at the line of the office', fine('罚款', 30_000), true],
    ['a fine below it', fine('罚款', 29_999), false],
    ['a licence revoked', fine('吊销许可证件'), true],
    [
      'a fine, no line set',
      { ...fine('罚款', 900_000), settings: { ...aCaseFile().settings, hearingFineUnit: null } },
      false,
    ],
    [
      'a person, by the line for persons',
      { ...fine('罚款', 1_000), parties: aCaseFile().parties.map((party) => ({ ...party, kind: '个人' as const })) },
      true,
    ],
  ])('hearingRequired: %s', (_, file, expected) => {
    expect(conditions.hearingRequired(file)).toBe(expected);
  });

  it.each([
    ['defenceMade', (file: CaseFile) => file, (file: CaseFile) => withValues(file, 'J23', { form: '逾期未提出记录' })],
    ['urgentOnSite', (file: CaseFile) => withValues(file, 'J04', { urgentOnSite: true }), (file: CaseFile) => file],
    [
      'urgentOnSite',
      (file: CaseFile) => plusPaper(file, 'J05', '紧急情况当场启动报告及补办审批表', '2026-03-03', {}),
      (file: CaseFile) => file,
    ],
    [
      'sourceRefused',
      (file: CaseFile) => without(withValues(file, 'J01', { handling: '不予立案' }), 'J04'),
      (file: CaseFile) => withValues(file, 'J01', { handling: '不予立案' }),
    ],
    [
      'sourceRefused',
      (file: CaseFile) => plusPaper(without(file, 'J04'), 'J02', '不予立案（不予受理）审批表', '2026-03-03', {}),
      (file: CaseFile) => without(file, 'J04'),
    ],
    [
      'hearingToldApart',
      (file: CaseFile) => plusPaper(file, 'J22', '行政处罚听证告知书', '2026-03-23', {}),
      (file: CaseFile) => file,
    ],
    [
      'deferralRequested',
      (file: CaseFile) => plusPaper(file, 'J38a', '延期（分期）缴纳罚款申请书', '2026-04-10', {}),
      (file: CaseFile) => file,
    ],
    [
      'selfEnforced',
      (file: CaseFile) => plusPaper(file, 'Q02', '强制执行决定书', '2026-06-10', {}),
      (file: CaseFile) => file,
    ],
    [
      'sealingExtended',
      (file: CaseFile) => plusPaper(file, 'J46', '案件有关事项审批表', '2026-04-01', { matter: '延长查封（扣押）' }),
      (file: CaseFile) => plusPaper(file, 'J46', '案件有关事项审批表', '2026-04-01', { matter: '延长调查' }),
    ],
    [
      'testPeriodTold',
      (file: CaseFile) => plusPaper(file, 'Q01f', '检测（检验、检疫、技术鉴定）期间告知书', '2026-04-01', {}),
      (file: CaseFile) => file,
    ],
    ['notPerformed', (file: CaseFile) => withValues(file, 'J39', { performed: '部分履行' }), (file: CaseFile) => file],
    ['majorCase', (file: CaseFile) => withValues(file, 'J18', { majorCase: true }), (file: CaseFile) => file],
    [
      'majorCase',
      (file: CaseFile) => plusPaper(file, 'Q01a', '行政强制措施审批表', '2026-03-10', { majorCase: true }),
      (file: CaseFile) => plusPaper(file, 'Q01a', '行政强制措施审批表', '2026-03-10', { majorCase: false }),
    ],
    ['publicationDue', (file: CaseFile) => withValues(file, 'J32', { publish: true }), (file: CaseFile) => file],
    [
      'publicationDue',
      (file: CaseFile) => plusPaper(file, 'X11', '准予行政许可决定书', '2026-03-10', {}),
      (file: CaseFile) => plusPaper(file, 'X12', '不予行政许可决定书', '2026-03-10', {}),
    ],
    ['reviewDue', (file: CaseFile) => withValues(file, 'J18', { majorCase: true }), (file: CaseFile) => file],
    [
      'reviewDue',
      (file: CaseFile) => plusPaper(file, 'X08d', '行政许可听证笔录', '2026-03-10', {}),
      (file: CaseFile) => plusPaper(file, 'X08c', '行政许可听证通知书', '2026-03-10', {}),
    ],
    [
      'hearingRequested',
      (file: CaseFile) => withValues(file, 'J23', { hearingRequested: true }),
      (file: CaseFile) => file,
    ],
    [
      'demandNeeded',
      (file: CaseFile) => withValues(file, 'J39', { performed: '未履行', nextStep: '制发催告书' }),
      (file: CaseFile) => withValues(file, 'J39', { performed: '未履行', nextStep: '终结执行' }),
    ],
    [
      'courtNeeded',
      (file: CaseFile) => withValues(file, 'J39', { performed: '部分履行', nextStep: '申请法院强制执行' }),
      (file: CaseFile) => withValues(file, 'J39', { nextStep: '制发催告书' }),
    ],
    ['servedByNotice', (file: CaseFile) => withValues(file, 'J40', { mode: '公告' }), (file: CaseFile) => file],
    [
      'withdrawalProposed',
      (file: CaseFile) => plusPaper(file, 'J37', '涉嫌犯罪案件移送书', '2026-03-25', {}),
      (file: CaseFile) => file,
    ],
    [
      'withdrawalProposed',
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '移送' }),
      (file: CaseFile) => file,
    ],
    [
      'correctionDue',
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '责令改正' }),
      (file: CaseFile) => file,
    ],
    [
      'noPenaltyProposed',
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '不予处罚' }),
      (file: CaseFile) => file,
    ],
    ['handlingProposed', (file: CaseFile) => withValues(file, 'J18', { suggestion: '处理' }), (file: CaseFile) => file],
    [
      'penaltyProposed',
      (file: CaseFile) => file,
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '撤销立案' }),
    ],
    [
      'noticeDue',
      (file: CaseFile) => without(file, 'J18'),
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '不予处罚' }),
    ],
    [
      'decisionDue',
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '不予处罚' }),
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '责令改正' }),
    ],
    [
      'performanceDue',
      (file: CaseFile) => file,
      (file: CaseFile) => withValues(file, 'J18', { suggestion: '责令改正' }),
    ],
    ['sourceAwaitsAnswer', (file: CaseFile) => file, (file: CaseFile) => withValues(file, 'J01', { anonymous: true })],
    [
      'orderedToCorrect',
      (file: CaseFile) => plusPaper(file, 'J19', '限期改正指令书', '2026-03-25', {}),
      (file: CaseFile) => file,
    ],
    [
      'evidenceRegistered',
      (file: CaseFile) => plusPaper(file, 'J13', '先行登记保存证据通知书', '2026-03-06', {}),
      (file: CaseFile) => file,
    ],
  ] as const)('%s', (name, when, unless) => {
    expect(conditions[name](when(aCaseFile()))).toBe(true);
    expect(conditions[name](unless(aCaseFile()))).toBe(false);
  });
});
