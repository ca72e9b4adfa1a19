import { addDays, dayOf, hoursBetween } from '../../time/moments.ts';
import { approvalGaps, currentRound } from '../../procedure/approvals.ts';
import type { Paper } from '../../case-file.ts';
import { conditions } from '../../procedure/conditions.ts';
import { dayIn, flagOf, momentFrom, momentIn, paperDay, textOf } from '../../procedure/paper-values.ts';
import { sourcesToAnswer, unanswered } from '../../procedure/sources.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  atClosing,
  faultIn,
  filing,
  hasTemplate,
  isFinished,
  issueAndFiling,
  issuedIn,
  missed,
  nothing,
  papersIn,
  placeOf,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

/** Days after which a known violation is no longer filed promptly (default of the review standard, W44). */
const promptDays = 7;

const filingElements = [
  ['caseSource', '案件来源'],
  ['startReason', '启动原因'],
  ['partyName', '当事人'],
  ['knownFacts', '掌握的事实'],
  ['factSource', '事实的来源'],
] as const;

const missingElements = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.filingApproval)
    .filter(isFinished)
    .flatMap((paper) => {
      const template = templateOf(judgement, paper);
      const fields = filingElements
        .filter(([key]) => textOf(paper, key) === '')
        .map(([key, label]) => faultIn(paper, `${paper.name}没有写明“${label}”。`, key));
      const gaps =
        template === undefined || paper.status === 'approving'
          ? []
          : approvalGaps(template, paper, judgement.file.settings);
      return [...fields, ...gaps.map((gap) => faultIn(paper, `${paper.name}缺少“${gap.label}”。`))];
    });

/** Opinions whose time lies before an earlier place of the chain. */
const outOfOrder = (judgement: Judgement): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.approvals.length > 1)
    .flatMap((paper) => {
      const round = currentRound(paper.approvals).toSorted((a, b) => a.step - b.step);
      return round.flatMap((approval, index) => {
        const before = round[index - 1];
        const moment = momentFrom(approval.at);
        const earlier = before === undefined ? null : momentFrom(before.at);
        if (
          before === undefined ||
          moment === null ||
          earlier === null ||
          moment >= earlier ||
          before.step === approval.step
        )
          return [];
        return [
          faultIn(
            paper,
            `${paper.name}的“${approval.label}”（${dayOf(moment)}）早于“${before.label}”（${dayOf(earlier)}）。`,
          ),
        ];
      });
    });

const lateReport = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.filingApproval, paperIds.urgentStartReport).flatMap((paper) => {
    const keys =
      paper.templateId === paperIds.urgentStartReport
        ? (['startedAt', 'reportAt'] as const)
        : (['urgentStartedAt', 'urgentReportAt'] as const);
    const [startedAt, reportAt] = keys.map((key) => momentIn(paper, key));
    if (!startedAt || !reportAt || hoursBetween(startedAt, reportAt) <= 24) return [];
    return [
      faultIn(paper, `当场启动后${Math.floor(hoursBetween(startedAt, reportAt))}小时才报告，超过24小时。`, keys[1]),
    ];
  });

/** What labour inspection does before a case is opened (监察条例14). */
const beforeOpening = ['日常巡视检查', '审查书面材料', '核实举报投诉'];

/**
 * Inquiries made before the case was filed, unless it was started on the spot, or is what comes before a case is opened: 日常巡视检查,
 * 审查书面材料, first verification of what was reported (监察条例14). A record issued without saying so passes with a reason: it is never dated anew.
 */
const beforeFiling = (judgement: Judgement): Fault[] => {
  const filed = issuedIn(judgement, paperIds.filingApproval).at(0);
  const day = filed === undefined ? null : paperDay(filed, templateOf(judgement, filed));
  if (filed === undefined || day === null || flagOf(filed, 'urgentOnSite')) return [];
  return papersIn(judgement, paperIds.inquiryRecord, paperIds.siteInspectionRecord).flatMap((paper) => {
    const moment = dayIn(paper, 'startAt');
    return moment !== null && moment < day && !beforeOpening.includes(textOf(paper, 'inquiryStage'))
      ? [
          faultIn(
            paper,
            `${paper.name}的时间（${moment}）早于立案（${day}）。属于日常巡视检查、审查书面材料或者核实举报投诉的，在“调查阶段”选明；已经出具的，写明理由后可以继续。`,
            'inquiryStage',
          ),
        ]
      : [];
  });
};

const needsAnswer = (judgement: Judgement): boolean =>
  hasTemplate(judgement, paperIds.sourceResultNotice) && conditions.sourceAwaitsAnswer(judgement.file);

const refusedResults = ['不予立案', '不予受理'];

/** What a refusal lacks: reason, basis, and to a complainant (投诉人) the written form (若干规定18). */
function refusalFaults(judgement: Judgement, paper: Paper): Fault[] {
  const missing = (
    [
      ['reason', '理由'],
      ['basis', '依据'],
    ] as const
  ).filter(([key]) => textOf(paper, key) === '');
  const complained = papersIn(judgement, paperIds.sourceRegistration).some(
    (source) => textOf(source, 'sourceType') === '投诉',
  );
  return [
    ...missing.map(([key, label]) => faultIn(paper, `${textOf(paper, 'result')}的告知没有写明${label}。`, key)),
    ...(complained && textOf(paper, 'informMode') !== '书面'
      ? [
          faultIn(
            paper,
            '对投诉决定不予受理、不予立案的，应当书面通知投诉人（若干规定第十八条），请把“告知方式”改为书面并送交。',
            'informMode',
          ),
        ]
      : []),
  ];
}

/** A fault for each source that none of these answers is about; of several (并案) with its number. */
const notTold = ({ file }: Judgement, answers: readonly Paper[], sentence: string): Fault[] =>
  unanswered(file, answers).map(({ number }) => ({
    sentence: sourcesToAnswer(file).length < 2 ? sentence : `案源${number ?? ''}：${sentence}`,
    templateId: paperIds.sourceResultNotice,
  }));

/** The two years had run out when the conduct was found; 举报、投诉 count as found (监察条例20, 处罚法36). */
const expired = (judgement: Judgement): Fault[] => {
  const [period] = missed(judgement, periodIds.supervisionLimitation, periodIds.penaltyLimitation);
  if (period === undefined) return [];
  const found = period.metAt === null ? '至今没有发现、立案' : `${period.metAt}才被发现`;
  return [
    {
      sentence: `违法行为终了于${period.from}，查处时效至${period.due ?? ''}届满，${found}，依法不再查处；属于行政处罚法第三十六条五年情形的，先办理延长。`,
      ...placeOf(judgement, period),
    },
  ];
};

export const startChecks: Check[] = [
  {
    id: 'R13a',
    title: '立案审批表要素齐全',
    severity: 'veto',
    article: 13,
    basis: '行政处罚法第五十四条',
    blocks: issueAndFiling,
    judge: missingElements,
  },
  {
    id: 'R13b',
    title: '审批先后有序',
    severity: 'veto',
    article: 13,
    basis: '全过程记录制度第十三、二十三条',
    blocks: issueAndFiling,
    judge: outOfOrder,
  },
  {
    id: 'R13c',
    title: '当场启动24小时内报告',
    severity: 'veto',
    article: 13,
    basis: '行政强制法第十九条',
    blocks: issueAndFiling,
    judge: lateReport,
  },
  {
    id: 'R13d',
    title: '先立案后调查',
    severity: 'err',
    article: 13,
    basis: '行政处罚法第五十四条；劳动保障监察条例第十四条',
    blocks: issueAndFiling,
    judge: beforeFiling,
  },
  {
    id: 'R14a',
    title: '当日登记案源',
    severity: 'err',
    article: 14,
    basis: '全过程记录制度第十四条',
    blocks: filing,
    judge: (judgement) =>
      issuedIn(judgement, paperIds.sourceRegistration).flatMap((paper) => {
        const received = dayIn(paper, 'receivedAt');
        const registered = paper.issuedAt === null ? null : dayOf(paper.issuedAt);
        return received !== null && registered !== null && registered > received
          ? [faultIn(paper, `线索于${received}收到，${registered}才登记。`, 'receivedAt')]
          : [];
      }),
  },
  {
    id: 'R14b',
    title: '告知提供案源的单位或者个人',
    severity: 'err',
    article: 14,
    basis: '劳动保障监察条例第二十一条',
    blocks: filing,
    speaks: atClosing,
    judge: (judgement) =>
      needsAnswer(judgement)
        ? notTold(
            judgement,
            issuedIn(judgement, paperIds.sourceResultNotice),
            '没有告知提供案源的单位或者个人是否立案的记录。',
          )
        : [],
  },
  {
    id: 'R14c',
    title: '不启动的告知写明理由和依据',
    severity: 'err',
    article: 14,
    basis: '全过程记录制度第十四条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      papersIn(judgement, paperIds.sourceResultNotice)
        .filter((paper) => isFinished(paper) && refusedResults.includes(textOf(paper, 'result')))
        .flatMap((paper) => refusalFaults(judgement, paper)),
  },
  {
    id: 'R14d',
    title: '结案后告知处理结果',
    severity: 'err',
    article: 14,
    basis: '全过程记录制度第十四条',
    blocks: filing,
    speaks: atClosing,
    judge: (judgement) => {
      if (!needsAnswer(judgement) || issuedIn(judgement, paperIds.closingApproval).length === 0) return [];
      const told = issuedIn(judgement, paperIds.sourceResultNotice).filter(
        (paper) => textOf(paper, 'result') !== '已立案',
      );
      return notTold(judgement, told, '没有把处理结果告知提供案源的单位或者个人的记录。');
    },
  },
  {
    id: 'B02',
    title: '案件来源前后一致',
    severity: 'warn',
    article: 13,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: (judgement) =>
      papersIn(judgement, paperIds.filingApproval).flatMap((paper) => {
        const source = papersIn(judgement, paperIds.sourceRegistration).at(-1);
        const [stated, registered] = [
          textOf(paper, 'caseSource'),
          source === undefined ? '' : textOf(source, 'sourceType'),
        ];
        return stated !== '' && registered !== '' && stated !== registered
          ? [faultIn(paper, `案件来源写的是“${stated}”，案源登记表是“${registered}”。`, 'caseSource')]
          : [];
      }),
  },
  {
    id: 'B03',
    title: '立案审批不晚于调查终结',
    severity: 'warn',
    article: 13,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: (judgement) => {
      const ended = papersIn(judgement, paperIds.investigationReport)
        .flatMap((paper) => dayIn(paper, 'surveyEndAt') ?? [])
        .at(-1);
      if (ended === undefined) return [];
      return papersIn(judgement, paperIds.filingApproval).flatMap((paper) =>
        currentRound(paper.approvals).flatMap((approval) => {
          const moment = momentFrom(approval.at);
          return moment !== null && dayOf(moment) > ended
            ? [faultIn(paper, `“${approval.label}”签于${dayOf(moment)}，晚于调查终结（${ended}）。`)]
            : [];
        }),
      );
    },
  },
  {
    id: 'B04',
    title: '立案及时',
    severity: 'warn',
    article: 13,
    basis: '案卷评查标准；劳动保障监察条例第二十条',
    blocks: nothing,
    judge: (judgement) => [
      ...expired(judgement),
      ...issuedIn(judgement, paperIds.filingApproval).flatMap((paper) => {
        const received = papersIn(judgement, paperIds.sourceRegistration)
          .flatMap((source) => dayIn(source, 'receivedAt') ?? [])
          .at(0);
        const day = paperDay(paper, templateOf(judgement, paper));
        return received !== undefined && day !== null && day > addDays(received, promptDays)
          ? [faultIn(paper, `线索于${received}收到，${day}才立案，超过${promptDays}日。`)]
          : [];
      }),
    ],
  },
];
