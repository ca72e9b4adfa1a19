import type { ReactNode } from 'react';
import type { CaseFile } from '../../../shared/case-file.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { ActBar } from '../../ui/act-bar.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { WizardSteps, type WizardStep } from '../../ui/wizard-steps.tsx';
import css from './case-wizard.module.css';
import type { WizardProgress } from './use-wizard-progress.ts';

export interface CaseWizardProps {
  title: string;
  file: CaseFile;
  /** What the regulation asks for, beside the case. */
  duty: ReactNode;
  /** What the steps are called together. */
  label: string;
  steps: readonly WizardStep[];
  progress: WizardProgress;
  /** Why the earlier steps are closed now; null when they are open. */
  whyNotBack: string | null;
  /** Why the next step is closed; null when it is open. */
  whyNotNext: string | null;
  /** What is still missing, in the foot. */
  missing: string | null;
  isReady: boolean;
  /** Stands in the place of 上一步 once there is no way back. */
  leave?: ReactNode;
  /** The step in hand. */
  children: ReactNode;
}

/** A task about one case that is done step by step: 立卷归档, 准备移送材料. */
export function CaseWizard(props: CaseWizardProps) {
  const { title, file, duty, label, steps, progress, whyNotBack, whyNotNext, missing, isReady, leave, children } =
    props;
  const { step, isLast, goTo, next } = progress;
  useKey('Ctrl+Enter', !isLast && whyNotNext === null ? next : null, { hint: '下一步' });
  return (
    <div className={css.wizard} data-ready={isReady || undefined}>
      <ScreenHead
        title={title}
        facts={
          <>
            <strong>{partiesTitle(file.parties.map(({ name }) => name))}</strong>　{file.case.causeName}
            {'　'}
            {file.case.number}
          </>
        }
        chip={duty}
      />
      <WizardSteps label={label} current={step} onGo={goTo} steps={steps} />
      <div className={css.body}>{children}</div>
      <ActBar note={missing}>
        {leave ??
          (step > 0 && (
            <ReasonButton reason={whyNotBack} onClick={() => goTo(step - 1)}>
              上一步
            </ReasonButton>
          ))}
        {!isLast && (
          <ReasonButton kind="primary" reason={whyNotNext} keyHint="Ctrl+Enter" onClick={next} data-testid="next-step">
            下一步
          </ReasonButton>
        )}
      </ActBar>
    </div>
  );
}
