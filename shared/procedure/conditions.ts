import type { CaseFile, Paper } from '../case-file.ts';
import type { Party } from '../identity/party.ts';
import { isRecording, papersOf } from '../case-file.ts';
import { hearingRequest } from './hearing.ts';
import { amountOf, flagOf, rowsOf, textOf } from './paper-values.ts';
import { sourcesToAnswer, unanswered } from './sources.ts';
import { paperIds } from '../template/paper-ids.ts';

/** The newest paper of a template that counts: issued, else the draft in hand. */
export const latest = (file: CaseFile, templateId: string): Paper | undefined =>
  papersOf(file, templateId).at(-1) ?? papersOf(file, templateId, true).at(-1);

/** Penalties that give a right to a hearing whatever their amount (处罚法63第一款第三至五项). */
const grave = /吊销|降低资质|停产停业|停工|责令关闭|限制从业|较重/;

/**
 * Whether the limits for 公民 count for a party, or those for 法人或者其他组织: of a 个体工商户 the law does not say (民法典54 has it among
 * the natural persons), so 法规科 chooses.
 */
export const isCitizen = (party: Pick<Party, 'kind'> | undefined, { tradersAs }: CaseFile['settings']): boolean =>
  party?.kind === '个人' || (party?.kind === '个体工商户' && tradersAs === '公民');

/** The office's line of 较大数额 for this party, yuan; null while 法规科 has not set it. */
export const hearingLine = (file: CaseFile): number | null => {
  const party: Party | undefined = file.parties[0];
  return isCitizen(party, file.settings) ? file.settings.hearingFinePerson : file.settings.hearingFineUnit;
};

/** What the case proposes or imposes, in the newest paper that states it. */
export const statedPenalties = (file: CaseFile) => {
  const paper = [paperIds.penaltyDecision, paperIds.priorNotice]
    .map((id) => latest(file, id))
    .find((candidate) => candidate !== undefined && rowsOf(candidate, 'penalties').length > 0);
  return paper === undefined ? [] : rowsOf(paper, 'penalties');
};

/** Penalties counted against the line of 较大数额. */
export const isMoney = (kind: string): boolean => kind.includes('罚款') || kind.includes('没收');

const hearingRequired = (file: CaseFile): boolean => {
  const penalties = statedPenalties(file);
  if (penalties.some((row) => grave.test(String(row.kind ?? '')))) return true;
  const line = hearingLine(file);
  const amount = amountOf(penalties, isMoney);
  return line !== null && amount !== null && amount >= line;
};

const hearingRequested = (file: CaseFile): boolean => hearingRequest(file) !== null;

/** A case that needs 法制审核 and 集体讨论 (处罚法57,58; 国办发〔2018〕118号 for 许可, 强制 and 工伤). */
const majorCase = (file: CaseFile): boolean =>
  hearingRequested(file) ||
  [paperIds.investigationReport, paperIds.decisionApproval, paperIds.coerciveMeasureApproval].some((id) =>
    papersOf(file, id, true).some((paper) => flagOf(paper, 'majorCase')),
  );

/** What 法制审核 is due for: a major case, and whatever was decided after a hearing (国办发〔2018〕118号). */
const reviewDue = (file: CaseFile): boolean =>
  majorCase(file) || papersOf(file, paperIds.permitHearingRecord, true).length > 0;

/** Decisions on a licence, which are published whatever they say (国办发〔2018〕118号). */
const licences: readonly string[] = [
  paperIds.permitGrant,
  paperIds.permitChange,
  paperIds.permitRenewal,
  paperIds.permitWithdrawal,
  paperIds.permitRevocation,
  paperIds.permitCancellation,
];

/** A decision was made that is to be published: on a licence, or one that says so of itself (处罚法48). */
const publicationDue = (file: CaseFile): boolean =>
  file.papers.some(
    (paper) => paper.status === 'issued' && (licences.includes(paper.templateId) || flagOf(paper, 'publish')),
  );

/** Proposals of a 案源登记表 that end the matter before it is filed (第十四条). */
const refusals = ['不予立案', '移送', '转仲裁'];

/** The source is not taken up. Filing it after all, on new facts, takes the case up again. */
const sourceRefused = (file: CaseFile): boolean =>
  papersOf(file, paperIds.filingApproval, true).length === 0 &&
  (papersOf(file, paperIds.nonFilingApproval, true).length > 0 ||
    refusals.includes(textOf(latest(file, paperIds.sourceRegistration) ?? { values: {} }, 'handling')));

/** What a 决定审批表 proposes, in the words of the 调查终结报告. */
const proposals: Readonly<Record<string, string>> = { 行政处罚: '处罚', 行政处理: '处理', 不予行政处罚: '不予处罚' };

/** What is proposed: by the 决定审批表, where one party is to be dealt with in another way than the others, else by the 调查终结报告. */
const proposalOf = (file: CaseFile): string => {
  const approval = papersOf(file, paperIds.decisionApproval, true).findLast((paper) => paper.partyId !== null);
  return (
    proposals[approval === undefined ? '' : textOf(approval, 'decisionKind')] ??
    textOf(latest(file, paperIds.investigationReport) ?? { values: {} }, 'suggestion')
  );
};

/** Whether the inquiry ends with one of these proposals; '' stands for an inquiry that has not ended. */
const suggests =
  (...wanted: string[]) =>
  (file: CaseFile): boolean =>
    !sourceRefused(file) && wanted.includes(proposalOf(file));

const started =
  (templateId: string) =>
  (file: CaseFile): boolean =>
    papersOf(file, templateId, true).length > 0;

const issued =
  (...templateIds: string[]) =>
  (file: CaseFile): boolean =>
    templateIds.some((id) => papersOf(file, id).length > 0);

/**
 * There is something to register (第三十六条): a recording of this case, or a register begun. Where a recording could not be made, the reason
 * stands in the record it belongs to (第十五条), and nobody is asked for a register without rows.
 */
const recordingsMade = (file: CaseFile): boolean =>
  file.exhibits.some(
    (exhibit) => isRecording(exhibit) && exhibit.withdrawnReason === null && exhibit.fromCaseId === null,
  ) || started(paperIds.recordingRegister)(file);

/** A crime is suspected: its transfer to the police has begun and was not refused, whatever else becomes of the case. */
const crimeSuspected = (file: CaseFile): boolean =>
  started(paperIds.crimeReferral)(file) ||
  papersOf(file, paperIds.crimeReferralApproval, true).some((paper) => textOf(paper, 'verdict') !== '不批准移送');

/** The applicant took the application back, approved as such: nothing is left to decide. */
const applicationWithdrawn = (file: CaseFile): boolean =>
  papersOf(file, paperIds.caseMatterApproval).some((paper) => textOf(paper, 'matter') === '申请人撤回申请');

/** What the newest 履行情况记录 says comes next for a party that has not performed. */
const nextStepOf = (file: CaseFile): string =>
  textOf(latest(file, paperIds.performanceRecord) ?? { values: {} }, 'nextStep');

/**
 * Named conditions of `conditional` steps, as facts of the case file. Drafts count: a step must show as soon as it is known to be needed.
 */
export const conditions = {
  hearingRequired,
  hearingRequested,
  majorCase,
  reviewDue,
  sourceRefused,
  sourceAccepted: (file) => !sourceRefused(file),
  /** 查封、扣押 were prolonged: the party has to be told in writing (强制法25第二款). */
  sealingExtended: (file) =>
    papersOf(file, paperIds.caseMatterApproval).some((paper) => textOf(paper, 'matter') === '延长查封（扣押）'),
  testPeriodTold: started(paperIds.testPeriodNotice),
  recordingsMade,
  recordingsToRegister: (file) => !sourceRefused(file) && recordingsMade(file),
  urgentOnSite: (file) =>
    started(paperIds.urgentStartReport)(file) ||
    papersOf(file, paperIds.filingApproval, true).some((paper) => flagOf(paper, 'urgentOnSite')),
  defenceMade: (file) =>
    papersOf(file, paperIds.defenceRecord, true).some((paper) => textOf(paper, 'form').includes('笔录')),
  orderedToCorrect: issued(paperIds.correctionOrder),
  /** An inspection that ended with an order to correct (第二十八条). */
  inspectionOrdered: (file) =>
    papersOf(file, paperIds.inspectionResultNotice).some((paper) => textOf(paper, 'conclusion') === '责令改正'),
  evidenceRegistered: (file) =>
    papersOf(file, paperIds.evidenceRegistrationApproval, true).length +
      papersOf(file, paperIds.evidenceRegistrationNotice, true).length >
    0,
  demandNeeded: (file) => ['制发催告书', '申请法院强制执行'].includes(nextStepOf(file)),
  courtNeeded: (file) => nextStepOf(file) === '申请法院强制执行',
  servedByNotice: (file) =>
    papersOf(file, paperIds.serviceReceipt, true).some((paper) => textOf(paper, 'mode') === '公告'),
  hearingToldApart: started(paperIds.hearingRightsNotice),
  deferralRequested: started(paperIds.fineDeferralRequest),
  selfEnforced: started(paperIds.enforcementDecision),
  notPerformed: (file) =>
    !papersOf(file, paperIds.performanceRecord).some((paper) => textOf(paper, 'performed') === '全部履行'),
  noticeDue: suggests('', '处罚', '处理'),
  decisionDue: suggests('', '处罚', '处理', '不予处罚'),
  penaltyProposed: suggests('', '处罚'),
  handlingProposed: suggests('处理'),
  noPenaltyProposed: suggests('不予处罚'),
  withdrawalProposed: (file) => suggests('撤销立案', '移送')(file) || crimeSuspected(file),
  /** The other ways of a case that began for something else than a penalty. */
  penaltyChosen: suggests('处罚'),
  decisionChosen: suggests('处罚', '处理'),
  handlingDue: suggests('', '处理'),
  levyDue: suggests('', '处罚', '处理', '责令改正'),
  orderDue: suggests('', '责令改正'),
  caseDropped: (file) => suggests('不予处罚', '撤销立案', '移送')(file) || crimeSuspected(file),
  caseTransferred: (file) =>
    papersOf(file, paperIds.filingWithdrawalApproval).some((paper) => textOf(paper, 'kind') === '移送其他机关'),
  performanceDue: suggests('', '处罚', '处理'),
  correctionDue: (file) => suggests('责令改正')(file) || started(paperIds.correctionOrder)(file),
  /** Somebody outside gave the source and can be told (第十四条). */
  sourceAwaitsAnswer: (file) => sourcesToAnswer(file).length > 0,
  /** One of several (并案) was told nothing yet. */
  sourceUnanswered: (file) => unanswered(file, papersOf(file, paperIds.sourceResultNotice)).length > 0,
  /** Applications (第十二条): refused at the door, or to be decided. */
  applicationRefused: issued(paperIds.permitNonAcceptance, paperIds.injuryNonAcceptance),
  applicationAccepted: (file) =>
    !issued(paperIds.permitNonAcceptance, paperIds.injuryNonAcceptance)(file) && !applicationWithdrawn(file),
  applicationStanding: (file) => !applicationWithdrawn(file),
  permitHearingCalled: issued(paperIds.permitHearingNotice),
  extensionApproved: issued(paperIds.permitExtensionApproval),
  permitGranted: issued(paperIds.permitGrant),
  permitDenied: issued(paperIds.permitDenial),
  publicationDue,
  injuryRecognised: issued(paperIds.injuryRecognition),
  injuryNotRecognised: issued(paperIds.injuryNonRecognition),
  /** 职工、近亲属或者工会 applied, so the employer must be heard (工伤条例19). */
  workerApplied: (file) =>
    !issued(paperIds.injuryNonAcceptance)(file) &&
    !applicationWithdrawn(file) &&
    papersOf(file, paperIds.injuryApplication, true).some(
      (paper) => !['', '用人单位'].includes(textOf(paper, 'relation')),
    ),
  /** The decision was annulled and a new one ordered (行政复议法64, 行政诉讼法70). */
  remakeOrdered: (file) =>
    papersOf(file, paperIds.incomingLetterRegister).some((paper) => textOf(paper, 'remake') === '责令重新作出'),
  auditClean: issued(paperIds.auditFindingsNotice),
  auditCorrection: issued(paperIds.auditCorrectionOpinion),
} satisfies Record<string, (file: CaseFile) => boolean>;

export type ConditionName = keyof typeof conditions;

/** Whether a procedure file may name this condition. */
export const isConditionName = (name: string): name is ConditionName => Object.hasOwn(conditions, name);
