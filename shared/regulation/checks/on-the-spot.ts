import { isCitizen } from '../../procedure/conditions.ts';
import { textOf } from '../../procedure/paper-values.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { Check } from '../finding.ts';
import { faultIn, issueAndFiling, papersIn } from './faults.ts';

/** The most a 公民 may be fined on the spot, yuan (处罚法51); that of an organisation is a limit of the form itself. */
const MOST_FOR_CITIZEN = 200;

/** A 个体工商户 the office counts among the 公民, fined on the spot. The form cannot know what the office chose. */
export const onTheSpotChecks: Check[] = [
  {
    id: 'V05d',
    title: '当场罚款不超过限额',
    severity: 'veto',
    article: 26,
    basis: '行政处罚法第五十一条',
    blocks: issueAndFiling,
    judge: ({ file, ...judgement }) =>
      papersIn({ file, ...judgement }, paperIds.onTheSpotPenalty)
        .filter(
          ({ values: { partyKind, amountUnit } }) =>
            partyKind === '个体工商户' &&
            isCitizen({ kind: partyKind }, file.settings) &&
            typeof amountUnit === 'number' &&
            amountUnit > MOST_FOR_CITIZEN,
        )
        .map((paper) =>
          faultIn(
            paper,
            `本机关对个体工商户按公民计算，当场罚款不超过${MOST_FOR_CITIZEN}元，现为${textOf(paper, 'amountUnit')}元；超过的按普通程序办理。`,
            'amountUnit',
          ),
        ),
  },
];
