import * as z from 'zod';
import { useFormDraft } from '../drafts/form-draft-state.ts';
import type { JobOfCase } from './job-of-case.ts';

/** Which step of a wizard is in hand. */
export interface WizardProgress {
  step: number;
  isLast: boolean;
  goTo: (step: number) => void;
  next: () => void;
  /** The task is done: the step is not kept any longer. */
  forget: () => void;
}

export interface WizardProgressOptions {
  /** Under which the step is kept. */
  key: string;
  lastStep: number;
  /** The long job of the last step. */
  job: JobOfCase;
  /** The job is done and its outcome in view. */
  isDone?: boolean;
}

/** The step of a wizard; who comes back while its job is under way comes back to the last step, where its progress is shown. */
export function useWizardProgress({ key, lastStep, job, isDone = false }: WizardProgressOptions): WizardProgress {
  const [reached, setReached, forget] = useFormDraft(key, z.int().min(0).max(lastStep), () => 0);
  const step = job.jobId === null && !isDone ? reached : lastStep;
  return {
    step,
    isLast: step === lastStep,
    goTo: (chosen) => {
      job.forget();
      setReached(chosen);
    },
    next: () => setReached(step + 1),
    forget,
  };
}
