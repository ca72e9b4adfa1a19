import type { Values } from '../../../shared/template/values.ts';

export interface PreviewRequest {
  paperId: string;
  values: Values;
  /** Signatures and opinions as main holds them; main prints them from its own record, a change of them only asks for a new page. */
  marks: string;
}

interface PreviewerOptions<Answer> {
  fetch: (request: PreviewRequest) => Promise<Answer>;
  /** The newest preview that came; older ones never follow. */
  onAnswer: (answer: Answer) => void;
  onFault: (fault: unknown) => void;
}

/** Asks for previews one at a time; what is wanted in one turn goes into one, and while one is made only the newest request is kept. */
export function createPreviewer<Answer>({ fetch, onAnswer, onFault }: PreviewerOptions<Answer>): {
  want: (request: PreviewRequest) => void;
  stop: () => void;
} {
  let newest: PreviewRequest | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: 'idle' | 'busy' | 'stopped' = 'idle';
  const isStopped = (): boolean => state === 'stopped';

  async function make(request: PreviewRequest): Promise<void> {
    try {
      const answer = await fetch(request);
      if (!isStopped()) onAnswer(answer);
    } catch (fault) {
      // A newer request makes the fault of an older one worthless.
      if (!isStopped() && newest === undefined) onFault(fault);
    }
  }

  async function work(): Promise<void> {
    timer = undefined;
    if (state !== 'idle') return;
    state = 'busy';
    for (let request = newest; request !== undefined && !isStopped(); request = newest) {
      newest = undefined;
      await make(request);
    }
    if (!isStopped()) state = 'idle';
  }

  return {
    want: (request) => {
      newest = request;
      timer ??= setTimeout(() => void work());
    },
    stop: () => {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}
