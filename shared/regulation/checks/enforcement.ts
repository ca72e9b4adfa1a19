import { standing } from '../../procedure/approvals.ts';
import { dayIn, officersOf, paperDay, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { papersConcerning } from '../../procedure/parties.ts';
import { servedDay } from '../../procedure/service.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  atClosing,
  faultIn,
  filing,
  hasTemplate,
  isFinished,
  issueAndFiling,
  issuedIn,
  lateWords,
  missed,
  nothing,
  papersIn,
  papersOfClass,
  placeOf,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { latenessOf } from '../../periods/lateness.ts';
import { periodIds } from '../../periods/period-ids.ts';
import { reviewIds } from '../review-ids.ts';

/** Papers that show how a decision ended: performed, demanded, handed to the court, put off. */
const endings = [
  paperIds.performanceRecord,
  paperIds.fineDeferralRequest,
  paperIds.fineDeferralApproval,
  paperIds.performanceDemand,
  paperIds.enforcementApplication,
];

const unfollowed = (judgement: Judgement): Fault[] => {
  const ended =
    issuedIn(judgement, ...endings).length > 0 ||
    issuedIn(judgement, paperIds.closingApproval).some((paper) =>
      /撤销|不予|终结|移送|申请法院/.test(textOf(paper, 'closeType')),
    );
  const toPerform = papersOfClass(judgement, 'decision').filter(
    ({ paper }) =>
      paper.status === 'issued' && rowsOf(paper, 'penalties').length + rowsOf(paper, 'obligations').length > 0,
  );
  return ended
    ? []
    : toPerform.map(({ paper }) =>
        faultIn(paper, `${paper.name}没有履行情况记录，也没有催告、申请执行或者其他终结依据。`),
      );
};

/** Days late and 加处罚款 of a record that is written that are not those of the periods. */
const countedOtherwise = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.performanceRecord)
    .filter((paper) => !isFinished(paper))
    .flatMap((paper) => {
      const late = latenessOf(paper, judgement.periods, judgement.file.today);
      if (late === null) return [];
      const said = (key: 'overdueDays' | 'surcharge', name: string, unit: string): Fault[] => {
        const value = paper.values[key] ?? 0;
        return value === late[key]
          ? []
          : [faultIn(paper, `${name}写的是${String(value)}${unit}，${late.words}。不按这个数记的，写明理由。`, key)];
      };
      return [...said('overdueDays', '逾期天数', '日'), ...said('surcharge', '加处罚款', '元')];
    });

/** Every paper that orders correction: 限期改正指令书, 稽核整改意见书, an inspection that ended with 责令改正. */
const correctionOrders = (judgement: Judgement) => [
  ...issuedIn(judgement, paperIds.correctionOrder, paperIds.auditCorrectionOpinion),
  ...issuedIn(judgement, paperIds.inspectionResultNotice).filter((paper) => textOf(paper, 'conclusion') === '责令改正'),
];

const unchecked = (judgement: Judgement): Fault[] =>
  correctionOrders(judgement).flatMap((paper) => {
    const verified = papersIn(judgement, paperIds.correctionVerification).some(
      (check) =>
        check.status === 'issued' &&
        (textOf(check, 'orderRef') === '' || [paper.number, paper.id].includes(textOf(check, 'orderRef'))),
    );
    return verified ? [] : [faultIn(paper, `${paper.name}没有改正情况核查记录。`)];
  });

const demandTooShort = (judgement: Judgement): Fault[] => {
  const demand = issuedIn(judgement, paperIds.performanceDemand).at(-1);
  const served = demand === undefined ? null : servedDay(judgement.file, demand);
  return papersIn(judgement, paperIds.enforcementApplication).flatMap((paper) => {
    const day = paperDay(paper, templateOf(judgement, paper)) ?? judgement.file.today;
    if (served === null) return isFinished(paper) ? [faultIn(paper, '申请强制执行前没有送达履行催告书。')] : [];
    const wait =
      judgement.periods.find(
        (period) => period.ruleId === periodIds.enforcementAfterDemand && period.subjectId === demand?.id,
      )?.due ?? null;
    return wait !== null && day <= wait
      ? [faultIn(paper, `催告书于${served}送达，满十个工作日（${wait}）后才能申请强制执行。`)]
      : [];
  });
};

const unsigned = (judgement: Judgement): Fault[] =>
  issuedIn(judgement, paperIds.enforcementApplication).flatMap((paper) => {
    const signed =
      paper.signatures.some((signature) => signature.role.includes('负责人')) ||
      standing(paper.approvals).some((approval) => approval.verdict === '同意') ||
      textOf(paper, 'signedByLeader') !== '';
    const sealed = templateOf(judgement, paper)?.seal !== undefined;
    return signed && sealed
      ? []
      : [faultIn(paper, '强制执行申请书应由行政机关负责人签名，加盖行政机关印章并注明日期。')];
  });

/** Whether a decision of the case is performed with money: only then is there a voucher of it. */
const ordersMoney = (judgement: Judgement): boolean =>
  papersOfClass(judgement, 'decision').some(
    ({ paper }) =>
      [...rowsOf(paper, 'penalties'), ...rowsOf(paper, 'obligations')].some((row) => typeof row.amount === 'number') ||
      ['amountUnit', 'amountPerson', 'arrears', 'amount'].some((key) => typeof paper.values[key] === 'number'),
  );

const unproved = (judgement: Judgement): Fault[] => [
  ...(ordersMoney(judgement) ? issuedIn(judgement, paperIds.performanceRecord) : [])
    .filter(
      (paper) =>
        textOf(paper, 'performed') === '全部履行' &&
        rowsOf(paper, 'payments').length === 0 &&
        !Array.isArray(paper.values.vouchers),
    )
    .map((paper) => faultIn(paper, '记为全部履行，没有缴款（支付）凭证。', 'vouchers')),
  ...(issuedIn(
    judgement,
    paperIds.performanceDemand,
    paperIds.enforcementApplication,
    paperIds.fineDeferralRequest,
    paperIds.fineDeferralApproval,
  ).length > 0 || !hasTemplate(judgement, paperIds.performanceDemand)
    ? []
    : missed(judgement, periodIds.finePayment)
        .filter(
          () =>
            !issuedIn(judgement, paperIds.performanceRecord).some((paper) => textOf(paper, 'performed') === '全部履行'),
        )
        .map((period) => ({
          sentence: `罚款应于${period.due ?? ''}前缴清，没有缴清，也没有催告、申请执行或者批准延期分期。`,
          ...placeOf(judgement, period),
        }))),
];

const closedWrongly = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.closingApproval).flatMap((paper) => {
    const ended = dayIn(paper, 'terminatedAt');
    const performance = issuedIn(judgement, paperIds.performanceRecord).at(-1);
    const performed = performance === undefined ? null : dayIn(performance, 'performedAt');
    const early =
      ended !== null && performed !== null && ended < performed
        ? [faultIn(paper, `执行终结日期（${ended}）早于履行完毕（${performed}）。`, 'terminatedAt')]
        : [];
    const unfinished =
      textOf(paper, 'closeType') === '正常结案' &&
      performance !== undefined &&
      textOf(performance, 'performed') !== '全部履行';
    return [
      ...early,
      ...(unfinished
        ? [faultIn(paper, `履行情况为“${textOf(performance, 'performed')}”，不能按“正常结案”办理。`, 'closeType')]
        : []),
    ];
  });

const judgments = ['一审判决书', '一审裁定书', '二审裁判文书'];

/** What the papers of the case and of those about the same decision show of the party's remedies. */
function remediesShown({ file }: Judgement) {
  const all = [...file.papers, ...file.linked.flatMap((linked) => papersConcerning(file, linked))].filter(
    ({ status }) => status !== 'void',
  );
  const received = (id: string): boolean =>
    all.some((paper) => paper.templateId === id && dayIn(paper, 'recvAt') !== null);
  const upheld = all.filter(
    (paper) => paper.templateId === paperIds.incomingLetterRegister && textOf(paper, 'result') === '维持（驳回）',
  );
  return {
    applied: received(paperIds.reconsiderationAnswer),
    sued: received(paperIds.litigationDefence),
    upheld: upheld.some((paper) => textOf(paper, 'kind') === '行政复议决定书'),
    judged: upheld.some((paper) => judgments.includes(textOf(paper, 'kind')) && dayIn(paper, 'effectiveAt') !== null),
  };
}

/** An application to the court that says something else of 复议 and 诉讼 than the papers on file (强制法53, 复议法78, 行诉法95). */
const remediesMisstated = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.enforcementApplication).flatMap((paper) => {
    const { applied, sued, upheld, judged } = remediesShown(judgement);
    const said = (sentence: string): Fault[] => [faultIn(paper, sentence, 'remedyUsed')];
    const missing = (sentence: string): Fault[] => [{ ...faultIn(paper, sentence, 'remedyUsed'), severity: 'warn' }];
    switch (textOf(paper, 'remedyUsed')) {
      case '没有申请行政复议，也没有提起行政诉讼':
        return applied || sued
          ? said(
              `在案文书显示当事人已经${sued ? '提起行政诉讼' : '申请行政复议'}，申请书不能写没有申请复议、没有起诉。`,
            )
          : [];
      case '复议维持后没有起诉':
        if (sued) return said('在案文书显示当事人已经提起行政诉讼，裁判生效后再申请法院强制执行。');
        return upheld ? [] : missing('在案没有维持原决定的行政复议决定书，请先在来文登记表中登记，期限才能计算。');
      case '经人民法院裁判驳回':
        return judged ? [] : missing('在案没有已经生效的裁判文书，请先在来文登记表中登记裁判生效日期，期限才能计算。');
      default:
        return [];
    }
  });

/** The time to apply to the court as far as it has begun for this party (强制法53): it begins once the time for remedies has run out. */
const applyingTime = ({ periods }: Judgement) =>
  periods.filter(({ ruleId }) => ruleId === periodIds.enforcementApplication).at(-1);

/** A case that only enforces, of a decision made outside this program, has no day of its service; only whoever applies knows it. */
const knowsDecision = ({ file }: Judgement): boolean => file.case.procedure !== 'enforcement' || file.linked.length > 0;

/** An application to the court dated before the time for 复议 and 诉讼 has run out. */
const tooEarly = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.enforcementApplication)
    .filter((paper) => textOf(paper, 'remedyUsed') !== '' && textOf(paper, 'remedyUsed') !== '经人民法院裁判驳回')
    .flatMap((paper) => {
      const day = dayIn(paper, 'date');
      const time = applyingTime(judgement);
      if (day === null) return [];
      if (time === undefined)
        return [
          {
            ...faultIn(
              paper,
              '当事人申请复议、提起诉讼的期限还没有届满，或者决定书（复议决定）的送达日期没有登记，算不出届满日；届满以后才能申请强制执行。',
              'date',
            ),
            severity: knowsDecision(judgement) ? 'err' : 'warn',
          },
        ];
      return day <= time.from
        ? [
            faultIn(
              paper,
              `当事人的救济期限（批准延期、分期的，该期限）到${time.from}才届满，${day}还不能申请强制执行。`,
              'date',
            ),
          ]
        : [];
    });

export const enforcementChecks: Check[] = [
  {
    id: 'R27a',
    each: 'party',
    title: '决定的履行有记录',
    severity: 'err',
    article: 27,
    basis: '行政处罚法第六十六、七十二条',
    blocks: filing,
    speaks: atClosing,
    judge: unfollowed,
  },
  {
    id: 'R27b',
    title: '逾期天数和加处罚款按期限计算',
    severity: 'err',
    article: 27,
    basis: '行政处罚法第七十二条、第七十三条',
    blocks: ['issue'],
    judge: countedOtherwise,
  },
  {
    id: 'R28a',
    each: 'party',
    title: '责令改正的已核查',
    severity: 'err',
    article: 28,
    basis: '行政处罚法第二十八条',
    blocks: filing,
    speaks: atClosing,
    judge: unchecked,
  },
  {
    id: 'R28b',
    title: '核查不少于两人',
    severity: 'err',
    article: 28,
    basis: '行政处罚法第四十二条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      papersIn(judgement, paperIds.correctionVerification)
        .filter(isFinished)
        .filter((paper) => new Set(officersOf(paper, 'officers').map((officer) => officer.personId)).size < 2)
        .map((paper) => faultIn(paper, '改正情况核查不足两名执法人员。', 'officers')),
  },
  {
    id: 'R29a',
    each: 'party',
    title: '催告送达满十个工作日再申请',
    severity: 'veto',
    article: 29,
    basis: '行政强制法第五十四条',
    blocks: issueAndFiling,
    judge: demandTooShort,
  },
  {
    id: 'R29b',
    title: '在法定期限内申请强制执行',
    severity: 'veto',
    article: 29,
    basis: '行政强制法第五十三条',
    blocks: nothing,
    judge: (judgement) =>
      missed(
        judgement,
        periodIds.enforcementApplication,
        periodIds.enforcementAfterJudgment,
        periodIds.enforcementOfJudgment,
      ).map((period) => ({
        sentence: `申请法院强制执行${lateWords(period)}（${period.basis}）。`,
        ...placeOf(judgement, period),
      })),
  },
  {
    id: 'R29c',
    title: '申请书有负责人签名、印章和日期',
    severity: 'veto',
    article: 29,
    basis: '行政强制法第五十五条',
    blocks: issueAndFiling,
    judge: unsigned,
  },
  {
    id: 'R29d',
    each: 'party',
    title: '申请书写明的复议、诉讼情况与在案文书一致',
    severity: 'err',
    article: 29,
    basis: '行政强制法第五十三条；行政复议法第七十八条；行政诉讼法第九十五条',
    blocks: issueAndFiling,
    judge: remediesMisstated,
  },
  {
    id: 'R29e',
    each: 'party',
    title: '救济期限届满后再申请强制执行',
    severity: 'veto',
    article: 29,
    basis: '行政强制法第五十三条；行政处罚法第七十二条第二款',
    blocks: issueAndFiling,
    judge: tooEarly,
  },
  {
    id: reviewIds.compliance,
    each: 'party',
    title: '缴款凭证在卷，逾期有催告',
    severity: 'warn',
    article: 27,
    basis: '行政处罚法第六十七、七十二条',
    blocks: nothing,
    judge: unproved,
  },
  {
    id: 'H01',
    each: 'party',
    title: '结案日期和方式正确',
    severity: 'warn',
    article: 35,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: closedWrongly,
  },
];
