import { useEffect, useRef } from 'react';
import type { GuideStep } from '../../../shared/procedure/procedure.ts';
import { monthDayWords } from '../../parts/days/day-span.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PaperLines } from './paper-lines.tsx';
import css from './procedure-path.module.css';
import { lastIssue, missingOf } from './stages.ts';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

const stateWords: Record<GuideStep['state'], string> = {
  done: '已完成',
  current: '可以办理',
  waiting: '等前一步',
  'not-needed': '本案不需要',
};
const stateIcons: Record<GuideStep['state'], IconName> = {
  done: 'done',
  current: 'now',
  waiting: 'later',
  'not-needed': 'needless',
};

/** One step: pressed, it opens its newest paper, or stands in the middle itself while it has none. */
export function PathStep({ guideStep }: { guideStep: GuideStep }) {
  const { openPaper, openStep, stepId } = useWorkspace();
  const { file } = useCalmCase();
  const { step, state, required, stepPaperIds } = guideStep;
  const open = step.id === stepId;
  const optional = state === 'current' && !required && stepPaperIds.length === 0;
  const issuedAt = state === 'done' ? lastIssue(guideStep, file) : undefined;
  const missing = missingOf(guideStep);
  const choose = (): void => {
    const newest = stepPaperIds.at(-1);
    if (newest === undefined) openStep(step.id);
    else openPaper(newest);
  };
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={line} className={css.step} data-state={state}>
      <button
        type="button"
        className={css.name}
        data-step={step.id}
        aria-current={open ? 'step' : undefined}
        title={step.name}
        onClick={choose}
      >
        <Icon className={css.mark} name={optional ? 'later' : stateIcons[state]} />
        <span className={css.words}>{step.name}</span>
        <span className="unseen">{stateWords[state]}</span>
        {missing > 0 && <span className={css.missing}>缺{missing}</span>}
        {optional && <span className={css.tag}>可选</span>}
        {issuedAt !== undefined && <span className={css.tag}>{monthDayWords(issuedAt, file.today)}</span>}
      </button>
      {open && stepPaperIds.length > 0 && <PapersOfStep guideStep={guideStep} />}
    </li>
  );
}

/** The papers of the step in hand where there is a choice between them, and the way to another one. */
function PapersOfStep({ guideStep: { step, stepPaperIds, templateIds } }: { guideStep: GuideStep }) {
  const { file } = useCalmCase();
  const { openStep } = useWorkspace();
  const papers = stepPaperIds.flatMap((id) => file.papers.find((paper) => paper.id === id) ?? []);
  if (papers.length < 2 && templateIds.length === 0) return null;
  return (
    <div className={css.detail}>
      <PaperLines papers={papers} />
      {templateIds.length > 0 && (
        <button type="button" className={css.more} data-more={step.id} onClick={() => openStep(step.id)}>
          再做一份…
        </button>
      )}
    </div>
  );
}
