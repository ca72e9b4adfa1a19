import type { Finding } from '../../regulation/finding.ts';
import { firstArticle, joined, type RefusalOf, type Sentence, unreachable } from './sentence.ts';

export type ProcedureRefusal = RefusalOf<
  | 'not-yet'
  | 'wrong-status'
  | 'out-to-sign'
  | 'no-opinion'
  | 'opinion-used'
  | 'approval-order'
  | 'not-asked'
  | 'same-person'
  | 'certificate'
  | 'findings'
>;

const notAskedSentence = ({ label, by, asked }: RefusalOf<'not-asked'>): Sentence => ({
  happened: `“${label}”不由您签署。`,
  missing: `只有${by === '承办人' ? '本案承办人' : '本案承办科室的负责人'}可以签，现在${asked.length === 0 ? '没有这样的人' : `等${asked.join('、')}`}。`,
  article: 13,
  press: '请由该人签署；承办人或者承办科室变了的，请承办单位负责人在案件里改。',
});

const findingsSentence = ({ act, findings, overridable }: RefusalOf<'findings'>): Sentence => ({
  happened: `还不能${act}：有${findings.length}个核查问题。`,
  missing: joined(findings.map((finding: Finding) => finding.sentence)),
  article: firstArticle(findings.map((finding) => finding.article)),
  press: overridable ? '请逐项补正；确有正当理由的，写明理由后可以继续。' : '请点击问题，逐项补正。',
});

/** Refusals of the procedure: what must come first, who may do it, what the checks found. */
export const procedureSentence = (refusal: ProcedureRefusal): Sentence => {
  switch (refusal.code) {
    case 'not-yet':
      return {
        happened: `还不能${refusal.act}。`,
        missing: joined(refusal.obstacles.map((obstacle) => obstacle.sentence)),
        article: firstArticle(refusal.obstacles.map((obstacle) => obstacle.article)),
        press: '按 F2 转到第一个缺项。',
      };
    case 'wrong-status':
      return { happened: `${refusal.what}现为“${refusal.is}”，不能${refusal.act}。` };
    case 'out-to-sign':
      return {
        happened: `《${refusal.what}》已经印出待签字，不能${refusal.act}。`,
        missing: '印出的和本机里的须是同样的内容，签字才作数。',
        article: 17,
        press: '确要改内容的，在“更多”里作废印出的签字稿，写明理由，改好后重新印出、重新签字。',
      };
    case 'no-opinion':
      return {
        happened: `“${refusal.verdict}”还没有记下。`,
        missing: '没有写意见：有姓名没有意见的审批，评查时按缺陷计。',
        article: 13,
        press: refusal.verdict === '同意' ? '请写明意见后再签。' : '请写明理由，指出是哪一栏，再签。',
      };
    case 'opinion-used':
      return {
        happened: `《${refusal.what}》上您的意见不能撤回了。`,
        missing: '后面的人已经接着办理，或者承办人已经开始修改。',
        article: 13,
        press: '请当面告诉承办人；需要重新审批的，由承办人撤回修改后再送。',
      };
    case 'approval-order':
      return {
        happened: `还轮不到“${refusal.label}”。`,
        missing: `须先有“${refusal.waitsFor}”。`,
        article: 23,
        press: '请等前一级签批后再办。',
      };
    case 'not-asked':
      return notAskedSentence(refusal);
    case 'same-person':
      return { happened: `“${refusal.label}”与“${refusal.other}”不能是同一人。`, press: '请由另一人办理。' };
    case 'certificate':
      return {
        happened: `${refusal.name}的执法证${refusal.certTo === '' ? '没有登记有效期' : `有效期至${refusal.certTo}`}，${refusal.day}不能以执法人员身份办理。`,
        missing: '执法人员须持有效执法证。',
        article: 18,
        press: '请换一名执法人员，或者请系统管理员更新执法证信息。',
      };
    case 'findings':
      return findingsSentence(refusal);
    default:
      return unreachable(refusal);
  }
};
