import { useRef, type KeyboardEvent } from 'react';
import { bindingPeriods } from '../../../shared/periods/binding.ts';
import { usePeriodState } from '../../parts/days/day.tsx';
import { spanWords } from '../../parts/days/day-span.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKey } from '../../ui/keys.ts';
import css from './stage-strip.module.css';
import { stageNow, stages, stagesOf, type StageStanding } from './stages.ts';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** What the tabs of the stages show the steps in. */
export const PATH_ID = 'case-path';

/** The whole procedure in sight: how each stage stands, and the way to its steps. */
export function StageStrip() {
  const { guide, file } = useCalmCase();
  const { stage, chooseStage } = useWorkspace();
  const row = useRef<HTMLDivElement>(null);
  const looked = stage ?? stageNow(guide);
  const choose = (by: number, focus: boolean): void => {
    const next = stages[(stages.indexOf(looked) + by + stages.length) % stages.length] ?? looked;
    chooseStage(next);
    if (focus) row.current?.querySelector<HTMLElement>(`[data-stage="${next}"]`)?.focus();
  };
  useKey('Alt+PageUp', () => choose(-1, false), { name: '上一环节' });
  useKey('Alt+PageDown', () => choose(1, false), { name: '下一环节' });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.altKey) return;
    event.preventDefault();
    choose(by, true);
  };
  const standings = stagesOf(guide, file);
  const first = standings.find(({ state }) => state === 'current')?.stage;
  return (
    <div ref={row} className={css.strip} role="tablist" aria-label="办案阶段" data-pane onKeyDown={onKeyDown}>
      {standings.map((standing) => (
        <StageCell
          key={standing.stage}
          standing={standing}
          chosen={standing.stage === looked}
          isFirst={standing.stage === first}
          onChoose={() => chooseStage(standing.stage)}
        />
      ))}
    </div>
  );
}

interface StageCellProps {
  standing: StageStanding;
  chosen: boolean;
  /** The first stage that is under way: the period that binds now is its own. */
  isFirst: boolean;
  onChoose: () => void;
}

function StageCell({ standing, chosen, isFirst, onChoose }: StageCellProps) {
  const { stage, state, required, done } = standing;
  return (
    <button
      type="button"
      role="tab"
      className={css.cell}
      aria-selected={chosen}
      aria-controls={PATH_ID}
      tabIndex={chosen ? 0 : -1}
      data-stage={stage}
      data-state={state}
      onClick={onChoose}
    >
      <span className={css.head}>
        <span className={css.name}>
          {state === 'done' && <Icon className={css.mark} name="done" />}
          {stage}
        </span>
        {required > 0 && (
          <span className={css.count}>
            {done}/{required}
          </span>
        )}
      </span>
      <StageLine standing={standing} isFirst={isFirst} />
      <progress className={css.bar} max={Math.max(required, 1)} value={done} aria-hidden />
    </button>
  );
}

function StageLine({
  standing: { state, missing, days, waitsFor },
  isFirst,
}: Omit<StageCellProps, 'chosen' | 'onChoose'>) {
  const { file, periods } = useCalmCase();
  const period = usePeriodState(isFirst ? bindingPeriods(periods)[0] : undefined, file.today);
  const words: Record<StageStanding['state'], string> = {
    done: days === null ? '已办' : spanWords(days[0], days[1], file.today),
    current: [missing > 0 ? `缺${missing}项` : '', period?.words ?? ''].filter(Boolean).join(' · ') || '正在办',
    waiting: waitsFor === null ? '未开始' : `等${waitsFor}`,
    unneeded: days === null ? '本案不需要' : spanWords(days[0], days[1], file.today),
  };
  return <span className={css.line}>{words[state]}</span>;
}
