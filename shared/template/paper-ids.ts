/**
 * The papers (文书) the program ships, by name: code speaks of a paper by what it is, the data files (resources/templates) by its number.
 */
const ids = {
  /** 行政复议答复书 */
  reconsiderationAnswer: 'F01',
  /** 行政诉讼答辩状 */
  litigationDefence: 'F02',
  /** 证据目录 */
  evidenceList: 'F03',
  /** 法律依据目录 */
  legalBasesList: 'F04',
  /** 法定代表人身份证明书 */
  legalRepresentativeCertificate: 'F05a',
  /** 授权委托书 */
  powerOfAttorney: 'F05b',
  /** 行政机关负责人出庭应诉函 */
  leaderAppearanceLetter: 'F05c',
  /** 案卷（原始记录）移交清单与回执 */
  originalsHandoverList: 'F06',
  /** 延期提供证据申请书 */
  evidenceExtensionRequest: 'F07',
  /** 来文登记表 */
  incomingLetterRegister: 'F08',
  /** 工伤认定申请表 */
  injuryApplication: 'G01',
  /** 工伤认定申请补正材料告知书 */
  injurySupplementNotice: 'G02',
  /** 工伤认定申请受理决定书 */
  injuryAcceptance: 'G03',
  /** 工伤认定申请不予受理决定书 */
  injuryNonAcceptance: 'G04',
  /** 工伤认定举证通知书 */
  injuryProofNotice: 'G05',
  /** 工伤认定调查笔录 */
  injuryInvestigationRecord: 'G06',
  /** 工伤认定中止通知书 */
  injurySuspensionNotice: 'G07',
  /** 工伤认定恢复通知书 */
  injuryResumptionNotice: 'G08',
  /** 认定工伤决定书 */
  injuryRecognition: 'G09',
  /** 不予认定工伤决定书 */
  injuryNonRecognition: 'G10',
  /** 回避申请及决定书 */
  recusalDecision: 'G11',
  /** 案源登记表 */
  sourceRegistration: 'J01',
  /** 不予立案（不予受理）审批表 */
  nonFilingApproval: 'J02',
  /** 案源处理结果告知书 */
  sourceResultNotice: 'J03',
  /** 立案审批表 */
  filingApproval: 'J04',
  /** 紧急情况当场启动报告及补办审批表 */
  urgentStartReport: 'J05',
  /** 调查询问通知书 */
  inquiryNotice: 'J06',
  /** 调查询问笔录 */
  inquiryRecord: 'J07',
  /** 现场检查（勘验）笔录 */
  siteInspectionRecord: 'J08',
  /** 行政检查审批表 */
  inspectionApproval: 'J09',
  /** 行政检查通知书 */
  inspectionNotice: 'J10',
  /** 行政检查结果告知书 */
  inspectionResultNotice: 'J11',
  /** 先行登记保存证据审批表 */
  evidenceRegistrationApproval: 'J12',
  /** 先行登记保存证据通知书 */
  evidenceRegistrationNotice: 'J13',
  /** 先行登记保存证据处理决定书 */
  evidenceRegistrationDecision: 'J14',
  /** 证据提取单 */
  evidenceExtractionSheet: 'J15',
  /** 协助调查函 */
  assistanceRequest: 'J16',
  /** 委托审计（鉴定）书 */
  expertCommission: 'J17',
  /** 调查终结报告 */
  investigationReport: 'J18',
  /** 劳动保障监察限期改正指令书 */
  correctionOrder: 'J19',
  /** 改正情况核查记录 */
  correctionVerification: 'J20',
  /** 行政处罚（处理）事先告知书 */
  priorNotice: 'J21',
  /** 行政处罚听证告知书 */
  hearingRightsNotice: 'J22',
  /** 陈述申辩笔录 */
  defenceRecord: 'J23',
  /** 陈述申辩复核意见书 */
  defenceReview: 'J24',
  /** 听证通知书 */
  hearingNotice: 'J25',
  /** 听证笔录 */
  hearingRecord: 'J26',
  /** 听证报告 */
  hearingReport: 'J27',
  /** 专家论证会记录 */
  expertPanelRecord: 'J28',
  /** 重大执法决定法制审核意见书 */
  legalReview: 'J29',
  /** 集体讨论记录 */
  collectiveDiscussion: 'J30',
  /** 行政执法决定审批表 */
  decisionApproval: 'J31',
  /** 行政处罚决定书 */
  penaltyDecision: 'J32',
  /** 劳动保障监察行政处理决定书 */
  handlingDecision: 'J33',
  /** 当场行政处罚决定书 */
  onTheSpotPenalty: 'J34',
  /** 不予行政处罚决定书 */
  noPenaltyDecision: 'J35',
  /** 撤销立案（案件移送）审批表 */
  filingWithdrawalApproval: 'J36a',
  /** 案件移送函 */
  caseTransferLetter: 'J36b',
  /** 涉嫌犯罪案件移送书 */
  crimeReferral: 'J37',
  /** 涉嫌犯罪案件移送审批表 */
  crimeReferralApproval: 'J61',
  /** 提请复议（建议立案监督）函 */
  policeReviewRequest: 'J62',
  /** 延期（分期）缴纳罚款申请书 */
  fineDeferralRequest: 'J38a',
  /** 延期（分期）缴纳罚款批准通知书 */
  fineDeferralApproval: 'J38b',
  /** 履行情况记录 */
  performanceRecord: 'J39',
  /** 送达回证 */
  serviceReceipt: 'J40',
  /** 送达地址确认书 */
  serviceAddressConfirmation: 'J41',
  /** 送达公告 */
  serviceAnnouncement: 'J42',
  /** 履行催告书 */
  performanceDemand: 'J43',
  /** 强制执行申请书 */
  enforcementApplication: 'J44',
  /** 结案审批表 */
  closingApproval: 'J45',
  /** 案件有关事项审批表 */
  caseMatterApproval: 'J46',
  /** 行政执法决定公示审批表 */
  publicationApproval: 'J47a',
  /** 行政执法决定公示（撤回）记录 */
  publicationRecord: 'J47b',
  /** 重大劳动保障违法行为社会公布决定书 */
  violationPublication: 'J48',
  /** 移交法规科备案登记表 */
  legalSectionFiling: 'J49',
  /** 卷宗封面 */
  volumeCover: 'J50',
  /** 卷内文件目录 */
  volumeCatalogue: 'J51',
  /** 卷内备考表 */
  volumeClosingSheet: 'J52',
  /** 音像资料登记表 */
  recordingRegister: 'J53',
  /** 执法记录设备检查（报修）单 */
  deviceCheck: 'J54',
  /** 执法记录查阅（复制、提供）审批登记表 */
  recordUseApproval: 'J55',
  /** 变更（撤销）行政执法决定书 */
  changeOfDecision: 'J56',
  /** 文书更正通知书 */
  textCorrectionNotice: 'J57',
  /** 拟列入失信联合惩戒名单告知书 */
  listingNotice: 'J58',
  /** 列入失信联合惩戒名单决定书 */
  listingDecision: 'J59',
  /** 提前移出失信联合惩戒名单决定书 */
  delistingDecision: 'J60',
  /** 行政给付申请表 */
  benefitApplication: 'P01a',
  /** 行政给付受理通知书 */
  benefitAcceptance: 'P01b',
  /** 行政给付审核审批表 */
  benefitApproval: 'P01c',
  /** 行政给付决定书 */
  benefitDecision: 'P01d',
  /** 行政奖励审批表 */
  rewardApproval: 'P02a',
  /** 行政奖励决定书 */
  rewardDecision: 'P02b',
  /** 行政强制措施审批表 */
  coerciveMeasureApproval: 'Q01a',
  /** 行政强制措施决定书 */
  coerciveMeasureDecision: 'Q01b',
  /** 行政强制措施现场笔录 */
  coerciveMeasureRecord: 'Q01c',
  /** 解除行政强制措施决定书 */
  coerciveMeasureLifting: 'Q01d',
  /** 延长查封（扣押）期限告知书 */
  coerciveMeasureExtensionNotice: 'Q01e',
  /** 检测（检验、检疫、技术鉴定）期间告知书 */
  testPeriodNotice: 'Q01f',
  /** 强制执行决定书 */
  enforcementDecision: 'Q02',
  /** 中止（恢复、终结）执行通知书 */
  enforcementRestNotice: 'Q03',
  /** 社会保险稽核通知书 */
  auditNotice: 'S01',
  /** 稽核对象承诺书 */
  auditUndertaking: 'S02',
  /** 稽核询问笔录 */
  auditInquiryRecord: 'S03',
  /** 稽核工作记录表 */
  auditWorkRecord: 'S04',
  /** 社会保险稽核情况告知书 */
  auditFindingsNotice: 'S05',
  /** 社会保险稽核整改意见书 */
  auditCorrectionOpinion: 'S06',
  /** 提请行政处罚建议书 */
  penaltyProposal: 'S07',
  /** 责令限期缴纳社会保险费决定书 */
  contributionOrder: 'S08',
  /** 行政许可申请书 */
  permitApplication: 'X01',
  /** 申请材料接收凭证 */
  permitMaterialsReceipt: 'X02',
  /** 当场更正记录 */
  permitOnTheSpotCorrection: 'X03',
  /** 补正材料一次性告知书 */
  permitSupplementNotice: 'X04',
  /** 行政许可申请受理通知书 */
  permitAcceptance: 'X05',
  /** 行政许可申请不予受理决定书 */
  permitNonAcceptance: 'X06',
  /** 行政许可实质核查笔录 */
  permitVerificationRecord: 'X07',
  /** 行政许可利害关系人告知书 */
  permitInterestedPartyNotice: 'X08a',
  /** 行政许可听证公告 */
  permitHearingAnnouncement: 'X08b',
  /** 行政许可听证通知书 */
  permitHearingNotice: 'X08c',
  /** 行政许可听证笔录 */
  permitHearingRecord: 'X08d',
  /** 特别程序所需时间告知书 */
  permitSpecialProcedureNotice: 'X09',
  /** 延长行政许可审查期限审批表 */
  permitExtensionApproval: 'X10a',
  /** 延长行政许可审查期限告知书 */
  permitExtensionNotice: 'X10b',
  /** 准予行政许可决定书 */
  permitGrant: 'X11',
  /** 不予行政许可决定书 */
  permitDenial: 'X12',
  /** 变更行政许可决定书 */
  permitChange: 'X13a',
  /** 延续行政许可决定书 */
  permitRenewal: 'X13b',
  /** 撤回行政许可决定书 */
  permitWithdrawal: 'X13c',
  /** 撤销行政许可决定书 */
  permitRevocation: 'X13d',
  /** 注销行政许可决定书 */
  permitCancellation: 'X13e',
};

export const paperIds: Readonly<typeof ids> = ids;
