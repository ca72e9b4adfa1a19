import { Piscina } from 'piscina';

/** Hears of a fault of a thread that no task waits for any more. */
export type OnFault = (fault: unknown) => void;

export interface ThreadOptions {
  /** Milliseconds without a task after which the thread ends. */
  idleTimeout: number;
  tasksAtATime?: number;
  /** MiB of V8's nursery. */
  youngGeneration?: number;
  onFault: OnFault;
}

/** How long a thread that is closed may take for the task in hand. */
const LAST_TASK_MS = 5_000;

/**
 * A thread beside the host that starts with its first task and starts anew after a fault. A fault during a task rejects the task; one
 * of an idle thread would end the program if nobody listened, so it goes to `onFault`.
 */
export function workerThread(
  worker: URL,
  { idleTimeout, tasksAtATime = 1, youngGeneration, onFault }: ThreadOptions,
): Piscina {
  const thread = new Piscina({
    filename: worker.href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: tasksAtATime,
    closeTimeout: LAST_TASK_MS,
    idleTimeout,
    ...(youngGeneration === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } }),
    // Waiting by Atomics would stop the ports of a task that is under way.
    atomics: 'disabled',
  });
  thread.on('error', onFault);
  return thread;
}
