import type { Handover } from '../../../shared/contract/handover.ts';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { useToday } from '../../data/session.ts';
import { answerPeriod } from './handover-draft.ts';
import { Tag } from '../../ui/tag.tsx';

/** How the period of answering stands: days left until the receipt, then whether the material came in time. */
export function AnswerState({ handover }: { handover: Handover }) {
  const today = useToday();
  const { due, receipt, state } = handover;
  if (due === null) return <span className="second">期限未定</span>;
  if (state === 'failed') return <DayText value={due} />;
  if (receipt === null) return <PeriodTag period={answerPeriod(handover)} now={today} />;
  const late = receipt.receivedAt.slice(0, 10) > due;
  return <Tag tone={late ? 'overdue' : 'good'}>{late ? '逾期签收' : '期内签收'}</Tag>;
}
