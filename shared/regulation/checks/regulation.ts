import type { CaseFile } from '../../case-file.ts';
import { dayOf } from '../../time/moments.ts';
import { dayIn } from '../../procedure/paper-values.ts';
import type { Check } from '../finding.ts';
import { faultIn, filing, nothing, papersIn, standingPapers, templateOf } from './faults.ts';
import { staleWordings } from './wording.ts';
import { paperIds } from '../../template/paper-ids.ts';

/** The regulation is in force from the day it was issued (第五十一条). */
export const regulationStart = '2021-06-29';

/** The day the case started: its 立案, else its source, else the day it was registered here. */
export const caseStart = (file: CaseFile): string | null => {
  const filed = file.papers.find(
    (paper) => paper.templateId === paperIds.filingApproval && paper.issuedAt !== null && paper.status !== 'void',
  );
  const source = file.papers.find(
    (paper) => paper.templateId === paperIds.sourceRegistration && paper.status !== 'void',
  );
  const received = source === undefined ? null : dayIn(source, 'receivedAt');
  if (filed?.issuedAt) return dayOf(filed.issuedAt);
  return received ?? (file.case.createdAt === '' ? null : dayOf(file.case.createdAt));
};

/** Articles 1–8, 49 and 51: bases, scope, and that nothing exempts itself. */
export const regulationChecks: Check[] = [
  {
    id: 'R01a',
    title: '每件文书都能回到条文和上位依据',
    severity: 'info',
    article: 1,
    basis: '国办发〔2018〕118号',
    blocks: nothing,
    judge: (judgement) =>
      standingPapers(judgement).flatMap((paper) => {
        const template = templateOf(judgement, paper);
        return template === undefined || (template.basis !== '' && template.articles.length > 0)
          ? []
          : [faultIn(paper, `${paper.name}的模板没有写明制度条文或者上位依据。`)];
      }),
  },
  {
    id: 'R02a',
    title: '案件有执法类别',
    severity: 'err',
    article: 2,
    basis: '全过程记录制度第二条',
    blocks: filing,
    judge: ({ file, procedure }) =>
      file.case.procedure === procedure.id
        ? []
        : [{ sentence: `案件登记的办案流程与“${procedure.name}”不一致，执法类别无法确定。` }],
  },
  {
    id: 'R07a',
    title: '没有“免记录”的环节',
    severity: 'err',
    article: 7,
    basis: '全过程记录制度第七、十五条',
    blocks: filing,
    judge: (judgement) =>
      (/处罚|强制/.test(judgement.procedure.caseType)
        ? papersIn(
            judgement,
            paperIds.inquiryRecord,
            paperIds.siteInspectionRecord,
            paperIds.evidenceRegistrationNotice,
            paperIds.onTheSpotPenalty,
          )
        : []
      ).flatMap((paper) => {
        const level = templateOf(judgement, paper)?.recording.level;
        return level === 'must' || level === undefined
          ? []
          : [faultIn(paper, `${paper.name}的模板把应当录音录像的环节改成了可以不录。`)];
      }),
  },
  {
    id: 'R08a',
    title: '自定义流程也有启动、决定、送达、归档',
    severity: 'info',
    article: 8,
    basis: '全过程记录制度第八条',
    blocks: nothing,
    judge: ({ procedure }) => {
      if (procedure.caseType !== '其他') return [];
      const missing = (['启动', '决定', '送达', '归档'] as const).filter(
        (stage) => !procedure.steps.some((step) => step.stage === stage),
      );
      return missing.length === 0 ? [] : [{ sentence: `流程“${procedure.name}”缺少${missing.join('、')}环节。` }];
    },
  },
  {
    id: 'R09b',
    title: '统一称送达回证',
    severity: 'warn',
    article: 9,
    basis: '全过程记录制度第三十至三十二条',
    blocks: nothing,
    judge: staleWordings('R09b'),
  },
  {
    id: 'R49a',
    title: '每个期限都写明依据和版本',
    severity: 'info',
    article: 49,
    basis: '全过程记录制度第四十九条',
    blocks: nothing,
    judge: ({ periods }) =>
      periods
        .filter((period) => period.basis === '')
        .map((period) => ({ sentence: `期限“${period.name}”没有写明依据。` })),
  },
  {
    id: 'R51a',
    title: '施行前启动的案件只作提示',
    severity: 'info',
    article: 51,
    basis: '全过程记录制度第五十一条',
    blocks: nothing,
    judge: ({ file }) => {
      const start = caseStart(file);
      return start !== null && start < regulationStart
        ? [{ sentence: `本案于${start}启动，早于制度施行日（${regulationStart}），各项核查只作提示。` }]
        : [];
    },
  },
];
