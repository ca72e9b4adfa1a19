import { listOf, rowsOf, textOf } from '../../procedure/paper-values.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  faultIn,
  filing,
  isFinished,
  issueAndFiling,
  issuedIn,
  lateWords,
  missed,
  nothing,
  papersIn,
  placeOf,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

/** Applications and what answers them: licence (X) and work injury (G). */
const tracks = [
  {
    applies: [paperIds.permitApplication, paperIds.permitMaterialsReceipt],
    accepts: paperIds.permitAcceptance,
    refuses: paperIds.permitNonAcceptance,
    completes: paperIds.permitSupplementNotice,
  },
  {
    applies: [paperIds.injuryApplication],
    accepts: paperIds.injuryAcceptance,
    refuses: paperIds.injuryNonAcceptance,
    completes: paperIds.injurySupplementNotice,
  },
] as const;

const answers = (judgement: Judgement): Fault[] =>
  tracks.flatMap(({ applies, accepts, refuses, completes }) => {
    const application = issuedIn(judgement, ...applies).at(0);
    const [accepted, refused] = [issuedIn(judgement, accepts), issuedIn(judgement, refuses)];
    const both =
      accepted.length > 0 && refused.length > 0
        ? refused.map((paper) => faultIn(paper, '同一申请既受理又不予受理，请作废其中一份。'))
        : [];
    const none =
      application !== undefined && accepted.length + refused.length + issuedIn(judgement, completes).length === 0;
    return none
      ? [
          ...both,
          { ...faultIn(application, '申请还没有受理、不予受理或者补正的书面凭证。'), severity: 'warn' as const },
        ]
      : both;
  });

const lateAnswers = (judgement: Judgement): Fault[] =>
  missed(
    judgement,
    periodIds.permitSupplementNotice,
    periodIds.injuryApplicationReview,
    periodIds.injurySupplementReview,
  ).map((period) => {
    const deemed = period.ruleId === periodIds.permitSupplementNotice ? '，逾期视为受理' : '';
    const what = period.ruleId === periodIds.injurySupplementReview ? '补正材料收齐后的受理决定' : '补正告知';
    return { sentence: `${what}${lateWords(period)}${deemed}。`, ...placeOf(judgement, period) };
  });

const secondNotices = (judgement: Judgement): Fault[] =>
  ([paperIds.permitSupplementNotice, paperIds.injurySupplementNotice] as const).flatMap((id) =>
    issuedIn(judgement, id)
      .slice(1)
      .map((paper) => faultIn(paper, '补正内容应当一次告知，本申请已经告知过。')),
  );

const missingItems = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.permitSupplementNotice, paperIds.injurySupplementNotice)
    .filter(
      (paper) => isFinished(paper) && rowsOf(paper, 'missing').length === 0 && listOf(paper, 'missing').length === 0,
    )
    .map((paper) => faultIn(paper, '补正告知没有列明需要补正的全部内容。', 'missing'));

const unsealed = (judgement: Judgement): Fault[] =>
  issuedIn(judgement, paperIds.permitAcceptance, paperIds.permitNonAcceptance)
    .filter((paper) => templateOf(judgement, paper)?.seal === undefined)
    .map((paper) => faultIn(paper, `${paper.name}应加盖专用印章并注明日期。`));

const refusalFaults = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.permitDenial, paperIds.permitNonAcceptance)
    .filter(isFinished)
    .filter((paper) => textOf(paper, 'reason') === '')
    .map((paper) => faultIn(paper, `${paper.name}没有说明理由。`, 'reason'));

/** Matters on application (第十二条) and the review of licence files. */
export const applicationChecks: Check[] = [
  {
    id: 'R12a',
    title: '受理、不予受理、补正必居其一',
    severity: 'err',
    article: 12,
    basis: '行政许可法第三十二条',
    blocks: issueAndFiling,
    judge: answers,
  },
  {
    id: 'R12b',
    title: '按期一次性告知补正',
    severity: 'err',
    article: 12,
    basis: '行政许可法第三十二条；工伤认定办法第八条',
    blocks: filing,
    judge: lateAnswers,
  },
  {
    id: 'R12c',
    title: '补正只告知一次',
    severity: 'err',
    article: 12,
    basis: '行政许可法第三十二条',
    blocks: issueAndFiling,
    judge: secondNotices,
  },
  {
    id: 'K01',
    title: '收件、补正、受理凭证齐全',
    severity: 'warn',
    article: 12,
    basis: '行政许可法第三十二条',
    blocks: nothing,
    judge: (judgement) => [...missingItems(judgement), ...unsealed(judgement)],
  },
  {
    id: 'K02',
    title: '许可按期决定',
    severity: 'err',
    article: 12,
    basis: '行政许可法第四十二、四十五条',
    blocks: filing,
    judge: (judgement) =>
      missed(
        judgement,
        periodIds.permitDecision,
        periodIds.staffingPermitDecision,
        periodIds.staffingPermitDecisionInDays,
        periodIds.dispatchLicenceChange,
        periodIds.trainingSchoolPermitDecision,
      ).map((period) => ({
        sentence: `${period.name}${lateWords(period)}。`,
        ...placeOf(judgement, period),
      })),
  },
  {
    id: 'K03',
    title: '不予许可说明理由，证件按期送达',
    severity: 'warn',
    article: 26,
    basis: '行政许可法第三十八、四十四条',
    blocks: nothing,
    judge: (judgement) => [
      ...refusalFaults(judgement),
      ...missed(judgement, periodIds.permitService, periodIds.dispatchLicenceNotice).map((period) => ({
        sentence: `${period.name}${lateWords(period)}。`,
        ...placeOf(judgement, period),
      })),
    ],
  },
];
