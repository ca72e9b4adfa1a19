import { amountOf, rowsOf } from '../../procedure/paper-values.ts';
import { paperIds } from '../../template/paper-ids.ts';
import type { RowValue } from '../../template/values.ts';
import type { Fault, Judgement } from '../finding.ts';
import { faultIn, issuedIn, papersIn } from './faults.ts';

const kindsOf = (rows: RowValue[]): Set<string> =>
  new Set(rows.map((row) => String(row.kind ?? '')).filter((kind) => kind !== ''));

/** What the rows of a kind say is taken, closed or revoked; the same words in another order are the same. */
const contentsOf = (rows: RowValue[], kind: string): string =>
  rows
    .filter((row) => row.kind === kind && typeof row.content === 'string')
    .map((row) => String(row.content).replace(/\s/g, ''))
    .toSorted()
    .join('；');

/** What a kind of penalty weighs more in the decision than in the notice: of money the sum, of all others what it is about. */
function heavierIn(kind: string, told: RowValue[], decided: RowValue[]): Pick<Fault, 'sentence' | 'severity'>[] {
  if (!kindsOf(told).has(kind)) return [{ sentence: `“${kind}”没有在事先告知书中告知。` }];
  const isKind = (name: string): boolean => name === kind;
  const [before, after] = [amountOf(told, isKind), amountOf(decided, isKind)];
  if (before !== null && after !== null && after > before)
    return [{ sentence: `${kind}${after}元重于告知的${before}元；不得因申辩加重处罚，确需加重的须重新告知。` }];
  const [announced, imposed] = [contentsOf(told, kind), contentsOf(decided, kind)];
  if (announced === imposed) return [];
  // Words cannot be weighed: a person says that it is not more than what was told.
  return [
    {
      sentence: `“${kind}”决定的是“${imposed}”，告知的是“${announced}”；范围更大、期限更长或者对象不同的须重新告知，减轻的写明理由。`,
      severity: 'err',
    },
  ];
}

/** A decision heavier than what the party was told, which a defence must never bring about (处罚法44、45). */
export function aggravated(judgement: Judgement): Fault[] {
  const notice = issuedIn(judgement, paperIds.priorNotice).at(-1);
  const told = notice === undefined ? [] : rowsOf(notice, 'penalties');
  if (told.length === 0) return [];
  return papersIn(judgement, paperIds.penaltyDecision).flatMap((paper) => {
    const decided = rowsOf(paper, 'penalties');
    return [...kindsOf(decided)].flatMap((kind) =>
      heavierIn(kind, told, decided).map(({ sentence, ...severity }) => ({
        ...faultIn(paper, sentence, 'penalties'),
        ...severity,
      })),
    );
  });
}
