import { useQuery } from '@tanstack/react-query';
import { dayOf } from '../days/day-words.ts';
import { queries } from '../../data/queries.ts';
import { Fact } from '../../ui/fact.tsx';

const LAST = 2;

/** 04-08 */
const shortDay = (moment: string): string => dayOf(moment).slice(5);

/** 做到哪里: the last acts in a case. */
export function LastActs({ caseId, className }: { caseId: string; className?: string | undefined }) {
  const acts = useQuery(queries.cases.history.queryOptions({ input: { caseId, limit: LAST } }));
  if (acts.data === undefined || acts.data.length === 0) return null;
  return (
    <Fact term="做到哪里" className={className}>
      {acts.data
        .toReversed()
        .map(({ at, who, verb, what }) => `${shortDay(at)} ${who}${verb}“${what}”`)
        .join('　')}
    </Fact>
  );
}
