import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { InboxItem } from '../../../shared/contract/inbox.ts';
import { offeredDays } from '../../../shared/inbox/snooze.ts';
import { DateInput } from '../../parts/days/date-input.tsx';
import { useToday } from '../../data/session.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { shortDay } from './inbox-words.ts';
import css from './item-pane.module.css';

interface SnoozeBarProps {
  item: InboxItem;
  onChoose: (until: string) => void;
  onClose: () => void;
}

/** Why a line may not be put off to a day; null when it may. Main judges again. */
function whyNot({ latest }: InboxItem, day: string, today: string): string | null {
  if (latest === null || day <= latest) return null;
  return `最晚只能稍后到${shortDay(latest, today)}，要给到期前留出3个工作日。`;
}

/** 稍后到: 明天, 下周一, or a day. Esc goes back. */
export function SnoozeBar({ item, onChoose, onClose }: SnoozeBarProps) {
  const today = useToday();
  const { tomorrow, monday } = offeredDays(today);
  const [day, setDay] = useState('');
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={first}
      role="group"
      aria-label="稍后到"
      className={css.snooze}
      onKeyDown={onKeyDown}
      data-testid="snooze-bar"
    >
      {[
        { name: '明天', until: tomorrow },
        { name: '下周一', until: monday },
      ].map(({ name, until }) => (
        <ReasonButton key={name} reason={whyNot(item, until, today)} onClick={() => onChoose(until)}>
          {name} {shortDay(until, today)}
        </ReasonButton>
      ))}
      <span className={css.day}>
        <DateInput aria-label="稍后到哪一天" value={day} onChange={setDay} name="snooze-until" />
      </span>
      <ReasonButton
        kind="primary"
        reason={day === '' ? '请先写明稍后到哪一天。' : whyNot(item, day, today)}
        onClick={() => onChoose(day)}
      >
        稍后到这一天
      </ReasonButton>
      <ReasonButton kind="quiet" keyHint="Esc" onClick={onClose}>
        不推
      </ReasonButton>
    </div>
  );
}

/** Why a line may not be put off at all; null when it may. */
export const whyNotLater = ({ overdue, latest, title }: InboxItem): string | null => {
  if (latest !== null) return null;
  return overdue
    ? `“${title}”已经逾期，不能稍后，请现在办理。`
    : `“${title}”离最后一天不足3个工作日，不能稍后，请现在办理。`;
};
