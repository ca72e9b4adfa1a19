import { dayIn, listOf, paperDay, textOf } from '../../procedure/paper-values.ts';
import { servedDay } from '../../procedure/service.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { Check, Fault, Judgement } from '../finding.ts';
import { reconsiderationLaw2023 } from '../remedy.ts';
import { faultIn, filing, isFinished, nothing, papersIn, papersOfClass } from './faults.ts';

/** Whoever serves a decision electronically offers the way to hand in the application there (复议法22第二款). */
function withoutOnlineWay(judgement: Judgement): Fault[] {
  if (judgement.file.office.reconsiderationOnline !== '') return [];
  const receipts = papersIn(judgement, paperIds.serviceReceipt).filter(
    (paper) =>
      isFinished(paper) &&
      textOf(paper, 'mode') === '电子' &&
      (dayIn(paper, 'servedAt') ?? '') >= reconsiderationLaw2023,
  );
  const decisions = papersOfClass(judgement, 'decision');
  return receipts.flatMap((receipt) =>
    decisions
      .filter(({ paper }) => listOf(receipt, 'documents').includes(paper.id))
      .map(({ paper }) =>
        faultIn(
          receipt,
          `${paper.name}用电子方式送达，应当同时提供网上提交行政复议申请书的渠道；请法规科在“设置—本机关”中填写渠道，并补充告知当事人。`,
          'mode',
        ),
      ),
  );
}

/** Decided under the old law, served under the new: who applies then goes to the government alone (复议法24), which the letter could not say. */
const servedUnderNewLaw = (judgement: Judgement): Fault[] =>
  papersOfClass(judgement, 'decision').flatMap(({ paper, template }) => {
    const decided = paperDay(paper, template);
    if (decided === null || decided >= reconsiderationLaw2023) return [];
    const served = servedDay(judgement.file, paper);
    return served === null || served < reconsiderationLaw2023
      ? []
      : [
          faultIn(
            paper,
            `${paper.name}（${decided}）在新的行政复议法施行后（${served}）才送达，行政复议只向本级人民政府申请；决定书上写的是当时的复议机关，应当另行书面告知并留存记录。`,
          ),
        ];
  });

/** What the line on remedies owes the party besides its own words. */
export const remedyLineChecks: Check[] = [
  {
    id: 'R30d',
    title: '电子送达决定书提供网上复议渠道',
    severity: 'err',
    article: 30,
    basis: '行政复议法第二十二条',
    blocks: filing,
    judge: withoutOnlineWay,
  },
  {
    id: 'R26e',
    title: '复议机关按送达时的法律告知',
    severity: 'warn',
    article: 26,
    basis: '行政复议法第二十条、第二十四条',
    blocks: nothing,
    judge: servedUnderNewLaw,
  },
];
