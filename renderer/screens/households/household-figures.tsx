import type { HouseholdOverview } from '../../../shared/contract/households.ts';
import css from './household-overview.module.css';

interface HouseholdFiguresProps {
  overview: HouseholdOverview;
  onShowCases: () => void;
  onShowRecordings: () => void;
}

interface Figure {
  name: string;
  value: string;
  /** Red is for what is past its day. */
  isOverdue?: boolean;
  act?: () => void;
}

/** What a decision has to weigh at a glance; what can be shown is a button. */
export function HouseholdFigures({ overview, onShowCases, onShowRecordings }: HouseholdFiguresProps) {
  const { cases, running, penalties, fines, overdueDuties, recordings, sameCause } = overview;
  const figures: Figure[] = [
    { name: running === 0 ? '案件' : `案件（在办 ${running}）`, value: String(cases), act: onShowCases },
    { name: '行政处罚', value: String(penalties) },
    { name: '罚款合计（元）', value: fines.toLocaleString('zh-CN') },
    { name: '逾期未履行', value: String(overdueDuties), isOverdue: overdueDuties > 0 },
    { name: '音像记录', value: String(recordings), act: onShowRecordings },
  ];
  return (
    <div className={css.figures} role="group" aria-label="概况" data-pane>
      {figures.map((figure) => (
        <Shown key={figure.name} {...figure} />
      ))}
      {sameCause !== null && (
        <p className={css.sameCause}>
          <strong>{sameCause.causeName}</strong>已有 {sameCause.count} 件，裁量时请一并看以前的处理。
        </p>
      )}
    </div>
  );
}

function Shown({ name, value, isOverdue = false, act }: Figure) {
  const words = (
    <>
      <strong className={`${css.value} ${isOverdue ? 'harm' : ''}`}>{value}</strong>
      <span className={css.name}>{name}</span>
    </>
  );
  return act === undefined ? (
    <div className={css.figure}>{words}</div>
  ) : (
    <button type="button" className={css.figure} onClick={act}>
      {words}
    </button>
  );
}
