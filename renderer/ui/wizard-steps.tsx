import { ReasonButton } from './reason-button.tsx';
import css from './wizard-steps.module.css';

export interface WizardStep {
  name: string;
  /** Why it cannot be gone to yet; null when it can. */
  reason: string | null;
}

/** The few wide steps of a wizard; those that are open can be gone to directly. */
export function WizardSteps({
  label,
  steps,
  current,
  onGo,
}: {
  label: string;
  steps: readonly WizardStep[];
  /** The step in hand, from 0. */
  current: number;
  onGo: (index: number) => void;
}) {
  return (
    <ol className={css.steps} aria-label={label}>
      {steps.map(({ name, reason }, index) => (
        <li key={name} className={css.step}>
          <ReasonButton
            kind="quiet"
            reason={index === current ? null : reason}
            aria-current={index === current ? 'step' : undefined}
            onClick={() => onGo(index)}
            data-testid={`step-${index + 1}`}
          >
            <span className={css.number} aria-hidden>
              {index + 1}
            </span>
            {name}
          </ReasonButton>
        </li>
      ))}
    </ol>
  );
}
