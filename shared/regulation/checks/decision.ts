import type { Paper } from '../../case-file.ts';
import { approvalGaps, currentRound } from '../../procedure/approvals.ts';
import { amountOf, dayIn, listOf, momentFrom, paperDay, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { isNeeded } from '../../procedure/steps.ts';
import { isFilled } from '../../template/conditions.ts';
import type { decisionElements } from '../../template/template.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { remedyFor } from '../remedy.ts';
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
  papersIn,
  papersOfClass,
  placeOf,
  standingPapers,
  templateOf,
} from './faults.ts';
import { staleWordings } from './wording.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

const unapproved = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.decisionApproval)
    .filter((paper) => paper.status === 'issued' || paper.status === 'approved')
    .flatMap((paper) => {
      const template = templateOf(judgement, paper);
      const gaps = template === undefined ? [] : approvalGaps(template, paper, judgement.file.settings);
      const unnamed = currentRound(paper.approvals).filter(
        (approval) => approval.name.trim() === '' || approval.opinion.trim() === '' || momentFrom(approval.at) === null,
      );
      return [
        ...gaps.map((gap) => faultIn(paper, `${paper.name}缺少“${gap.label}”。`)),
        ...unnamed.map((approval) => faultIn(paper, `${paper.name}的“${approval.label}”没有写全意见、姓名和日期。`)),
      ];
    });

/** Approvals that lie after the decision they carry. */
const approvedLate = (judgement: Judgement): Fault[] => {
  const approval = papersIn(judgement, paperIds.decisionApproval).filter(isFinished).at(-1);
  if (approval === undefined) return [];
  const signed = [
    dayIn(approval, 'issuedAt'),
    ...currentRound(approval.approvals).map((opinion) => momentFrom(opinion.at)?.slice(0, 10) ?? null),
  ].filter((day) => day !== null);
  const last = signed.toSorted().at(-1);
  return papersIn(judgement, paperIds.penaltyDecision, paperIds.handlingDecision, paperIds.noPenaltyDecision).flatMap(
    (paper) => {
      const decided = dayIn(paper, 'decidedAt');
      return decided !== null && last !== undefined && last > decided
        ? [faultIn(paper, `审批签发（${last}）晚于决定日期（${decided}），应先审批、后决定。`, 'decidedAt')]
        : [];
    },
  );
};

const decidedUnapproved = (judgement: Judgement): Fault[] => {
  const needed = judgement.procedure.steps.some(
    ({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(paperIds.decisionApproval),
  );
  if (!needed || issuedIn(judgement, paperIds.decisionApproval).length > 0) return [];
  return papersOfClass(judgement, 'decision')
    .filter(({ paper }) => paper.status === 'issued')
    .map(({ paper }) => faultIn(paper, `${paper.name}没有决定审批表。`));
};

/** One person in two places of the chain (承办、审核、签批). */
const sameSigner = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.decisionApproval).flatMap((paper) => {
    const round = currentRound(paper.approvals);
    return round.flatMap((approval, index) => {
      const other = round
        .slice(0, index)
        .find((before) => before.personId === approval.personId && before.step !== approval.step);
      return other === undefined
        ? []
        : [faultIn(paper, `${approval.name}既签“${other.label}”又签“${approval.label}”，应由不同的人签批。`)];
    });
  });

const elementNames: Record<(typeof decisionElements)[number], string> = {
  party: '当事人基本情况',
  facts: '事实和证据',
  basis: '适用依据',
  content: '决定内容',
  performance: '履行方式和时间',
  remedy: '救济途径和期限',
  sealAndDate: '印鉴和决定日期',
  other: '应当载明的其他事项',
};

const lackingElements = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'decision')
    .filter(({ paper }) => isFinished(paper))
    .flatMap(({ paper, template }) => {
      const entries = Object.entries(template.elements ?? {}) as [keyof typeof elementNames, string[]][];
      return entries.flatMap(([element, keys]) => {
        const empty = keys.find((key) => !isFilled(paper.values[key]));
        return empty === undefined ? [] : [faultIn(paper, `决定书没有载明${elementNames[element]}。`, empty)];
      });
    });

const wrongRemedy = (judgement: Judgement): Fault[] => [
  ...staleWordings('R26b')(judgement),
  ...papersOfClass(judgement, 'decision').flatMap(({ paper, template }) => {
    const decidedAt = paperDay(paper, template);
    const note =
      decidedAt === null
        ? undefined
        : remedyFor({
            decidedAt,
            office: judgement.file.office,
            onTheSpot: paper.templateId === paperIds.onTheSpotPenalty,
          }).note;
    return note === undefined ? [] : [faultIn(paper, note)];
  }),
];

const undated = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'decision').flatMap(({ paper, template }) => {
    if (isFinished(paper) && template.seal === undefined) return [faultIn(paper, `${paper.name}没有设定用章位置。`)];
    const day = template.dateField === undefined ? paperDay(paper, template) : dayIn(paper, template.dateField);
    if (day === null)
      return isFinished(paper) ? [faultIn(paper, `${paper.name}没有决定日期。`, template.dateField)] : [];
    return day > judgement.file.today
      ? [faultIn(paper, `决定日期（${day}）晚于今天，不能预先写日期。`, template.dateField)]
      : [];
  });

const fineOf = (paper: Paper): number | null => amountOf(rowsOf(paper, 'penalties'), (kind) => kind.includes('罚款'));
const gainsOf = (paper: Paper): number | null =>
  amountOf(rowsOf(paper, 'penalties'), (kind) => kind.includes('违法所得'));

const unequalAmounts = (judgement: Judgement): Fault[] => {
  const decision = papersIn(judgement, paperIds.penaltyDecision).at(-1);
  if (decision === undefined) return [];
  return (
    [
      ['罚款', fineOf],
      ['没收违法所得', gainsOf],
    ] as const
  ).flatMap(([name, of]) => {
    const decided = of(decision);
    if (decided === null) return [];
    // One approval for several parties together says nothing of what each of them pays.
    return papersIn(judgement, paperIds.decisionApproval)
      .slice(-1)
      .filter((paper) => paper.partyId === decision.partyId)
      .flatMap((paper) => {
        const stated = of(paper);
        return stated === null || stated === decided
          ? []
          : [
              faultIn(
                decision,
                `${name}金额：决定书为${decided}元，${paper.name}为${stated}元，应当一致。`,
                'penalties',
              ),
            ];
      });
  });
};

/** What was paid, when it is said to be all, against what was imposed. */
const unequalPayment = (judgement: Judgement): Fault[] => {
  const decision = issuedIn(judgement, paperIds.penaltyDecision).at(-1);
  const due = decision === undefined ? null : (fineOf(decision) ?? 0) + (gainsOf(decision) ?? 0);
  if (due === null || due === 0) return [];
  const paid = issuedIn(judgement, paperIds.performanceRecord)
    .flatMap((paper) => rowsOf(paper, 'payments'))
    .flatMap((row) => (typeof row.amount === 'number' ? [row.amount] : []));
  const full = issuedIn(judgement, paperIds.performanceRecord).find(
    (paper) => textOf(paper, 'performed') === '全部履行',
  );
  const total = paid.reduce((sum, amount) => sum + amount, 0);
  return full !== undefined && paid.length > 0 && total < due
    ? [faultIn(full, `缴款合计${total}元，少于决定的${due}元，不是全部履行。`, 'payments')]
    : [];
};

const mainSteps = [
  [paperIds.filingApproval, '立案'],
  [paperIds.investigationReport, '调查'],
  [paperIds.decisionApproval, '审批'],
  [paperIds.priorNotice, '告知'],
  [paperIds.serviceReceipt, '送达'],
  [paperIds.closingApproval, '结案'],
] as const;

const missingMainPapers = (judgement: Judgement): Fault[] => {
  const asked = new Set(
    judgement.procedure.steps
      .filter((step) => isNeeded(judgement.file, step))
      .flatMap(({ doneBy }) =>
        'papers' in doneBy ? doneBy.papers : 'serviceOf' in doneBy ? [paperIds.serviceReceipt] : [],
      ),
  );
  return mainSteps
    .filter(([id]) => asked.has(id) && hasTemplate(judgement, id) && issuedIn(judgement, id).length === 0)
    .map(([id, name]) => ({
      sentence: `主要环节“${name}”没有文书（${judgement.templates.get(id)?.name ?? id}）。`,
      templateId: id,
    }));
};

/** Days that must follow each other and that no other check compares. */
const upsideDown = (judgement: Judgement): Fault[] => {
  const chain: { paper: Paper; day: string; name: string }[] = [
    paperIds.filingApproval,
    paperIds.investigationReport,
    paperIds.penaltyDecision,
    paperIds.performanceRecord,
    paperIds.closingApproval,
  ].flatMap((id) => {
    const paper = issuedIn(judgement, id).at(-1);
    const key = id === paperIds.closingApproval ? 'terminatedAt' : undefined;
    const day =
      paper === undefined
        ? null
        : key === undefined
          ? paperDay(paper, templateOf(judgement, paper))
          : dayIn(paper, key);
    return paper === undefined || day === null ? [] : [{ paper, day, name: paper.name }];
  });
  return chain.flatMap((next, index) => {
    const before = chain[index - 1];
    return before !== undefined && next.day < before.day
      ? [faultIn(next.paper, `程序倒置：${next.name}（${next.day}）早于${before.name}（${before.day}）。`)]
      : [];
  });
};

const notTransferred = (judgement: Judgement): Fault[] => {
  const suspected = issuedIn(judgement, paperIds.investigationReport).filter((paper) =>
    listOf(paper, 'suggestion').some((suggested) => suggested.includes('移送')),
  );
  const transferred =
    issuedIn(judgement, paperIds.crimeReferral, paperIds.filingWithdrawalApproval, paperIds.caseTransferLetter).length >
    0;
  return transferred
    ? []
    : suspected.map((paper) => faultIn(paper, '调查结论建议移送，卷内没有移送文书。', 'suggestion'));
};

const lateDecision = (judgement: Judgement): Fault[] =>
  missed(judgement, periodIds.penaltyDecision, periodIds.investigation, periodIds.decisionAfterInvestigation).map(
    (period) => ({
      sentence: `${period.name}${lateWords(period)}（${period.basis}）。`,
      ...placeOf(judgement, period),
    }),
  );

/** Penalties, 行政处理 and 强制 rest on evidence; a licence rests on the application. */
const onPenalty = ({ procedure }: Judgement): boolean => /处罚|处理|强制/.test(procedure.caseType);

const unfounded = (judgement: Judgement): Fault[] => {
  if (!onPenalty(judgement)) return [];
  const evidence =
    judgement.file.exhibits.some((exhibit) => exhibit.withdrawnReason === null) ||
    standingPapers(judgement).some((paper) => templateOf(judgement, paper)?.class === 'evidence');
  return evidence
    ? []
    : papersOfClass(judgement, 'decision')
        .filter(({ paper }) => isFinished(paper))
        .map(({ paper }) => faultIn(paper, `卷内没有任何证据，不能作出${paper.name}。`));
};

export const decisionChecks: Check[] = [
  {
    id: 'R23a',
    each: 'party',
    title: '三级意见、姓名、日期齐全',
    severity: 'veto',
    article: 23,
    basis: '行政处罚法第五十七条',
    blocks: issueAndFiling,
    judge: (judgement) => [...unapproved(judgement), ...decidedUnapproved(judgement)],
  },
  {
    id: 'R23b',
    each: 'party',
    title: '先审批后决定',
    severity: 'veto',
    article: 23,
    basis: '行政处罚法第五十七条',
    blocks: issueAndFiling,
    judge: approvedLate,
  },
  {
    id: 'R23c',
    title: '承办、审核、签批不为同一人',
    severity: 'veto',
    article: 23,
    basis: '全过程记录制度第二十三条',
    blocks: issueAndFiling,
    judge: sameSigner,
  },
  {
    id: 'R26a',
    title: '决定书载明八项内容',
    severity: 'veto',
    article: 26,
    basis: '行政处罚法第五十九条',
    blocks: issueAndFiling,
    judge: lackingElements,
  },
  {
    id: 'R26b',
    title: '救济途径和期限正确',
    severity: 'veto',
    article: 26,
    basis: '行政复议法第二十、二十三、二十四条；行政诉讼法第四十六条',
    blocks: issueAndFiling,
    judge: wrongRemedy,
  },
  {
    id: 'R26c',
    title: '印鉴和决定日期',
    severity: 'veto',
    article: 26,
    basis: '行政处罚法第五十九条',
    blocks: issueAndFiling,
    judge: undated,
  },
  {
    id: 'B07',
    each: 'party',
    title: '金额前后一致',
    severity: 'err',
    article: 26,
    basis: '案卷评查标准',
    blocks: issueAndFiling,
    judge: (judgement) => [...unequalAmounts(judgement), ...unequalPayment(judgement)],
  },
  {
    id: 'V04',
    title: '认定事实有证据',
    severity: 'veto',
    article: 26,
    basis: '行政处罚法第四十条',
    blocks: issueAndFiling,
    judge: unfounded,
  },
  {
    id: 'V06',
    each: 'party',
    title: '主要环节都有文书',
    severity: 'veto',
    article: 10,
    basis: '案卷评查标准',
    blocks: filing,
    speaks: atClosing,
    judge: missingMainPapers,
  },
  {
    id: 'V07',
    each: 'party',
    title: '程序没有倒置',
    severity: 'veto',
    article: 22,
    basis: '案卷评查标准',
    blocks: filing,
    judge: upsideDown,
  },
  {
    id: 'V09',
    title: '涉嫌犯罪已移送',
    severity: 'veto',
    article: 14,
    basis: '行政执法机关移送涉嫌犯罪案件的规定',
    blocks: filing,
    speaks: atClosing,
    judge: notTransferred,
  },
  {
    id: 'E03',
    title: '在法定期限内调查和决定',
    severity: 'err',
    article: 26,
    basis: '行政处罚法第六十条；劳动保障监察条例第十七条',
    blocks: filing,
    judge: lateDecision,
  },
];
