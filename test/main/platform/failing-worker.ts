import { threadId } from 'node:worker_threads';

/** Answers with the thread it runs in; one that is told to fails afterwards, when no task waits for it. */
export default function answer({ failAfter }: { failAfter: boolean }): number {
  if (failAfter)
    setTimeout(() => {
      throw new RangeError('of an idle thread');
    }, 20);
  return threadId;
}
