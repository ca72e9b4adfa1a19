import { isRecording, papersOf, type CaseFile, type Exhibit, type Paper } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import type { FieldValue } from '../template/values.ts';
import { chineseDay } from '../time/chinese-day.ts';
import { dayFrom, dayIn, listOf, rowsOf, textOf } from './paper-values.ts';
import { receiptsOf, servedDay } from './service.ts';

/**
 * Texts a paper begins with that the file already tells (拟写): what was done on which day, what proves what. Every one is a proposal that
 * can be changed; nothing is said that no paper or exhibit of the case says.
 */
export const draftNames = [
  'investigation',
  'evidence',
  'notification',
  'course',
  'execution',
  'extracted',
  'extractedNames',
  'extractedKind',
  'extractedSource',
  'extractedOriginality',
  'extractedProves',
  'reviewMaterials',
  'firstOfficer',
  'regulationDesk',
] as const;
export type DraftName = (typeof draftNames)[number];

const drafters: Readonly<Record<DraftName, (file: CaseFile) => FieldValue | undefined>> = {
  investigation: (file) => sentence(investigationActs(file)),
  evidence: evidenceText,
  notification: (file) => sentence(notificationActs(file)),
  course: (file) => sentence([...filingActs(file), ...investigationActs(file).slice(1), ...courseActs(file)]),
  execution: executionText,
  extracted: (file) => some(toExtract(file).map(({ id }) => id)),
  extractedNames: (file) => joined(toExtract(file).map(({ title }) => title)),
  extractedKind: (file) => common(toExtract(file).map(({ kind }) => kind)),
  extractedSource: (file) => joined(toExtract(file).map(({ source }) => source)),
  extractedOriginality: (file) => common(toExtract(file).map(({ originality }) => originality)),
  extractedProves: (file) => joined(toExtract(file).map(({ proves }) => proves)),
  reviewMaterials,
  firstOfficer: ({ case: { officerIds }, officers }) =>
    officers.find(({ personId }) => personId === officerIds[0])?.name,
  regulationDesk: ({ officers }) => {
    const desk = officers.filter(({ active, roles }) => active && roles.includes('法规科'));
    return desk.length === 1 ? desk[0]?.name : undefined;
  },
};

/** What the file tells for a field, by the name of the draft; undefined where it tells nothing. */
export const drafted = (name: string, file: CaseFile): FieldValue | undefined =>
  draftNames.some((known) => known === name) ? drafters[name as DraftName](file) : undefined;

const some = (values: string[]): string[] | undefined => (values.length === 0 ? undefined : values);
const joined = (texts: readonly string[]): string | undefined => {
  const said = [...new Set(texts.filter((text) => text !== ''))];
  return said.length === 0 ? undefined : said.join('、');
};
/** What all of them have in common. */
const common = (values: readonly string[]): string | undefined => (new Set(values).size === 1 ? values[0] : undefined);

interface DatedAct {
  day: string;
  words: string;
}

const sentence = (acts: readonly DatedAct[]): string | undefined =>
  acts.length === 0 ? undefined : `${acts.map(({ day, words }) => `${chineseDay(day)}${words}`).join('，')}。`;

/** Issued papers of a kind, each with the day it bears. */
function dated(file: CaseFile, templateId: string, key: string): { paper: Paper; day: string }[] {
  return papersOf(file, templateId).flatMap((paper) => {
    const day = dayIn(paper, key) ?? dayFrom(paper.issuedAt ?? '');
    return day === null ? [] : [{ paper, day }];
  });
}

const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const filingActs = (file: CaseFile): DatedAct[] =>
  dated(file, paperIds.filingApproval, 'issuedAt').map(({ day }) => ({ day, words: '立案' }));

/** 立案, then what was asked, looked at and taken, by day. */
function investigationActs(file: CaseFile): DatedAct[] {
  const inspected = dated(file, paperIds.siteInspectionRecord, 'startAt').map(({ paper, day }) => ({
    day,
    words: textOf(paper, 'recordKind') === '勘验' ? '现场勘验' : '现场检查',
  }));
  const asked = dated(file, paperIds.inquiryRecord, 'startAt').map(({ paper, day }) => ({
    day,
    words: `询问${textOf(paper, 'respondentRelation').replace(/（.*|当事人的/g, '')}${textOf(paper, 'respondentName')}`,
  }));
  const taken = dated(file, paperIds.evidenceExtractionSheet, 'extractedAt').map(({ paper, day }) => ({
    day,
    words: `提取${textOf(paper, 'evidenceName')}`,
  }));
  return [...filingActs(file), ...[...inspected, ...asked, ...taken].toSorted((a, b) => compareDays(a.day, b.day))];
}

const inUse = (file: CaseFile): Exhibit[] => file.exhibits.filter(({ withdrawnReason }) => withdrawnReason === null);

/** Most characters of an evidence paragraph; what does not fit is counted. */
const MOST = 1_800;

/** 逐项写证据名称和它证明的事实: exhibits first, then the records that are evidence themselves. */
function evidenceText(file: CaseFile): string | undefined {
  const exhibits = inUse(file)
    .filter(({ stepId, paperId }) => stepId !== null || paperId !== null)
    .map(({ title, originality, proves }) => {
      const copy = originality === '复制件' ? '（复制件）' : '';
      return proves === '' ? `${title}${copy}` : `${title}${copy}，证明${proves}`;
    });
  const records = [...papersOf(file, paperIds.siteInspectionRecord), ...papersOf(file, paperIds.inquiryRecord)].map(
    (paper) => {
      const who = textOf(paper, 'respondentName');
      return who === '' ? paper.name : `${paper.name}（${who}）`;
    },
  );
  const items = [...exhibits, ...records].map((text, index) => `${index + 1}．${text}`);
  if (items.length === 0) return undefined;
  const fitting = items.filter((_, index) => items.slice(0, index + 1).join('；').length <= MOST);
  const rest = items.length - fitting.length;
  return `${fitting.join('；')}${rest > 0 ? `；另有${rest}项，见证据目录` : ''}。`;
}

/** 告知、申辩、听证和复核: when and how the notices were served, and what came of them. */
function notificationActs(file: CaseFile): DatedAct[] {
  const notices = papersOf(file, paperIds.priorNotice).flatMap((paper) => {
    const rights = listOf(paper, 'rights').join('、');
    return noticeServed(file, paper, '事先告知书', `告知当事人有${rights === '' ? '陈述、申辩' : rights}的权利`);
  });
  if (notices.length === 0) return [];
  const hearingNotices = papersOf(file, paperIds.hearingRightsNotice).flatMap((paper) =>
    noticeServed(file, paper, '听证告知书', '告知当事人有要求听证的权利'),
  );
  const held = dated(file, paperIds.hearingRecord, 'startAt').map(({ day }) => ({ day, words: '举行听证' }));
  return [...notices, ...hearingNotices, ...defenceActs(file), ...held].toSorted((a, b) => compareDays(a.day, b.day));
}

/** What was served on the party, by the way its last receipt says. */
function noticeServed(file: CaseFile, paper: Paper, name: string, told: string): DatedAct[] {
  const day = servedDay(file, paper);
  if (day === null) return [];
  const receipt = receiptsOf(file, paper).at(-1);
  const way = receipt === undefined ? '' : textOf(receipt, 'mode');
  const number = paper.number === null ? '' : `（${paper.number}）`;
  return [{ day, words: `${way}送达${name}${number}，${told}` }];
}

const DEFENCE_WORDS: Readonly<Record<string, string>> = {
  陈述申辩笔录: '听取当事人陈述、申辩',
  放弃权利记录: '当事人明确表示放弃陈述、申辩',
  逾期未提出记录: '期限届满，当事人没有提出陈述、申辩',
};

function defenceActs(file: CaseFile): DatedAct[] {
  const heard = dated(file, paperIds.defenceRecord, 'at').map(({ paper, day }) => ({
    day,
    words: `${DEFENCE_WORDS[textOf(paper, 'form')] ?? '听取当事人陈述、申辩'}${
      paper.values['hearingRequested'] === true ? '，当事人要求听证' : ''
    }`,
  }));
  const [review] = papersOf(file, paperIds.defenceReview).toReversed();
  const conclusion = review === undefined ? '' : textOf(review, 'conclusion').replace(/。$/, '');
  const last = heard.at(-1);
  if (last === undefined || conclusion === '') return heard;
  return [...heard.slice(0, -1), { ...last, words: `${last.words}，经复核，${conclusion}` }];
}

const DECISIONS: Readonly<Record<string, string>> = {
  [paperIds.penaltyDecision]: '作出行政处罚决定',
  [paperIds.handlingDecision]: '作出行政处理决定',
  [paperIds.noPenaltyDecision]: '作出不予行政处罚决定',
};

/** From the notice to the service of the decision, each with its day. */
function courseActs(file: CaseFile): DatedAct[] {
  const decided = Object.entries(DECISIONS).flatMap(([templateId, words]) =>
    dated(file, templateId, 'decidedAt').flatMap(({ paper, day }) => {
      const served = servedDay(file, paper);
      const number = paper.number === null ? '' : `（${paper.number}）`;
      return [{ day, words: `${words}${number}` }, ...(served === null ? [] : [{ day: served, words: '送达当事人' }])];
    }),
  );
  const told = notificationActs(file).map(({ day, words }) => ({
    day,
    words: words.replace(/（[^）]*）|，告知当事人.*|，当事人要求.*|，经复核.*/g, ''),
  }));
  return [...told, ...decided];
}

/** 何日缴纳或者支付，凭证号. */
function executionText(file: CaseFile): string | undefined {
  const [paper] = papersOf(file, paperIds.performanceRecord).toReversed();
  if (paper === undefined) return undefined;
  const performed = textOf(paper, 'performed');
  const payments = rowsOf(paper, 'payments').flatMap(({ at, item, amount, voucherNo }) =>
    typeof at === 'string' && typeof amount === 'number'
      ? [
          `${chineseDay(at)}缴纳${String(item ?? '')}${amount.toLocaleString('en-US', { useGrouping: false })}元${
            typeof voucherNo === 'string' && voucherNo !== '' ? `（凭证号${voucherNo}）` : ''
          }`,
        ]
      : [],
  );
  const rest = textOf(paper, 'unperformed').replace(/。$/, '');
  const parts = [...payments, rest === '' ? '' : `未履行：${rest}`].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `${performed}。${parts.join('；')}。`;
}

/** Documents and things that no 证据提取单 has taken up yet and that belong to no other paper: recordings have a register of their own. */
function toExtract(file: CaseFile): Exhibit[] {
  const taken = new Set(
    papersOf(file, paperIds.evidenceExtractionSheet, true).flatMap((paper) => listOf(paper, 'exhibits')),
  );
  return inUse(file).filter(
    (exhibit) =>
      !isRecording(exhibit) &&
      exhibit.paperId === null &&
      exhibit.stepId === 'collect-evidence' &&
      !taken.has(exhibit.id),
  );
}

/** What 法制审核 reads: the issued papers from the 立案 on, each with its number, and how many exhibits there are. */
function reviewMaterials(file: CaseFile): string | undefined {
  const papers = file.papers
    .filter(({ status, templateId }) => status === 'issued' && !NOT_REVIEWED.includes(templateId))
    .toSorted((a, b) => (a.issuedAt ?? '').localeCompare(b.issuedAt ?? ''))
    .map(({ name, number }) => (number === null ? name : `${name}（${number}）`));
  const exhibits = inUse(file).length;
  const counted = [...new Set(papers)].map((name) => {
    const times = papers.filter((other) => other === name).length;
    return times === 1 ? name : `${name}${times}份`;
  });
  return joined([...counted, exhibits === 0 ? '' : `证据${exhibits}件`]);
}

/** Registers of the office, which are no papers of the matter under review. */
const NOT_REVIEWED: readonly string[] = [paperIds.sourceRegistration, paperIds.recordingRegister];
