import { useAlarms } from '../../data/alarms.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './frame.module.css';

/** What must be read stands above the screen until it is: red for harm to the record, plain for what start-up found. */
export function AlarmBar() {
  const { harms, notices, dismiss } = useAlarms();
  return (
    <>
      {harms.map((sentence) => (
        <p key={sentence} role="alert" className={`${css.alarm} ${css.alarmHarm}`}>
          <span>{sentence}</span>
          <ReasonButton onClick={() => dismiss(sentence)}>知道了</ReasonButton>
        </p>
      ))}
      {notices.map((sentence) => (
        <p key={sentence} role="status" className={css.alarm}>
          <span>{sentence}</span>
          <ReasonButton onClick={() => dismiss(sentence)}>知道了</ReasonButton>
        </p>
      ))}
    </>
  );
}
