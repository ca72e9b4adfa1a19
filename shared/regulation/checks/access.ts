import type { Paper } from '../../case-file.ts';
import { currentRound } from '../../procedure/approvals.ts';
import { dayIn, flagOf, listOf, textOf } from '../../procedure/paper-values.ts';
import { exhibitsOf } from '../../procedure/recordings.ts';
import { isFilled } from '../../template/conditions.ts';
import { fieldsOf } from '../../template/template.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, faultOf, issueAndFiling, nothing, papersIn, standingPapers, templateOf } from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';

/** Use of records (J55) that has been carried out or is about to go out. */
const uses = (judgement: Judgement): Paper[] =>
  papersIn(judgement, paperIds.recordUseApproval).filter(
    (paper) => paper.status === 'issued' || dayIn(paper, 'handedAt') !== null,
  );

const leaderApproved = (judgement: Judgement, paper: Paper): boolean =>
  currentRound(paper.approvals).some(
    (approval) => templateOf(judgement, paper)?.approval[approval.step]?.by === '分管领导',
  );

const copying = (paper: Paper): boolean =>
  textOf(paper, 'mode').includes('复制') || listOf(paper, 'mode').includes('复制');

const unapproved = (judgement: Judgement, wanted: (paper: Paper) => boolean, say: (paper: Paper) => string): Fault[] =>
  uses(judgement)
    .filter((paper) => wanted(paper) && !leaderApproved(judgement, paper))
    .map((paper) => faultIn(paper, say(paper)));

const isParty = (paper: Paper): boolean => /当事人|代理人/.test(textOf(paper, 'applicant'));
/** Bodies that are given the originals by law (第四十一条); they are no 无关人员. */
const isAuthority = (paper: Paper): boolean => /复议机关|法院|检察|纪检/.test(textOf(paper, 'applicant'));

/** Informant data must not leave with the file (监察条例9). */
const informantData = (judgement: Judgement): Fault[] =>
  standingPapers(judgement).flatMap((paper) => {
    const template = templateOf(judgement, paper);
    const filled =
      template === undefined
        ? undefined
        : fieldsOf(template).find((field) => field.secret === true && isFilled(paper.values[field.key]));
    return filled === undefined
      ? []
      : [faultIn(paper, `${paper.name}含有投诉人、举报人信息，对外提供前须遮盖或者不列入。`, filled.key)];
  });

const stateSecret = /国家秘密|绝密|机密/;

const stateSecrets = (judgement: Judgement): Fault[] => [
  ...exhibitsOf(judgement.file)
    .filter((exhibit) => stateSecret.test(exhibit.title))
    .map((exhibit) => faultOf(exhibit, `《${exhibit.title}》标有密级，国家秘密不得存入本工作站，请按保密规定处理。`)),
  ...papersIn(judgement, paperIds.volumeCover)
    .filter((paper) => /^(秘密|机密|绝密)$/.test(textOf(paper, 'secrecy')))
    .map((paper) => faultIn(paper, '卷宗封面标有密级，国家秘密不得存入本工作站。', 'secrecy')),
  ...papersIn(judgement, paperIds.recordUseApproval)
    .filter((paper) => listOf(paper, 'secrecyReview').some((opinion) => opinion.includes('国家秘密')))
    .map((paper) => faultIn(paper, '保密审查认定含有国家秘密，不得由本工作站提供。', 'secrecyReview')),
];

/** Use of the records (第三十九至四十二条). */
export const accessChecks: Check[] = [
  {
    id: 'R39a',
    title: '当事人复制经分管领导同意',
    severity: 'veto',
    article: 39,
    basis: '全过程记录制度第三十九条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      unapproved(
        judgement,
        (paper) => isParty(paper) && copying(paper),
        () => '当事人复制执法记录，没有局分管领导同意。',
      ),
  },
  {
    id: 'R40a',
    title: '对外提供前核对隐私和举报人信息',
    severity: 'warn',
    article: 40,
    basis: '劳动保障监察条例第九条',
    blocks: nothing,
    speaks: ['handover'],
    judge: informantData,
  },
  {
    id: 'R40b',
    title: '国家秘密不入本工作站',
    severity: 'veto',
    article: 40,
    basis: '保守国家秘密法',
    blocks: ['filing', 'handover'],
    judge: stateSecrets,
  },
  {
    id: 'R41a',
    title: '调出原件留有复制件',
    severity: 'err',
    article: 41,
    basis: '全过程记录制度第四十一条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      uses(judgement)
        .filter((paper) => textOf(paper, 'mode') === '调取原件' && !flagOf(paper, 'duplicateKept'))
        .map((paper) => faultIn(paper, '调出原件，没有复制留存并核对页数和校验值。', 'duplicateKept')),
  },
  {
    id: 'R42a',
    title: '无关人员查阅经分管领导批准',
    severity: 'veto',
    article: 42,
    basis: '全过程记录制度第四十二条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      unapproved(
        judgement,
        (paper) => !isAuthority(paper) && !(isParty(paper) && copying(paper)),
        (paper) => `${textOf(paper, 'applicant') || '申请人'}查阅、使用执法记录，没有局分管领导批准。`,
      ),
  },
];
