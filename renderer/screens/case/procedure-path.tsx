import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { partyNamed } from '../../../shared/procedure/parties.ts';
import type { GuideStep, Obstacle, Step } from '../../../shared/procedure/procedure.ts';
import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useRight } from '../../data/rights.ts';
import { placeOf } from './next-place.ts';
import { OtherPapers } from './other-papers.tsx';
import { PaperLine } from './paper-line.tsx';
import css from './procedure-path.module.css';
import { beginningsOf, servedBy, whyClosed } from './step-beginnings.ts';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

const stateWords: Record<GuideStep['state'], string> = {
  done: '已完成',
  current: '可以办理',
  waiting: '等前一步',
  'not-needed': '本案不需要',
};
const stateMarks: Record<GuideStep['state'], string> = { done: '✓', current: '●', waiting: '○', 'not-needed': '－' };

/** The procedure as a path: stages, steps, what is done, what is missing, the papers of the step in hand. */
export function ProcedurePath() {
  const { guide } = useCalmCase();
  const { stepId } = useWorkspace();
  const shown = useMemo(() => guide.filter((guideStep) => guideStep.state !== 'not-needed'), [guide]);
  const stages = useMemo(() => byStage(shown), [shown]);
  const spared = guide.filter((guideStep) => guideStep.state === 'not-needed');
  const done = guide.filter((guideStep) => guideStep.state === 'done').length;
  const needed = guide.filter((guideStep) => guideStep.required || guideStep.state === 'done').length;
  return (
    <nav className={css.path} aria-label="办案流程" data-pane onKeyDown={moveByArrow}>
      <p className={css.progress}>
        必经{needed}步，已完成{done}步
      </p>
      {stages.map(([stage, steps]) => (
        <section key={steps[0]?.step.id}>
          <h2 className={css.stage}>{stage}</h2>
          <ol className={css.steps}>
            {steps.map((guideStep) => (
              <PathStep key={guideStep.step.id} guideStep={guideStep} open={guideStep.step.id === stepId} />
            ))}
          </ol>
        </section>
      ))}
      {spared.length > 0 && (
        <details className={css.spared} open={spared.some((guideStep) => guideStep.step.id === stepId) || undefined}>
          <summary className={css.stage}>本案现在不需要的步骤（{spared.length}）</summary>
          <ol className={css.steps}>
            {spared.map((guideStep) => (
              <PathStep key={guideStep.step.id} guideStep={guideStep} open={guideStep.step.id === stepId} />
            ))}
          </ol>
        </details>
      )}
      <OtherPapers />
    </nav>
  );
}

/** Steps under the heading of their stage, in the order they are taken: a stage that comes again later has its heading again. */
const byStage = (guide: readonly GuideStep[]): [Step['stage'], GuideStep[]][] => {
  const runs: [Step['stage'], GuideStep[]][] = [];
  for (const guideStep of guide) {
    const last = runs.at(-1);
    if (last?.[0] === guideStep.step.stage) last[1].push(guideStep);
    else runs.push([guideStep.step.stage, [guideStep]]);
  }
  return runs;
};

function PathStep({ guideStep, open }: { guideStep: GuideStep; open: boolean }) {
  const { openPaper, chooseStep } = useWorkspace();
  const { step, state, required, stepPaperIds } = guideStep;
  const missing = state === 'current' && stepPaperIds.length > 0 ? gapsOf(guideStep).length : 0;
  const optional = state === 'current' && !required && stepPaperIds.length === 0;
  const choose = (): void => {
    chooseStep(open ? null : step.id);
    const newest = stepPaperIds.at(-1);
    if (!open && newest !== undefined) openPaper(newest);
  };
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={line} className={css.step} data-state={state}>
      <button type="button" className={css.name} data-step={step.id} aria-expanded={open} onClick={choose}>
        <span className={css.mark} aria-hidden>
          {optional ? '○' : stateMarks[state]}
        </span>
        <span className={css.words}>{step.name}</span>
        <span className="unseen">{stateWords[state]}</span>
        {missing > 0 && <span className={css.missing}>缺{missing}项</span>}
        {optional && <span className={css.tag}>可选</span>}
      </button>
      {open && <StepDetail guideStep={guideStep} />}
    </li>
  );
}

function StepDetail({ guideStep }: { guideStep: GuideStep }) {
  const { file, input } = useCalmCase();
  const { start, go } = useWorkspace();
  const right = useRight('documents.create');
  const { step, state, stepPaperIds } = guideStep;
  const obstacles = gapsOf(guideStep);
  const papers = stepPaperIds.flatMap((id) => file.papers.find((paper) => paper.id === id) ?? []);
  const reason = right ?? whyClosed(file, step);
  return (
    <div className={css.detail}>
      <p className={css.why}>
        {step.why}
        <span className={css.together}>
          （<ArticleLink article={step.article} />）
        </span>
      </p>
      {papers.map((paper) => (
        <PaperLine key={paper.id} paper={paper} />
      ))}
      {obstacles.length > 0 && state !== 'done' && (
        <ul className={css.obstacles}>
          {obstacles.slice(0, shownObstacles).map((obstacle) => (
            <li key={`${obstacle.paperId} ${obstacle.sentence}`}>
              <button type="button" onClick={() => go(placeOf(obstacle))}>
                {obstacle.sentence}
              </button>
            </li>
          ))}
          {obstacles.length > shownObstacles && <li>还有{obstacles.length - shownObstacles}项，按 F2 逐项办理。</li>}
        </ul>
      )}
      {'volume' in step.doneBy && state !== 'done' && (
        <ReasonButton data-start={step.id} onClick={() => go({ want: 'archive', sentence: '', stepId: step.id })}>
          去归档
        </ReasonButton>
      )}
      {beginningsOf(guideStep).map(({ templateId, partyId }) => (
        <ReasonButton
          key={`${templateId} ${partyId}`}
          data-start={step.id}
          data-party={partyId}
          data-testid={`start-${templateId}`}
          reason={reason}
          onClick={() => start(templateId, { serves: servedBy(file, step, partyId), partyId })}
        >
          {begin(papers, partyId, partyNamed(file, partyId))}
          {input.templates.get(templateId)?.name ?? templateId}
        </ReasonButton>
      ))}
    </div>
  );
}

function begin(papers: readonly Paper[], partyId: string | undefined, name: string): string {
  const again = papers.some((paper) => partyId === undefined || paper.partyId === partyId);
  return `${name === '' ? '' : `给${name}`}${again ? '再做一份' : '填写'}`;
}

const shownObstacles = 4;

/** What is missing; that a paper which is already being written has not been issued yet is no news. */
const gapsOf = ({ step, stepPaperIds, obstacles }: GuideStep): Obstacle[] =>
  obstacles.filter(
    (obstacle) =>
      stepPaperIds.length === 0 ||
      obstacle.paperId !== undefined ||
      obstacle.partyId !== undefined ||
      obstacle.stepId !== step.id,
  );

/** Up and down go from step to step, without a stop of Tab for each. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button')].filter((button) =>
    button.checkVisibility(),
  );
  const next = stops[stops.indexOf(event.target as HTMLElement) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
