import type { Paper } from '../../case-file.ts';
import { conditions, hearingLine, isMoney, statedPenalties } from '../../procedure/conditions.ts';
import { amountOf, dayIn, listOf, officersOf, paperDay, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { servedDay } from '../../procedure/service.ts';
import { signatureGaps } from '../../procedure/signatures.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
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
import { aggravated } from './aggravated.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

/** Decisions that need a prior notice: penalties and 行政处理, of the ordinary procedure. */
const noticedDecisions = [paperIds.penaltyDecision, paperIds.handlingDecision];

/** Decisions that say their day, drafts included once it is filled in. */
export const datedDecisions = (judgement: Judgement): DatedDecision[] => datedPapers(judgement, noticedDecisions);

interface DatedDecision {
  paper: Paper;
  day: string;
}

const datedPapers = (judgement: Judgement, templateIds: readonly string[]): DatedDecision[] =>
  papersIn(judgement, ...templateIds).flatMap((paper) => {
    const day = dayIn(paper, 'decidedAt') ?? (isFinished(paper) ? paperDay(paper, templateOf(judgement, paper)) : null);
    return day === null ? [] : [{ paper, day }];
  });

/** Other decisions that 法制审核 may be due for (国办发〔2018〕118号): of 许可, 工伤 and 强制. */
const reviewedDecisions: readonly string[] = [
  paperIds.permitGrant,
  paperIds.permitDenial,
  paperIds.permitChange,
  paperIds.permitRenewal,
  paperIds.permitWithdrawal,
  paperIds.permitRevocation,
  paperIds.permitCancellation,
  paperIds.injuryRecognition,
  paperIds.injuryNonRecognition,
  paperIds.coerciveMeasureDecision,
];

const noticeServed = (judgement: Judgement): string | null => {
  const notice = issuedIn(judgement, paperIds.priorNotice).at(-1);
  return notice === undefined ? null : servedDay(judgement.file, notice);
};

const beforeNotice = (judgement: Judgement): Fault[] => {
  const served = noticeServed(judgement);
  return datedDecisions(judgement).flatMap(({ paper, day }) => {
    if (served === null) return [faultIn(paper, `没有事先告知书的送达记录，不能作出${paper.name}。`, 'decidedAt')];
    return day > served
      ? []
      : [
          faultIn(
            paper,
            `${paper.name}的日期（${day}）不晚于事先告知书送达日（${served}），应先告知、后决定。`,
            'decidedAt',
          ),
        ];
  });
};

/** No record of a defence, of a waiver, or that nothing was raised in time. */
const rightsUnrecorded = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.defenceRecord).some(isFinished)
    ? []
    : datedDecisions(judgement).map(({ paper }) =>
        faultIn(paper, '没有陈述申辩笔录，也没有放弃权利或者逾期未提出的书面记录。'),
      );

const hearingNotTold = (judgement: Judgement): Fault[] => {
  const notice = papersIn(judgement, paperIds.priorNotice).at(-1);
  if (
    notice === undefined ||
    papersIn(judgement, paperIds.hearingRightsNotice).length > 0 ||
    listOf(notice, 'rights').includes('听证')
  )
    return [];
  if (conditions.hearingRequired(judgement.file))
    return [faultIn(notice, '拟处罚达到应当告知听证的情形，告知书没有告知听证权利。', 'rights')];
  const fine = amountOf(statedPenalties(judgement.file), isMoney);
  if (hearingLine(judgement.file) !== null || fine === null) return [];
  return [
    {
      ...faultIn(
        notice,
        '本机关还没有设定“较大数额罚款”的标准，请法规科判断是否应当告知听证，并在“设置”中登记。',
        'rights',
      ),
      severity: 'warn',
    },
  ];
};

/** Whether a paper of this template was issued on or before the day. */
const standsBefore = (judgement: Judgement, templateId: string, day: string): boolean =>
  issuedIn(judgement, templateId).some((paper) => {
    const moment = paperDay(paper, templateOf(judgement, paper));
    return moment !== null && moment <= day;
  });

/** 法制审核 and 集体讨论 lie before a major decision, 法制审核 alone before one that followed a hearing on a licence. */
const majorSteps = (judgement: Judgement): Fault[] => {
  if (!conditions.reviewDue(judgement.file)) return [];
  const why = conditions.majorCase(judgement.file) ? '属于重大执法决定' : '举行过许可听证，应当法制审核';
  const steps = [
    [paperIds.legalReview, '法制审核意见书'],
    [paperIds.collectiveDiscussion, '集体讨论记录'],
  ] as const;
  const due = steps.filter(
    ([id]) => hasTemplate(judgement, id) && (id === paperIds.legalReview || conditions.majorCase(judgement.file)),
  );
  return datedPapers(judgement, [...noticedDecisions, ...reviewedDecisions]).flatMap(({ paper, day }) =>
    due
      .filter(([id]) => !standsBefore(judgement, id, day))
      .map(([, name]) => faultIn(paper, `${why}，决定（${day}）前没有${name}。`)),
  );
};

/** A penalty that may be a major decision, though nobody has said so: a person decides, since no line is set by law here (处罚法58). */
const majorUnsaid = (judgement: Judgement): Fault[] => {
  const penalties = statedPenalties(judgement.file);
  const paper =
    papersIn(judgement, paperIds.decisionApproval).at(-1) ?? papersIn(judgement, paperIds.investigationReport).at(-1);
  if (paper === undefined || penalties.length === 0 || conditions.majorCase(judgement.file)) return [];
  const say = (sentence: string): Fault[] => [{ ...faultIn(paper, sentence, 'majorCase'), severity: 'warn' }];
  if (conditions.hearingRequired(judgement.file))
    return say('拟处罚达到应当告知听证的情形，请判断是否属于重大执法决定；属于的，决定前须经法制审核和集体讨论。');
  const unset = hearingLine(judgement.file) === null && amountOf(penalties, isMoney) !== null;
  return unset ? say('本机关还没有设定“较大数额罚款”的标准，请法规科判断是否属于重大执法决定，并在“设置”中登记。') : [];
};

const favourable = /^同意/;

const lockedByReview = (judgement: Judgement): Fault[] => {
  const review = issuedIn(judgement, paperIds.legalReview).at(-1);
  const conclusion = review === undefined ? '' : textOf(review, 'conclusion');
  if (conclusion === '' || favourable.test(conclusion)) return [];
  return papersOfClass(judgement, 'decision').map(({ paper }) =>
    faultIn(paper, `法制审核结论为“${conclusion}”，不能作出${paper.name}。`),
  );
};

const hostInvestigated = (judgement: Judgement): Fault[] => {
  const investigators = new Set([
    ...papersIn(judgement, paperIds.inquiryRecord, paperIds.siteInspectionRecord).flatMap((paper) =>
      officersOf(paper, 'officers').map((officer) => officer.name),
    ),
    ...judgement.file.officers
      .filter((officer) => judgement.file.case.officerIds.includes(officer.personId))
      .map((officer) => officer.name),
  ]);
  return papersIn(judgement, paperIds.hearingNotice, paperIds.hearingRecord).flatMap((paper) => {
    const host = textOf(paper, 'host');
    return host !== '' && investigators.has(host)
      ? [faultIn(paper, `听证主持人${host}参加过本案调查，应由非本案调查人员主持。`, 'host')]
      : [];
  });
};

const heardWithoutReport = (judgement: Judgement): Fault[] => {
  if (issuedIn(judgement, paperIds.hearingRecord).length === 0 || !hasTemplate(judgement, paperIds.hearingReport))
    return [];
  const reports = issuedIn(judgement, paperIds.hearingReport).flatMap(
    (report) => paperDay(report, templateOf(judgement, report)) ?? [],
  );
  return datedDecisions(judgement)
    .filter(({ day }) => !reports.some((moment) => moment <= day))
    .map(({ paper }) => faultIn(paper, '举行过听证，决定前没有听证报告。'));
};

const noticeParts = [
  ['facts', '违法事实'],
  ['reasons', '理由'],
  ['basis', '依据'],
  ['rights', '当事人的权利'],
] as const;

const noticeFaults = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.priorNotice)
    .filter(isFinished)
    .flatMap((paper) => {
      const told = rowsOf(paper, 'penalties').length > 0 || textOf(paper, 'proposedDecision') !== '';
      return [
        ...noticeParts
          .filter(([key]) => textOf(paper, key) === '' && listOf(paper, key).length === 0)
          .map(([key, label]) => faultIn(paper, `事先告知书没有写明${label}。`, key)),
        ...(told ? [] : [faultIn(paper, '事先告知书没有写明拟作出的处罚（处理）内容。', 'penalties')]),
      ];
    });

const unreviewed = (judgement: Judgement): Fault[] => {
  if (!conditions.defenceMade(judgement.file)) return [];
  const reviews = issuedIn(judgement, paperIds.defenceReview).flatMap(
    (paper) => paperDay(paper, templateOf(judgement, paper)) ?? [],
  );
  return datedDecisions(judgement)
    .filter(({ day }) => !reviews.some((moment) => moment <= day))
    .map(({ paper }) => faultIn(paper, '当事人提出了陈述申辩，决定前没有复核意见。'));
};

export const noticeChecks: Check[] = [
  {
    id: 'R22a',
    each: 'party',
    title: '先告知后决定',
    severity: 'veto',
    article: 22,
    basis: '行政处罚法第四十四、六十二条',
    blocks: issueAndFiling,
    judge: beforeNotice,
  },
  {
    id: 'R22b',
    each: 'party',
    title: '陈述申辩或者放弃有书面记录',
    severity: 'veto',
    article: 22,
    basis: '行政处罚法第四十五条',
    blocks: issueAndFiling,
    judge: rightsUnrecorded,
  },
  {
    id: 'R22c',
    each: 'party',
    title: '应当告知听证的已告知',
    severity: 'veto',
    article: 22,
    basis: '行政处罚法第六十三条',
    blocks: issueAndFiling,
    judge: hearingNotTold,
  },
  {
    id: 'R24a',
    each: 'party',
    title: '重大决定经法制审核和集体讨论',
    severity: 'veto',
    article: 24,
    basis: '行政处罚法第五十七、五十八条；国办发〔2018〕118号',
    blocks: issueAndFiling,
    judge: (judgement) => [...majorSteps(judgement), ...majorUnsaid(judgement)],
  },
  {
    id: 'R24b',
    title: '法制审核不同意的不得决定',
    severity: 'veto',
    article: 24,
    basis: '行政处罚法第五十八条',
    blocks: issueAndFiling,
    judge: lockedByReview,
  },
  {
    id: 'R24c',
    title: '集体讨论不少于三人',
    severity: 'veto',
    article: 24,
    basis: '行政处罚法第五十七条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      papersIn(judgement, paperIds.collectiveDiscussion)
        .filter(isFinished)
        .flatMap((paper) => {
          const people = new Set(
            [
              textOf(paper, 'hostName'),
              textOf(paper, 'host'),
              ...rowsOf(paper, 'attendees').map((row) => String(row.name ?? '')),
            ].filter((name) => name !== ''),
          );
          return people.size >= 3
            ? []
            : [faultIn(paper, `集体讨论只有${people.size}人参加，应不少于3人并有机关负责人。`, 'attendees')];
        }),
  },
  {
    id: 'R25a',
    title: '听证七个工作日前通知',
    severity: 'veto',
    article: 25,
    basis: '行政处罚法第六十四条',
    blocks: nothing,
    judge: (judgement) =>
      missed(judgement, periodIds.hearingNotice).map((period) => ({
        sentence: `听证通知${lateWords(period)}。`,
        ...placeOf(judgement, period),
      })),
  },
  {
    id: 'R25b',
    title: '听证主持人非本案调查人员',
    severity: 'veto',
    article: 25,
    basis: '行政处罚法第六十四条',
    blocks: issueAndFiling,
    judge: hostInvestigated,
  },
  {
    id: 'R25c',
    title: '陈述申辩和听证笔录签名齐全',
    severity: 'veto',
    article: 25,
    basis: '行政处罚法第六十四条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      issuedIn(judgement, paperIds.defenceRecord, paperIds.hearingRecord).flatMap((paper) => {
        const template = templateOf(judgement, paper);
        return template === undefined
          ? []
          : signatureGaps(template, paper).map(({ role }) =>
              faultIn(paper, `${paper.name}缺少“${role.role}”签名，也没有载明拒签的情况。`),
            );
      }),
  },
  {
    id: 'R25d',
    each: 'party',
    title: '听证后有听证报告',
    severity: 'veto',
    article: 25,
    basis: '行政处罚法第六十五条',
    blocks: issueAndFiling,
    judge: heardWithoutReport,
  },
  {
    id: 'B08',
    each: 'party',
    title: '不因申辩加重处罚',
    severity: 'veto',
    article: 22,
    basis: '行政处罚法第四十四、四十五条',
    blocks: issueAndFiling,
    judge: aggravated,
  },
  {
    id: 'D01',
    title: '告知内容完整',
    severity: 'warn',
    article: 22,
    basis: '行政处罚法第四十四条',
    blocks: filing,
    judge: noticeFaults,
  },
  {
    id: 'D02',
    each: 'party',
    title: '申辩有复核意见',
    severity: 'err',
    article: 25,
    basis: '行政处罚法第四十五条',
    blocks: issueAndFiling,
    judge: unreviewed,
  },
];
