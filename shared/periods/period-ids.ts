/**
 * The periods (期限) the program ships, by name: code speaks of a period by what it is for, resources/periods.yaml by its number.
 */
const ids = {
  /** 当场启动后报告并补办批准手续 */
  urgentStartReport: 'S13',
  /** 收集整理立卷归档 */
  archiving: 'S35',
  /** 依职权事项报局法规科备案 */
  legalSectionFiling: 'S35b',
  /** 音像电子记录存入执法平台/专用存储器 */
  recordingStorage: 'S36',
  /** 当天工作结束后及时存储音像和文本 */
  dailyStorage: 'S36a',
  /** 例外情形：回到本单位后移交存储 */
  storageAfterReturn: 'S36b',
  /** 日常检查声像资料最短保存 */
  routineRecordingRetention: 'S37',
  /** 作证据的音像资料保存期与案卷相同（普通程序处罚、强制案件） */
  evidenceRecordingRetention: 'S37b',
  /** 案源登记 */
  sourceRegistration: 'S14',
  /** 核查违法行为改正情况 */
  correctionVerification: 'S28',
  /** 书面作出投诉受理或不予受理决定 */
  complaintAcceptance: 'J05W',
  /** 完成案件调查 */
  investigation: 'J60',
  /** 调查完成后作出处理决定（处罚、处理、责令改正、撤销立案） */
  decisionAfterInvestigation: 'J15',
  /** 劳动保障监察查处时效 */
  supervisionLimitation: 'J2Y',
  /** 对先行登记保存的证据作出处理决定 */
  registeredEvidenceDecision: 'P7a',
  /** 作出行政处罚决定 */
  penaltyDecision: 'P90',
  /** 当事人要求听证 */
  hearingRequest: 'P5',
  /** 听证前通知当事人时间、地点 */
  hearingNotice: 'P7b',
  /** 送达行政处罚决定书（当事人不在场） */
  penaltyService: 'P7c',
  /** 缴纳罚款 */
  finePayment: 'P15',
  /** 执法人员将当场收缴的罚款交至机关 */
  collectedFineToOrgan: 'P2',
  /** 机关将当场收缴的罚款缴付指定的银行 */
  collectedFineToBank: 'P2b',
  /** 撤回已公开的处罚决定并说明理由 */
  publicationWithdrawal: 'P3',
  /** 加处罚款（每日3%，以罚款本金为限） */
  fineSurcharge: 'P3pct',
  /** 行政处罚追责时效 */
  penaltyLimitation: 'P2Y',
  /** 公开行政许可、行政处罚决定信息 */
  permitAndPenaltyPublication: 'PUB7',
  /** 公开其他行政执法决定信息 */
  otherDecisionPublication: 'PUB20',
  /** 列入失信联合惩戒名单期满，移出名单并停止公开 */
  listingEnd: 'L3Y',
  /** 中止执行满三年未恢复的，不再执行 */
  enforcementRest: 'Q39',
  /** 当场实施强制措施后补办批准手续 */
  urgentCoerciveMeasureApproval: 'Q24',
  /** 查封、扣押期限（法律另有规定的除外） */
  seizure: 'Q30',
  /** 催告后方可申请法院强制执行 */
  enforcementAfterDemand: 'QC10',
  /** 申请法院强制执行 */
  enforcementApplication: 'Q3M',
  /** 裁判生效后申请法院强制执行（三个月） */
  enforcementAfterJudgment: 'Q3J',
  /** 裁判生效后申请法院强制执行（二年） */
  enforcementOfJudgment: 'Q2J',
  /** 法院受理强制执行申请 */
  courtAcceptanceOfEnforcement: 'QF5',
  /** 法院书面审查并裁定执行 */
  courtReviewOfEnforcement: 'QF7',
  /** 对不予受理、不准予执行的裁定向上一级人民法院申请复议 */
  higherCourtReconsideration: 'QA15',
  /** 一次告知补正材料（逾期视为受理） */
  permitSupplementNotice: 'X5',
  /** 作出行政许可决定 */
  permitDecision: 'X20',
  /** 颁发、送达行政许可证件 */
  permitService: 'X10',
  /** 通知领取劳务派遣经营许可证 */
  dispatchLicenceNotice: 'X5N',
  /** 办理劳务派遣许可变更手续 */
  dispatchLicenceChange: 'X10C',
  /** 申请人、利害关系人要求许可听证 */
  permitHearingRequest: 'XH5',
  /** 组织许可听证 */
  permitHearing: 'XH20',
  /** 许可听证前通知申请人、利害关系人 */
  permitHearingNotice: 'XH7',
  /** 被许可人申请延续许可 */
  permitRenewalApplication: 'X30',
  /** 劳务派遣单位申请延续许可 */
  dispatchRenewalApplication: 'X60',
  /** 作出人力资源服务许可决定（工作日） */
  staffingPermitDecision: 'XR20',
  /** 作出人力资源服务许可决定（自然日） */
  staffingPermitDecisionInDays: 'XR20d',
  /** 民办培训学校正式设立审批 */
  trainingSchoolPermitDecision: 'XM3',
  /** 用人单位申请工伤认定 */
  employerInjuryApplication: 'G30',
  /** 职工、近亲属、工会申请工伤认定 */
  workerInjuryApplication: 'G1Y',
  /** 审核工伤认定申请材料（受理、不予受理或者补正） */
  injuryApplicationReview: 'G15',
  /** 补正材料收齐后决定是否受理工伤认定申请 */
  injurySupplementReview: 'G15s',
  /** 作出工伤认定决定 */
  injuryDecision: 'G60',
  /** 事实清楚、权利义务明确的工伤认定决定 */
  undisputedInjuryDecision: 'G15b',
  /** 工伤认定决定书送达双方并抄送经办机构 */
  injuryDecisionService: 'G20',
  /** 工伤认定资料保存 */
  injuryFileRetention: 'G50Y',
  /** 作出劳动能力鉴定结论 */
  capacityAssessment: 'G60L',
  /** 申请再次劳动能力鉴定 */
  capacityReassessmentRequest: 'G15L',
  /** 稽核前书面通知 */
  auditNotice: 'A3',
  /** 稽核情况告知（无违规） */
  auditFindingsNotice: 'A5',
  /** 送达稽核整改意见书（有违规） */
  auditCorrectionOpinion: 'A10',
  /** 社会保险费滞纳金（每日万分之五） */
  contributionLateFee: 'ALF',
  /** 决定是否移送涉嫌犯罪案件 */
  crimeReferralDecision: 'Y3',
  /** 批准后向公安机关移送案件 */
  crimeReferral: 'Y24',
  /** 对不予立案提请公安机关复议 */
  policeReconsiderationRequest: 'Y3b',
  /** 公安机关立案后移交涉案物品和材料 */
  crimeItemsHandover: 'Y3c',
  /** 当事人申请行政复议 */
  reconsiderationRequest: 'F60',
  /** 当事人直接起诉 */
  lawsuit: 'F6M',
  /** 复议机关作出复议决定（普通程序） */
  reconsiderationDecision: 'FD60',
  /** 复议机关作出复议决定（简易程序） */
  simplifiedReconsiderationDecision: 'FD30',
  /** 不服复议决定提起诉讼 */
  lawsuitAfterReconsideration: 'F15R',
  /** 提出复议答复并提交证据、依据（普通程序） */
  reconsiderationAnswer: 'FR10',
  /** 提出复议答复并提交证据、依据（简易程序） */
  simplifiedReconsiderationAnswer: 'FR5',
  /** 转送对当场处罚的复议申请（认为需要维持） */
  onTheSpotReconsiderationForwarding: 'FR5b',
  /** 提交答辩状、证据和所依据的规范性文件 */
  litigationDefence: 'FS15',
  /** 准许延期后提供证据 */
  deferredEvidence: 'FS15b',
  /** 简易程序举证期限上限 */
  simplifiedProofLimit: 'FSX15',
  /** 对一审判决提起上诉 */
  judgmentAppeal: 'FA15',
  /** 对一审裁定提起上诉 */
  rulingAppeal: 'FA10',
  /** 按复议决定、判决重新作出决定或者履行 */
  orderedAct: 'FN',
  /** 回复行政复议意见书 */
  reconsiderationOpinionReply: 'FI60',
  /** 公告送达视为送达 */
  serviceByAnnouncement: 'DN30',
  /** 归档后向国家档案馆移交（设区的市20年，县级10年） */
  stateArchiveTransfer: 'AR',
};

export const periodIds: Readonly<typeof ids> = ids;
