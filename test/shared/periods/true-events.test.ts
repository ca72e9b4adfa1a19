import { describe, expect, it } from 'vitest';
import type { PeriodEvent } from '../../../shared/periods/rule.ts';
import { rules } from './data.ts';

/** The paper and its field, or the act on record, that proves the day of an event. */
function proofOf(event: PeriodEvent): string {
  if ('paper' in event)
    return `${event.paper}${event.field === undefined ? ' 出具' : `.${event.field}`}${event.fallback === undefined ? '' : '（没有别的）'}`;
  if ('serviceOf' in event) return `送达 ${event.serviceOf}`;
  if ('recording' in event) return `音像 ${event.recording}`;
  return 'volume' in event ? '归档' : `届满 ${event.endOf}`;
}

/** What may be taken to a higher body once it was served. */
const DECISIONS =
  '送达 J32、送达 J33、送达 J35、送达 J48、送达 X06、送达 X12、送达 X13a、送达 X13b、送达 X13c、送达 X13d、送达 X13e、送达 G04、送达 G09、送达 G10、送达 P01d、送达 S08、送达 Q01b、送达 Q02、J34.at、J43.servedAt（没有别的）';

/** Each period, the event its law names, and where the day of that event is read: looked through one by one against the law in force. */
const EVENTS: readonly [id: string, event: string, proofs: string][] = [
  ['S13', '当场启动时刻', 'J04.urgentStartedAt、J05.startedAt'],
  [
    'S35',
    '行政执法行为执行终结之日',
    'J45.terminatedAt、J11.date、送达 X06、送达 X11、送达 X12、送达 G04、送达 G09、送达 G10、送达 P01d、送达 P02b、送达 S05',
  ],
  ['S35b', '行政执法行为执行终结之日', 'J45.terminatedAt、J11.date、送达 S05'],
  ['S36', '记录完成之日', '音像 endAt'],
  ['S36a', '每天工作结束', '音像 endAt'],
  ['S36b', '回到本单位时刻', 'J53.returnedAt'],
  ['S37', '记录日', '音像 endAt'],
  ['S37b', '归档日', '归档'],
  ['S14', '收到投诉、举报、移送之时', 'J01.receivedAt'],
  ['S28', '责令改正期限届满之日', 'J19.correctBy、J32.correctBy、S06.correctBy、J11.correctBy'],
  ['J05W', '接到投诉之日', 'J01.receivedAt'],
  ['J60', '立案之日', 'J04 出具'],
  ['J15', '调查完成之日', 'J18.surveyEndAt'],
  [
    'J2Y',
    '违法行为发生之日；连续或者继续状态的自终了之日',
    'J18.conductEndedAt、J04.conductEndedAt、J01.conductEndedAt',
  ],
  ['P7a', '采取先行登记保存之日', 'J13.startAt'],
  ['P90', '立案之日', 'J04 出具'],
  ['P5', '行政机关告知（送达）之日', '送达 J21、送达 J22'],
  ['P7b', '听证举行之日', 'J25.hearingAt'],
  ['P7c', '作出决定（宣告）之日', 'J32.decidedAt'],
  ['P15', '收到处罚决定书之日', '送达 J32、J34.at'],
  ['P2', '收缴罚款之日', 'J34.at'],
  ['P2b', '机关收到罚款之日', 'J39.handedInAt'],
  ['P3', '决定被变更、撤销、确认违法或者无效之日', 'F08.receivedAt、F08.effectiveAt、J45.terminatedAt'],
  ['P3pct', '罚款到期次日', '届满 P15'],
  [
    'P2Y',
    '违法行为发生之日；连续或者继续状态的自终了之日',
    'J18.conductEndedAt、J04.conductEndedAt、J01.conductEndedAt',
  ],
  ['PUB7', '决定作出之日', 'J47a.decidedAt'],
  ['PUB20', '决定作出之日', 'J47a.decidedAt'],
  ['Q24', '实施强制措施的时刻', 'Q01a.startedAt'],
  ['Q30', '查封、扣押之日', 'Q01b.periodFrom'],
  ['QC10', '催告书送达之日', '送达 J43'],
  ['Q3M', '法定的复议、起诉期限届满之日（未复议、未起诉）', '届满 F6M、届满 F60、届满 F15R'],
  ['Q3J', '驳回当事人的裁判生效之日', 'F08.effectiveAt'],
  ['Q2J', '驳回当事人的裁判生效之日', 'F08.effectiveAt'],
  ['QF5', '法院收到申请之日', 'F08.madeAt、J44.date（没有别的）'],
  ['QF7', '法院受理之日', 'F08.madeAt'],
  ['QA15', '收到裁定之日', 'F08.receivedAt'],
  ['X5', '收到申请材料之日', 'X02.receivedAt'],
  ['X20', '受理之日', 'X05.acceptedAt'],
  ['X10', '作出许可决定之日', 'X11.decidedAt'],
  ['X5N', '作出准予许可决定之日', 'X11.decidedAt'],
  ['X10C', '收到变更申请之日', 'X02.receivedAt'],
  ['XH5', '被告知之日', '送达 X08a'],
  ['XH20', '提出听证申请之日', 'X08c.appliedAt'],
  ['XH7', '听证举行之日', 'X08c.hearingAt'],
  ['X30', '许可有效期届满之日', 'X11.validTo'],
  ['X60', '许可有效期届满之日', 'X11.validTo'],
  ['XR20', '受理之日（材料不齐的，不从收到之日起算）', 'X05.acceptedAt'],
  ['XR20d', '受理之日（材料不齐的，不从收到之日起算）', 'X05.acceptedAt'],
  ['XM3', '受理之日', 'X05.acceptedAt'],
  ['G30', '事故伤害/诊断鉴定职业病之日', 'G01.accidentAt、G01.diagnosedAt'],
  ['G1Y', '事故伤害发生之日或者诊断、鉴定为职业病之日', 'G01.accidentAt、G01.diagnosedAt'],
  ['G15', '收到申请之日', 'G01.appliedAt'],
  ['G15s', '收到全部补正材料之日', 'G03.supplementedAt、G04.supplementedAt'],
  ['G60', '受理之日', 'G03.acceptedAt'],
  ['G15b', '受理之日', 'G03.acceptedAt'],
  ['G20', '作出决定之日', 'G09.decidedAt、G10.decidedAt'],
  ['G50Y', '工伤认定结束之日', 'J45.terminatedAt'],
  ['G60L', '收到鉴定申请之日', ''],
  ['G15L', '收到鉴定结论之日', ''],
  ['A3', '实施稽核之日', 'S01.at'],
  ['A5', '稽核结束之日', 'S05.endedAt'],
  ['A10', '稽核结束之日', 'S06.endedAt'],
  ['ALF', '欠缴之日', 'S08.lateFeeFrom'],
  ['Y3', '接到专案组报告之日', 'J37.reportAt'],
  ['Y24', '批准的时刻', 'J37.approvedAt'],
  ['Y3b', '收到不予立案通知书之日', 'F08.receivedAt'],
  ['Y3c', '接到立案通知书之日', 'F08.receivedAt'],
  ['F60', '知道或应当知道行政行为之日', DECISIONS],
  ['F6M', '知道或应当知道之日', DECISIONS],
  ['FD60', '复议机关受理之日', 'F01.acceptedAt'],
  ['FD30', '复议机关受理之日', 'F01.acceptedAt'],
  [
    'F15R',
    '收到复议决定书、不予受理或者驳回申请决定书之日；复议期限届满没有答复的，届满之日',
    'F08.partyReceivedAt、届满 FD60、届满 FD30',
  ],
  ['FR10', '收到申请书副本或者笔录复印件之日', 'F01.recvAt'],
  ['FR5', '收到申请书副本或者笔录复印件之日', 'F01.recvAt'],
  ['FR5b', '收到复议申请之日', 'F08.receivedAt'],
  ['FS15', '收到起诉状副本之日', 'F02.recvAt'],
  ['FS15b', '正当事由消除之日', 'F08.countsFrom'],
  ['FSX15', '法院确定的起算日', 'F08.countsFrom'],
  ['FA15', '判决书送达之日', 'F08.receivedAt'],
  ['FA10', '裁定书送达之日', 'F08.receivedAt'],
  ['FI60', '收到意见书之日', 'F08.receivedAt'],
  ['DN30', '发出公告之日', 'J42.postedAt'],
  ['AR', '档案形成之日', '归档'],
];

describe('the true event of every period', () => {
  it('is the one the law names, proved by the paper that shows its day', () => {
    const told = rules.map(({ id, trigger, start }): (typeof EVENTS)[number] => [
      id,
      trigger,
      [...new Set(start.map(proofOf))].join('、'),
    ]);
    expect(told).toEqual(EVENTS);
  });

  it('is the issue of a paper only where the law counts from 立案, whose approval is that paper', () => {
    const byIssue = rules.filter(({ start }) => start.some((event) => proofOf(event).includes('出具')));
    expect(byIssue.map(({ id, trigger }) => [id, trigger])).toEqual([
      ['J60', '立案之日'],
      ['P90', '立案之日'],
    ]);
  });

  it('says why where no paper of the case can show it', () => {
    for (const { start, startsBy } of rules) expect(start.length > 0).toBe(startsBy === undefined);
  });

  it('has its article', () => {
    for (const { basis } of rules) expect(basis).toMatch(/\d|第.+条|社会保险稽核办法|国办发|劳务派遣/);
  });
});
