import type { Paper } from '../../case-file.ts';
import { dayOf, isMoment } from '../../time/moments.ts';
import { dayIn, flagOf, momentIn, officersOf, paperDay, textOf } from '../../procedure/paper-values.ts';
import { awaitsSheets } from '../../procedure/prints.ts';
import { exhibitsOf } from '../../procedure/recordings.ts';
import { isRefusal, signatureGaps } from '../../procedure/signatures.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  atClosing,
  faultIn,
  faultOf,
  filing,
  isFinished,
  issueAndFiling,
  issuedIn,
  nothing,
  papersIn,
  papersOfClass,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';

/** Signatures of our own people on an investigation paper. */
const ownRoles = /(?<!被)(?:执法人员|稽核人员|询问人|调查人|检查人|核查人|记录人|承办人)/;

const unsigned = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'inquiry', 'investigation', 'evidence')
    .filter(({ paper }) => paper.status === 'issued')
    .flatMap(({ paper, template }) =>
      signatureGaps(template, paper)
        .filter((gap) => gap.unexplained === undefined)
        .map(({ role, given }) =>
          faultIn(paper, `${paper.name}缺少“${role.role}”签名（应${role.count}人，现${given}人）。`),
        ),
    );

const unexplained = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'inquiry', 'investigation', 'evidence').flatMap(({ paper }) => {
    const refusals = paper.signatures.filter(isRefusal);
    if (refusals.length === 0) return [];
    const ours = new Set(
      paper.signatures
        .filter((signature) => ownRoles.test(signature.role) && signature.mode === '签名')
        .map((signature) => signature.name),
    );
    return [
      ...refusals
        .filter((signature) => signature.reason.trim() === '')
        .map((signature) =>
          faultIn(paper, `${paper.name}中${signature.name || signature.role}${signature.mode}，没有注明理由。`),
        ),
      ...(isFinished(paper) && ours.size < 2
        ? [faultIn(paper, `${paper.name}有人拒绝签名，应由两名执法人员在“签名”中签名载明。`)]
        : []),
    ];
  });

/** Moments at which evidence was taken, with the paper or exhibit to go to. */
const evidenceMoments = (judgement: Judgement): { day: string; fault: (sentence: string) => Fault; name: string }[] => [
  ...papersIn(
    judgement,
    paperIds.inquiryRecord,
    paperIds.siteInspectionRecord,
    paperIds.evidenceExtractionSheet,
  ).flatMap((paper) => {
    const key = paper.templateId === paperIds.evidenceExtractionSheet ? 'extractedAt' : 'endAt';
    const day = dayIn(paper, key);
    return day === null ? [] : [{ day, name: paper.name, fault: (sentence: string) => faultIn(paper, sentence, key) }];
  }),
  ...exhibitsOf(judgement.file)
    .filter((exhibit) => ['investigate', 'collect-evidence'].includes(exhibit.stepId ?? ''))
    .flatMap((exhibit) =>
      isMoment(exhibit.endAt)
        ? [
            {
              day: dayOf(exhibit.endAt),
              name: `《${exhibit.title}》`,
              fault: (sentence: string) => faultOf(exhibit, sentence),
            },
          ]
        : [],
    ),
];

const noConclusion = (judgement: Judgement): Fault[] => {
  const needed = judgement.procedure.steps.some(
    ({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(paperIds.investigationReport),
  );
  if (!needed || issuedIn(judgement, paperIds.investigationReport).length > 0) return [];
  return papersOfClass(judgement, 'decision')
    .filter(({ paper }) => isFinished(paper))
    .map(({ paper }) => faultIn(paper, `没有调查终结报告，不能作出${paper.name}。`));
};

interface Span {
  paper: Paper;
  officer: string;
  name: string;
  start: string;
  end: string;
}

/** Two records that put one officer in two places, or in two interviews, at one time. */
const inTwoPlaces = (judgement: Judgement): Fault[] => {
  const spans = papersIn(judgement, paperIds.inquiryRecord, paperIds.siteInspectionRecord).flatMap((paper): Span[] => {
    const [start, end] = [momentIn(paper, 'startAt'), momentIn(paper, 'endAt')];
    if (start === null || end === null) return [];
    return officersOf(paper, 'officers').map((officer) => ({
      paper,
      officer: officer.personId,
      name: officer.name,
      start,
      end,
    }));
  });
  return spans.flatMap((span, index) =>
    spans.slice(index + 1).flatMap((other) => {
      const together =
        span.officer === other.officer &&
        span.paper.id !== other.paper.id &&
        span.start < other.end &&
        other.start < span.end;
      const sameVisit =
        textOf(span.paper, 'place') === textOf(other.paper, 'place') &&
        span.paper.templateId !== other.paper.templateId;
      return together && !sameVisit
        ? [
            faultIn(
              other.paper,
              `${other.name}在${other.start.replace('T', ' ')}前后同时出现在两份笔录中。`,
              'officers',
            ),
          ]
        : [];
    }),
  );
};

const copyFaults = (judgement: Judgement): Fault[] => [
  ...exhibitsOf(judgement.file)
    .filter((exhibit) => exhibit.originality === '复制件' && exhibit.source.trim() === '')
    .map((exhibit) => faultOf(exhibit, `复制件《${exhibit.title}》没有注明出处。`)),
  ...papersIn(judgement, paperIds.evidenceExtractionSheet)
    .filter(
      (paper) =>
        isFinished(paper) && textOf(paper, 'originalOrCopy') === '复制件' && textOf(paper, 'copyStatement') === '',
    )
    .map((paper) => faultIn(paper, '复制件没有注明与原件核对一致。', 'copyStatement')),
];

const conclusionParts = [
  ['factsFound', '事实'],
  ['evidence', '证据'],
  ['legalAnalysis', '定性'],
  ['discretionFactors', '裁量'],
  ['suggestion', '处理建议'],
] as const;

export const investigationChecks: Check[] = [
  {
    id: 'R16a',
    title: '当事人未到场写明原因',
    severity: 'err',
    article: 16,
    basis: '行政诉讼证据规定第十五条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      papersIn(judgement, paperIds.siteInspectionRecord, paperIds.permitVerificationRecord)
        .filter(
          (paper) => paper.values.partyPresent === false && isFinished(paper) && textOf(paper, 'absenceReason') === '',
        )
        .map((paper) => faultIn(paper, '当事人没有到场，笔录没有载明原因。', 'absenceReason')),
  },
  {
    id: 'R16b',
    title: '先通知到场再勘查',
    severity: 'err',
    article: 16,
    basis: '全过程记录制度第十六条',
    blocks: issueAndFiling,
    judge: (judgement) =>
      papersIn(judgement, paperIds.siteInspectionRecord).flatMap((paper) => {
        const [told, start] = [momentIn(paper, 'partyNotifiedAt'), momentIn(paper, 'startAt')];
        return told !== null && start !== null && told > start
          ? [
              faultIn(
                paper,
                `通知当事人到场（${told.replace('T', ' ')}）晚于检查开始（${start.replace('T', ' ')}）。`,
                'partyNotifiedAt',
              ),
            ]
          : [];
      }),
  },
  {
    id: 'R17a',
    title: '调查文书签名齐全',
    severity: 'veto',
    article: 17,
    basis: '行政处罚法第五十五条',
    blocks: issueAndFiling,
    judge: unsigned,
  },
  {
    id: 'R17b',
    title: '拒签注明理由',
    severity: 'veto',
    article: 17,
    basis: '行政诉讼证据规定第十五条',
    blocks: issueAndFiling,
    judge: unexplained,
  },
  {
    id: 'R17c',
    title: '签字件已收回',
    severity: 'err',
    article: 17,
    basis: '全过程记录制度第十七条',
    blocks: filing,
    speaks: atClosing,
    judge: (judgement) =>
      standingPapers(judgement)
        .filter(awaitsSheets)
        .map((paper) => faultIn(paper, `《${paper.name}》印出签字后还没有收回：请扫描签好的各页，放进“收件”归入。`)),
  },
  {
    id: 'R20a',
    title: '对方拍录已告知',
    severity: 'warn',
    article: 20,
    basis: '全过程记录制度第二十条',
    blocks: nothing,
    judge: (judgement) =>
      papersIn(judgement, paperIds.inquiryRecord, paperIds.siteInspectionRecord)
        .filter((paper) => flagOf(paper, 'otherSideRecords') && textOf(paper, 'bystanderNotice') === '')
        .map((paper) => faultIn(paper, '对方或者在场人员拍照、录音、录像，没有写明告知内容。', 'bystanderNotice')),
  },
  {
    id: 'R21a',
    title: '先有调查结论再作决定',
    severity: 'err',
    article: 21,
    basis: '行政处罚法第五十七条',
    blocks: issueAndFiling,
    judge: noConclusion,
  },
  {
    id: 'R21b',
    title: '调查终结不早于最后一份证据',
    severity: 'err',
    article: 21,
    basis: '全过程记录制度第二十一条',
    blocks: issueAndFiling,
    judge: (judgement) => {
      const report = papersIn(judgement, paperIds.investigationReport).at(-1);
      const ended = report === undefined ? null : paperDay(report, templateOf(judgement, report));
      return ended === null
        ? []
        : evidenceMoments(judgement)
            .filter(({ day }) => day > ended)
            .map(({ day, name, fault }) => fault(`${name}取得于${day}，晚于调查终结（${ended}）。`));
    },
  },
  {
    id: 'C01',
    title: '笔录起止时间和地点齐全',
    severity: 'warn',
    article: 17,
    basis: '行政诉讼证据规定第十、十五条',
    blocks: filing,
    judge: (judgement) =>
      papersIn(judgement, paperIds.inquiryRecord, paperIds.siteInspectionRecord)
        .filter(isFinished)
        .flatMap((paper) =>
          (
            [
              ['startAt', '开始时间'],
              ['endAt', '结束时间'],
              ['place', '地点'],
            ] as const
          ).flatMap(([key, label]) =>
            textOf(paper, key) === '' ? [faultIn(paper, `${paper.name}没有写明${label}。`, key)] : [],
          ),
        ),
  },
  {
    id: 'C02',
    title: '同一执法人员不在两处',
    severity: 'warn',
    article: 18,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: inTwoPlaces,
  },
  {
    id: 'C03',
    title: '复制件注明出处并核对',
    severity: 'warn',
    article: 17,
    basis: '行政诉讼证据规定第十条',
    blocks: nothing,
    judge: copyFaults,
  },
  {
    id: 'C06',
    title: '调查终结报告内容齐全',
    severity: 'warn',
    article: 21,
    basis: '案卷评查标准',
    blocks: nothing,
    judge: (judgement) =>
      papersIn(judgement, paperIds.investigationReport)
        .filter(isFinished)
        .flatMap((paper) =>
          conclusionParts.flatMap(([key, label]) =>
            textOf(paper, key) === '' ? [faultIn(paper, `调查终结报告没有写明${label}。`, key)] : [],
          ),
        ),
  },
];
