import { dayIn, textOf } from '../../procedure/paper-values.ts';
import { servedDay } from '../../procedure/service.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { faultIn, hasTemplate, issueAndFiling, issuedIn, papersIn } from './faults.ts';

/** A referral that the head of the office has not approved, or has refused. */
function unapproved(judgement: Judgement): Fault[] {
  if (!hasTemplate(judgement, paperIds.crimeReferralApproval)) return [];
  const approval = issuedIn(judgement, paperIds.crimeReferralApproval).at(-1);
  const verdict = approval === undefined ? '' : textOf(approval, 'verdict');
  if (verdict === '批准移送') return [];
  const why =
    verdict === ''
      ? '没有主要负责人批准的移送审批表，先办“涉嫌犯罪案件移送审批”'
      : '主要负责人没有批准移送，理由已记录在案';
  return papersIn(judgement, paperIds.crimeReferral).map((paper) =>
    faultIn(paper, `${why}，不能移送公安机关（移送规定第五条）。`),
  );
}

/** 刑法276之一 asks for an order to pay that was not followed: one of this case, served before the report. */
const orderNotServed = (judgement: Judgement): Fault[] =>
  papersIn(judgement, paperIds.crimeReferralApproval)
    .filter((paper) => textOf(paper, 'crime') === '拒不支付劳动报酬罪' && textOf(paper, 'verdict') === '批准移送')
    .filter((paper) => {
      const reported = dayIn(paper, 'reportAt') ?? judgement.file.today;
      return !issuedIn(judgement, paperIds.correctionOrder, paperIds.handlingDecision).some((order) => {
        const served = servedDay(judgement.file, order);
        return served !== null && served <= reported;
      });
    })
    .map((paper) =>
      faultIn(
        paper,
        '本案没有在移送报告以前送达的限期改正指令书或者行政处理决定书；“经政府有关部门责令支付仍不支付”才构成拒不支付劳动报酬罪。行为人逃匿、以张贴方式责令的，或者另案责令的，写明理由后可以继续。',
        'orderRef',
      ),
    );

/** Before a case goes to the police. */
export const crimeChecks: Check[] = [
  {
    id: 'V09b',
    title: '移送经主要负责人批准',
    severity: 'veto',
    article: 14,
    basis: '行政执法机关移送涉嫌犯罪案件的规定第五条',
    blocks: issueAndFiling,
    judge: unapproved,
  },
  {
    id: 'V09c',
    title: '移送前责令支付文书已送达',
    severity: 'err',
    article: 14,
    basis: '刑法第二百七十六条之一',
    blocks: issueAndFiling,
    judge: orderNotServed,
  },
];
