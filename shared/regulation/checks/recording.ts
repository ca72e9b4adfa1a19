import type { Exhibit, Paper } from '../../case-file.ts';
import { isRecording } from '../../case-file.ts';
import { hoursBetween, isMoment, momentOf } from '../../time/moments.ts';
import { dayFrom, momentIn, rowsOf, textOf } from '../../procedure/paper-values.ts';
import { exhibitsOf, lacksRecording, limitsField, recordingsFor } from '../../procedure/recordings.ts';
import { stepsOfPaper } from '../../procedure/steps.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import {
  atClosing,
  faultIn,
  faultOf,
  filing,
  hasTemplate,
  issueAndFiling,
  issuedIn,
  lateWords,
  missed,
  nothing,
  papersIn,
  papersOfClass,
  placeOf,
  standingPapers,
  templateOf,
} from './faults.ts';
import { paperIds } from '../../template/paper-ids.ts';
import { periodIds } from '../../periods/period-ids.ts';

const recordings = (judgement: Judgement): Exhibit[] => exhibitsOf(judgement.file).filter(isRecording);

const stepIdOf = (judgement: Judgement, paper: Paper): string | undefined =>
  stepsOfPaper(judgement.file, judgement.procedure, paper)[0]?.id;

const isInvestigating = (paper: Paper): boolean =>
  [
    paperIds.inquiryRecord,
    paperIds.siteInspectionRecord,
    paperIds.evidenceRegistrationNotice,
    paperIds.onTheSpotPenalty,
  ].includes(paper.templateId);

/** Issued papers that had to be recorded and were not, without a written reason (第十、十五条). */
const unrecorded = (judgement: Judgement, wanted: (paper: Paper) => boolean): Fault[] =>
  standingPapers(judgement)
    .filter((paper) => paper.status === 'issued' && wanted(paper))
    .flatMap((paper) => {
      const template = templateOf(judgement, paper);
      return template !== undefined && lacksRecording(judgement.file, template, paper, stepIdOf(judgement, paper))
        ? [faultIn(paper, `${paper.name}没有录音录像，也没有写明未能录制的客观原因。`, limitsField)]
        : [];
    });

/** Minutes of an act that no recording covers; under this many count as handling of the device. */
const toleratedGap = 5;

const minutes = (from: string, to: string): number => Math.round(hoursBetween(from, to) * 60);

/** Longest stretch of [start, end] outside all spans, in minutes. */
const longestGap = (start: string, end: string, spans: { start: string; end: string }[]): number => {
  let reached = start;
  let longest = 0;
  for (const span of spans.toSorted((a, b) => a.start.localeCompare(b.start))) {
    if (span.start > reached) longest = Math.max(longest, minutes(reached, span.start < end ? span.start : end));
    if (span.end > reached) reached = span.end;
    if (reached >= end) return longest;
  }
  return Math.max(longest, minutes(reached, end));
};

const gaps = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'investigation')
    .filter(({ paper, template }) => template.recording.level === 'must' && textOf(paper, limitsField) === '')
    .flatMap(({ paper }) => {
      const [start, end] = [momentIn(paper, 'startAt'), momentIn(paper, 'endAt')];
      const spans = recordingsFor(judgement.file, paper, stepIdOf(judgement, paper)).flatMap(({ startAt, endAt }) =>
        isMoment(startAt) && isMoment(endAt) ? [{ start: momentOf(startAt), end: momentOf(endAt) }] : [],
      );
      if (start === null || end === null || start >= end || spans.length === 0) return [];
      const gap = longestGap(start, end, spans);
      return gap > toleratedGap
        ? [faultIn(paper, `${paper.name}从${start.slice(11)}到${end.slice(11)}，其中有${gap}分钟没有录音录像。`)]
        : [];
    });

/** A late storing that a 音像资料登记表 explains: away on duty, handed over within 24 hours of the return. */
const excused = (judgement: Judgement, moment: string): boolean =>
  papersIn(judgement, paperIds.recordingRegister).some((paper) => {
    const returned = momentIn(paper, 'returnedAt');
    return (
      paper.values.lateException === true &&
      returned !== null &&
      isMoment(moment) &&
      hoursBetween(returned, momentOf(moment)) <= 24
    );
  });

const storedLate = (judgement: Judgement): Fault[] =>
  missed(judgement, periodIds.recordingStorage).flatMap((period) => {
    const exhibit = judgement.file.exhibits.find((candidate) => candidate.id === period.subjectId);
    if (exhibit === undefined || excused(judgement, exhibit.importedAt)) return [];
    return [
      {
        sentence: `音像记录《${exhibit.title}》${lateWords(period)}；确因连续、异地或者边远执法的，在音像资料登记表中说明。`,
        ...placeOf(judgement, period),
      },
    ];
  });

const badlyDescribed = (judgement: Judgement): Fault[] =>
  recordings(judgement).flatMap((exhibit) => {
    const missing = [
      [exhibit.maker, '制作人'],
      [dayFrom(exhibit.startAt) ?? '', '制作时间'],
      [exhibit.proves, '证明对象'],
    ]
      .filter(([value]) => value === '')
      .map(([, label]) => label);
    const silent = exhibit.mime.startsWith('audio/') && exhibit.transcript.trim() === '' ? ['文字记录'] : [];
    const all = [...missing, ...silent];
    return all.length === 0 ? [] : [faultOf(exhibit, `音像记录《${exhibit.title}》没有注明${all.join('、')}。`)];
  });

const clockFaults = (judgement: Judgement): Fault[] =>
  recordings(judgement).flatMap((exhibit) => {
    if (!isMoment(exhibit.endAt) || !isMoment(exhibit.importedAt)) return [];
    const [start, end, stored] = [
      isMoment(exhibit.startAt) ? momentOf(exhibit.startAt) : null,
      momentOf(exhibit.endAt),
      momentOf(exhibit.importedAt),
    ];
    if (start !== null && start > end)
      return [faultOf(exhibit, `音像记录《${exhibit.title}》的结束时间早于开始时间。`)];
    return end > stored
      ? [faultOf(exhibit, `音像记录《${exhibit.title}》的结束时间晚于入库时间，请核对执法记录设备的时钟。`)]
      : [];
  });

const err = { severity: 'err', blocks: filing } as const;

export const recordingChecks: Check[] = [
  {
    id: 'R06a',
    title: '文字和音像两类记录',
    severity: 'warn',
    article: 6,
    basis: '全过程记录制度第六条',
    blocks: nothing,
    speaks: atClosing,
    judge: (judgement) => {
      const due = standingPapers(judgement).some((paper) => templateOf(judgement, paper)?.recording.level === 'must');
      return due && recordings(judgement).length === 0 ? [{ sentence: '全案没有一份音像记录。' }] : [];
    },
  },
  {
    id: 'R09a',
    title: '音像与文书衔接',
    severity: 'warn',
    article: 9,
    basis: '全过程记录制度第九条',
    blocks: nothing,
    judge: (judgement) =>
      recordings(judgement)
        .filter((exhibit) => exhibit.paperId === null && exhibit.stepId === null)
        .map((exhibit) => faultOf(exhibit, `音像记录《${exhibit.title}》没有对应到文书或者环节。`)),
  },
  {
    id: 'R10a',
    title: '发生的环节都有文书',
    article: 10,
    basis: '全过程记录制度第十条',
    ...err,
    speaks: atClosing,
    judge: (judgement) =>
      judgement.procedure.steps.flatMap((step) => {
        const { doneBy } = step;
        const recorded = exhibitsOf(judgement.file).find((exhibit) => exhibit.stepId === step.id);
        if (recorded === undefined || !('papers' in doneBy) || issuedIn(judgement, ...doneBy.papers).length > 0)
          return [];
        return [{ ...faultOf(recorded, `“${step.name}”有证据材料，没有相应文书。`), stepId: step.id }];
      }),
  },
  {
    id: 'R10b',
    title: '应录环节有音像或者受限说明',
    severity: 'err',
    article: 10,
    basis: '全过程记录制度第十、十五条',
    blocks: issueAndFiling,
    judge: (judgement) => unrecorded(judgement, (paper) => !isInvestigating(paper)),
  },
  {
    id: 'R15a',
    title: '检查、询问、登记保存有音像或者受限说明',
    severity: 'err',
    article: 15,
    basis: '国办发〔2018〕118号',
    blocks: issueAndFiling,
    judge: (judgement) => unrecorded(judgement, isInvestigating),
  },
  {
    id: 'R15b',
    title: '录制前已告知',
    article: 15,
    basis: '全过程记录制度第十五条',
    ...err,
    judge: (judgement) =>
      recordings(judgement)
        .filter((exhibit) => !exhibit.noticeSpoken)
        .map((exhibit) => faultOf(exhibit, `音像记录《${exhibit.title}》没有确认录制前已用规范用语告知。`)),
  },
  {
    id: 'R15c',
    title: '全程录制没有缺口',
    severity: 'warn',
    article: 15,
    basis: '全过程记录制度第十五条',
    blocks: nothing,
    judge: gaps,
  },
  { id: 'R36a', title: '两个工作日内入库', article: 36, basis: '全过程记录制度第三十六条', ...err, judge: storedLate },
  {
    id: 'R36b',
    title: '存入执法平台或者专用存储器',
    article: 36,
    basis: '全过程记录制度第三十六条',
    ...err,
    judge: (judgement) =>
      issuedIn(judgement, paperIds.recordingRegister)
        .filter((paper) => !/平台|专用存储器/.test(textOf(paper, 'storage')))
        .map((paper) => faultIn(paper, '音像记录应存入执法平台或者承办单位专用存储器。', 'storage')),
  },
  {
    id: 'R43a',
    title: '音像写明设备编号',
    severity: 'warn',
    article: 43,
    basis: '全过程记录制度第四十三条',
    blocks: nothing,
    judge: (judgement) =>
      recordings(judgement)
        .filter((exhibit) => exhibit.device.trim() === '')
        .map((exhibit) => faultOf(exhibit, `音像记录《${exhibit.title}》没有写明执法记录设备编号。`)),
  },
  {
    id: 'R43b',
    title: '每份音像都已登记',
    severity: 'warn',
    article: 43,
    basis: '全过程记录制度第四十三条',
    blocks: nothing,
    speaks: atClosing,
    judge: (judgement) => {
      if (!hasTemplate(judgement, paperIds.recordingRegister)) return [];
      const registered = new Set(
        issuedIn(judgement, paperIds.recordingRegister).flatMap((paper) =>
          rowsOf(paper, 'recordings').map((row) => row.sha256),
        ),
      );
      // What was taken over from another case is registered there.
      return recordings(judgement)
        .filter((exhibit) => exhibit.fromCaseId === null && !registered.has(exhibit.sha256))
        .map((exhibit) => faultOf(exhibit, `音像记录《${exhibit.title}》没有登记在音像资料登记表中。`));
    },
  },
  {
    id: 'R44b',
    title: '设备时钟准确',
    severity: 'warn',
    article: 44,
    basis: '全过程记录制度第四十四条',
    blocks: nothing,
    judge: clockFaults,
  },
  {
    id: 'C04',
    title: '视听资料注明制作方法和证明对象',
    severity: 'warn',
    article: 9,
    basis: '行政诉讼证据规定第十二条',
    blocks: nothing,
    judge: badlyDescribed,
  },
];
