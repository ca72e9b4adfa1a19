import type { CaseFile, Paper } from '../case-file.ts';
import { articleName } from '../chinese/article-name.ts';
import type { Template } from '../template/template.ts';
import { problemsOf } from '../template/validate.ts';
import { approvalGaps } from './approvals.ts';
import { obstaclesToClose } from './closing.ts';
import { lacksOfficers } from './signers.ts';
import { partyNamed, viewFor, viewsOf } from './parties.ts';
import type { Obstacle, Procedure, Step } from './procedure.ts';
import { lacksRecording } from './recordings.ts';
import { signatureGaps, type SignatureGap } from './signatures.ts';
import { openBefore, papersOfStep, stepsOfPaper } from './steps.ts';

/** All that the guide looks at. */
export interface GuideInput {
  file: CaseFile;
  procedure: Procedure;
  templates: ReadonlyMap<string, Template>;
}

/** 「须先完成：送达事先告知书（第二十二条）。」 for each step that must be done before this one. */
export const waitsFor = ({ file, procedure }: GuideInput, step: Step): Obstacle[] =>
  openBefore(file, procedure, step).map((before) => ({
    sentence: `须先完成：${before.name}（${articleName(before.article)}）。`,
    article: before.article,
    stepId: before.id,
  }));

const approvalObstacles = (template: Template, paper: Paper, file: CaseFile): Obstacle[] => {
  if (template.approval.length === 0 || paper.status === 'approved') return [];
  const gaps = approvalGaps(template, paper.status === 'draft' ? { approvals: [] } : paper, file.settings);
  const article = template.articles.includes(13) ? 13 : 23;
  const missing = gaps.map((gap) => ({
    sentence: `还缺“${gap.label}”，由${gap.by}签批（${articleName(article)}）。`,
    article,
    paperId: paper.id,
  }));
  return [...(paper.status === 'draft' ? lacksOfficers(template, paper, file) : []), ...missing];
};

const signatureObstacle = ({ role, given, unexplained }: SignatureGap, paper: Paper): Obstacle => {
  if (unexplained !== undefined)
    return { sentence: `“${role.role}”${unexplained.mode}，须注明理由（第十七条）。`, article: 17, paperId: paper.id };
  const missing = role.count > 1 ? `（应${role.count}人，现${given}人）` : '';
  const way = role.refusable ? '；拒绝签名的，选“拒签”并注明理由' : '';
  return { sentence: `还缺“${role.role}”签名${missing}${way}（第十七条）。`, article: 17, paperId: paper.id };
};

/**
 * Everything that stands between a draft and its issue: steps before it, fields, approvals, signatures, recordings, in the order they are done.
 * An issued or void paper has none.
 */
export const obstaclesToIssue = (input: GuideInput, paper: Paper): Obstacle[] =>
  obstaclesOf(input, paper, signedAndRecorded);

/** What stands between a draft and printing it to be signed: the same without what is only there once it is signed. */
export const obstaclesToPrint = (input: GuideInput, paper: Paper): Obstacle[] => obstaclesOf(input, paper, () => []);

type AlsoAsked = (input: GuideInput, paper: Paper, template: Template, steps: Step[]) => Obstacle[];

function obstaclesOf(input: GuideInput, paper: Paper, also: AlsoAsked): Obstacle[] {
  if (paper.status === 'issued' || paper.status === 'void') return [];
  const template = input.templates.get(paper.templateId);
  if (template === undefined)
    return [
      { sentence: `本机没有“${paper.name}”的文书模板，请系统管理员恢复模板文件。`, article: null, paperId: paper.id },
    ];
  const steps = stepsOfPaper(input.file, input.procedure, paper);
  const own = { ...input, file: viewFor(input.file, paper.partyId) };
  return [
    ...steps.flatMap((step) => waitsFor(own, step)),
    ...unaddressed(input, paper, template, steps),
    ...problemsOf(template, paper.values).map((problem) => ({
      sentence: problem.sentence,
      article: problem.article,
      paperId: paper.id,
      field: problem.field,
    })),
    ...obstaclesToClose(input.file, input.templates, paper),
    ...approvalObstacles(template, paper, input.file),
    // What is approved is printed and signed afterwards; a signature before it would be void with the first change.
    ...also(input, paper, template, steps),
  ];
}

const signedAndRecorded: AlsoAsked = (input, paper, template, steps) => {
  const recording = lacksRecording(input.file, template, paper, steps[0]?.id)
    ? [
        {
          sentence: '还缺执法全过程录音录像；受客观条件限制无法录制的，须写明情况（第十五条）。',
          article: 15,
          paperId: paper.id,
        },
      ]
    : [];
  return [...signatureGaps(template, paper).map((gap) => signatureObstacle(gap, paper)), ...recording];
};

/** An outward paper that each party needs, made out to none of several. */
const unaddressed = ({ file }: GuideInput, paper: Paper, template: Template, steps: Step[]): Obstacle[] =>
  file.parties.length > 1 &&
  paper.partyId === null &&
  template.direction === 'outward' &&
  steps.some((step) => step.each === 'party')
    ? [{ sentence: '本案有几个当事人，请先选定这份文书给哪一个。', article: null, paperId: paper.id }]
    : [];

/** The paper that stands in the way of another one of the same step. */
const standingPaper = ({ file, procedure }: GuideInput, templateId: string): Paper | undefined => {
  const step = procedure.steps.find(({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(templateId));
  return step === undefined || step.repeats
    ? undefined
    : papersOfStep(file, step).find((paper) => paper.templateId === templateId);
};

/**
 * Why a paper of this template cannot be started now; empty when it can. Drafting ahead of earlier steps is allowed. Where each party
 * needs their own, `partyId` says for whom; left out, it can be started as long as one of them has none.
 */
export const obstaclesToStart = (input: GuideInput, templateId: string, partyId?: string): Obstacle[] => {
  const { file, procedure, templates } = input;
  const template = templates.get(templateId);
  if (template === undefined)
    return [{ sentence: '本机没有这种文书的模板，请系统管理员恢复模板文件。', article: null }];
  const step = procedure.steps.find(({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(templateId));
  if (template.domain === '归档' && step === undefined) {
    return [{ sentence: `${template.name}在“归档”中随案卷生成，不单独填写（第三十五条）。`, article: 35, templateId }];
  }
  if (file.case.state === 'filed' && step?.stage !== '归档') {
    return [{ sentence: '本案已经归档，不能再增加文书（第三十五条）。', article: 35, templateId }];
  }
  const asked =
    step?.each === undefined ? [viewFor(file, null)] : partyId === undefined ? viewsOf(file) : [viewFor(file, partyId)];
  const standing = asked.map((view) => standingPaper({ ...input, file: view }, templateId));
  const [first] = standing;
  if (first === undefined || standing.includes(undefined)) return [];
  const way = first.status === 'issued' ? '确需重做的，先将它作废并写明理由' : '请打开它继续填写';
  return [
    {
      sentence: `${partyNamed(file, partyId) || '本案'}已有${template.name}，${way}。`,
      article: null,
      paperId: first.id,
      templateId,
      stepId: step?.id,
    },
  ];
};
