import { useState, type KeyboardEvent } from 'react';
import type { LaneCase } from '../../../shared/contract/households.ts';
import { addDays } from '../../../shared/time/moments.ts';
import { useToday } from '../../data/session.ts';
import { caseStateWords, numberWords } from '../../../shared/procedure/case-words.ts';
import { dayOf, dayWords } from '../../parts/days/day-words.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import css from './household-overview.module.css';
import { laneOf, type Lane } from './lane-places.ts';

/** More years than this are looked at whole or in their last three. */
const LONG_YEARS = 5;
const RECENT_DAYS = 3 * 365;
const BAR_TOP = 22;
const BAR_STEP = 20;
const BAR_HEIGHT = 14;
const MARK_TOP = 92;
const HEIGHT = 104;

interface YearLaneProps {
  cases: readonly LaneCase[];
  /** The case whose records are in hand. */
  chosen: string | undefined;
  onChoose: (caseId: string) => void;
}

/** The cases of all years as bars, with decisions, services and recordings below; ←→ go from case to case, Enter shows its records. */
export function YearLane({ cases, chosen, onChoose }: YearLaneProps) {
  const today = useToday();
  const [isRecent, setRecent] = useState(false);
  const lane = laneOf(cases, today, isRecent ? addDays(today, -RECENT_DAYS) : null);
  const isLong = laneOf(cases, today, null).years.length > LONG_YEARS;
  return (
    <div className={css.lane} data-pane>
      {isLong && (
        <div className={css.zoom}>
          <ReasonButton kind="quiet" aria-pressed={!isRecent} onClick={() => setRecent(false)}>
            全部
          </ReasonButton>
          <ReasonButton kind="quiet" aria-pressed={isRecent} onClick={() => setRecent(true)}>
            近 3 年
          </ReasonButton>
        </div>
      )}
      <svg className={css.drawing} height={HEIGHT} role="group" aria-label="各年案件">
        <Years lane={lane} />
        <Bars lane={lane} chosen={chosen} onChoose={onChoose} />
        {lane.marks.map(({ kind, name, day, at }, index) => (
          <svg key={index} x={`${at}%`} y={MARK_TOP} overflow="visible">
            <title>{`${dayWords(day)}　${name}`}</title>
            <Mark kind={kind} />
          </svg>
        ))}
      </svg>
      <p className={css.legend} aria-hidden>
        {(['决定', '送达', '音像'] as const).map((kind) => (
          <span key={kind}>
            <svg width="12" height="12" viewBox="-6 -6 12 12">
              <Mark kind={kind} />
            </svg>
            {kind}
          </span>
        ))}
      </p>
    </div>
  );
}

const Years = ({ lane: { years, today } }: { lane: Lane }) => (
  <>
    {years.map(({ year, at }) => (
      <g key={year}>
        <line className={css.yearLine} x1={`${at}%`} x2={`${at}%`} y1={0} y2={HEIGHT} />
        <text className={css.year} x={`${at}%`} dx={6} y={14}>
          {year}
        </text>
      </g>
    ))}
    <line className={css.todayLine} x1={`${today}%`} x2={`${today}%`} y1={0} y2={HEIGHT} />
    <text className={css.today} x={`${today}%`} dx={6} y={HEIGHT - 6}>
      今天
    </text>
  </>
);

function Bars({ lane: { bars }, chosen, onChoose }: { lane: Lane } & Omit<YearLaneProps, 'cases'>) {
  // Where cases run at once there is no room for their names.
  const isSingle = bars.every(({ row }) => row === 0);
  const chosenIndex = bars.findIndex(({ own }) => own.caseId === chosen);
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<SVGGElement>, caseId: string): void => {
    const next = { ArrowLeft: currentTarget.previousElementSibling, ArrowRight: currentTarget.nextElementSibling }[key];
    if (next instanceof SVGGElement) next.focus();
    if (key === 'Enter' || key === ' ') onChoose(caseId);
  };
  return (
    <g>
      {bars.map(({ own, row, at, length }, index) => (
        <g
          key={own.caseId}
          className={css.bar}
          role="button"
          aria-label={barWords(own)}
          aria-pressed={own.caseId === chosen}
          // One stop of Tab: the case in hand, else the newest.
          tabIndex={index === (chosenIndex < 0 ? bars.length - 1 : chosenIndex) ? 0 : -1}
          data-running={own.to === null || undefined}
          onClick={() => onChoose(own.caseId)}
          onKeyDown={(event) => onKeyDown(event, own.caseId)}
        >
          <title>{barWords(own)}</title>
          <rect x={`${at}%`} y={BAR_TOP + row * BAR_STEP} width={`${length}%`} height={BAR_HEIGHT} rx={2} />
          {isSingle && (
            <text className={css.cause} x={`${at}%`} y={BAR_TOP + 2 * BAR_STEP - 3}>
              {shortened(own.causeName)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

const LONGEST_NAME = 12;
const shortened = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

const barWords = ({ causeName, number, state, from, to }: LaneCase): string =>
  `${causeName}，${numberWords(number)}，${caseStateWords[state]}，${dayWords(dayOf(from))}至${to === null ? '今' : dayWords(dayOf(to))}`;

/** Told apart by shape as well as by colour. */
function Mark({ kind }: { kind: LaneCase['marks'][number]['kind'] }) {
  switch (kind) {
    case '决定':
      return <path className={css.decision} d="M0-5 5 0 0 5-5 0Z" />;
    case '送达':
      return <circle className={css.service} r={4} />;
    case '音像':
      return <rect className={css.recording} x={-4} y={-4} width={8} height={8} />;
  }
}
