import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import type { GuideStep } from '../../../shared/procedure/procedure.ts';
import { Icon } from '../../ui/icon.tsx';
import { OtherPapers } from './other-papers.tsx';
import { PathStep } from './path-step.tsx';
import css from './procedure-path.module.css';
import { PATH_ID } from './stage-strip.tsx';
import { groupsOf, stageNow, stepsDue } from './stages.ts';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

/** The steps of the case by what they ask of the clerk: what is to be done now, the stage that is looked at, what comes, what is done, what may be added. */
export function ProcedurePath() {
  const { guide, periods, rules, file } = useCalmCase();
  const { stage } = useWorkspace();
  const looked = stage ?? stageNow(guide);
  const { now, ofStage, next, done, optional, spared } = useMemo(
    () => groupsOf(guide, looked, stepsDue(guide, { periods, rules, today: file.today })),
    [guide, looked, periods, rules, file.today],
  );
  const doneCount = done.reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <nav id={PATH_ID} className={css.path} aria-label="办案流程" data-pane onKeyDown={moveByArrow}>
      <Group title="现在办" steps={now} />
      <Group title={looked} steps={ofStage} />
      <Group title="接下来" steps={next} />
      {doneCount > 0 && (
        <section>
          <h2 className={css.stage}>已办 {doneCount} 步</h2>
          {done.map(({ stage: of, steps }) => (
            <Folded key={of} steps={steps} isDone title={of} count={`${steps.length} 步`} />
          ))}
        </section>
      )}
      <section className={css.rest}>
        <Folded steps={optional} title="可以加做的步骤" count={optional.length} />
        <Folded steps={spared} title="本案不需要的步骤" count={spared.length} />
        <OtherPapers />
      </section>
    </nav>
  );
}

function Group({ title, steps }: { title: string; steps: readonly GuideStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section>
      <h2 className={css.stage}>{title}</h2>
      <Steps steps={steps} />
    </section>
  );
}

const Steps = ({ steps }: { steps: readonly GuideStep[] }) => (
  <ol className={css.steps}>
    {steps.map((guideStep) => (
      <PathStep key={guideStep.step.id} guideStep={guideStep} />
    ))}
  </ol>
);

interface FoldedProps {
  steps: readonly GuideStep[];
  isDone?: boolean;
  title: string;
  count: ReactNode;
}

/** Steps that are out of the way until somebody looks for them; the one in hand is never hidden. */
function Folded({ steps, isDone = false, title, count }: FoldedProps) {
  const { stepId } = useWorkspace();
  if (steps.length === 0) return null;
  return (
    <details className={css.folded} open={steps.some(({ step }) => step.id === stepId) || undefined}>
      <summary>
        {isDone && <Icon className={css.mark} name="done" />}
        <span className={css.words}>{title}</span>
        <span className={css.tag}>{count}</span>
      </summary>
      <Steps steps={steps} />
    </details>
  );
}

/** Up and down go from step to step, Home and End to the first and the last, without a stop of Tab for each. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button, summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  const here = stops.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: stops.length - 1 }[event.key];
  const stop = here < 0 || next === undefined ? undefined : stops[next];
  if (stop === undefined) return;
  event.preventDefault();
  stop.focus();
}
