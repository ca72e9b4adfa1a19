import type { Paper } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import { chineseDay } from '../time/chinese-day.ts';
import { dayOf } from '../time/moments.ts';
import { chargedDays } from './deadlines.ts';
import { periodIds } from './period-ids.ts';
import type { Period } from './rule.ts';
import { grownTo } from './surcharges.ts';

/** What a 履行情况记录 has to say of a fine that was paid late, by the keys of its fields, and how it was counted. */
export interface Lateness {
  dueDate: string;
  overdueDays: number;
  surcharge: number;
  words: string;
}
export const latenessKeys = ['dueDate', 'overdueDays', 'surcharge'] as const;

/** The last payment; of a fine that is not paid the day it is looked at. */
function dayCountedTo({ values }: Pick<Paper, 'values'>, today: string): string | null {
  if (values.performed === '未履行') return today;
  return typeof values.performedAt === 'string' && values.performedAt !== '' ? dayOf(values.performedAt) : null;
}

/** How late the fine of a 履行情况记录 is, by the periods of the case (处罚法72、73); null where none is late, or more than one. */
export function latenessOf(
  paper: Pick<Paper, 'templateId' | 'partyId' | 'values'>,
  periods: readonly Period[],
  today: string,
): Lateness | null {
  if (paper.templateId !== paperIds.performanceRecord) return null;
  const ofParty = ({ partyId }: Period): boolean => [null, partyId].includes(paper.partyId) || partyId === null;
  const [period, another] = periods.filter(
    (each) => each.ruleId === periodIds.fineSurcharge && each.charge !== null && ofParty(each),
  );
  const to = dayCountedTo(paper, today);
  if (!period?.charge || another !== undefined || to === null) return null;
  const { charge, from } = period;
  const overdueDays = chargedDays({ ...charge, from, to });
  const surcharge = grownTo(charge, from, to);
  const paused = charge.pauses.length > 0 ? '（复议、诉讼期间不计）' : '';
  const limited = surcharge === charge.principal ? '，已到上限' : '';
  return {
    dueDate: dayOf(from),
    overdueDays,
    surcharge,
    words: `按期限计算：应于${chineseDay(dayOf(from))}前缴清，计至${chineseDay(to)}逾期${overdueDays}日${paused}，每日按罚款${charge.principal}元的3%，共${surcharge}元${limited}`,
  };
}
