import { useMutation } from '@tanstack/react-query';
import type { Paper } from '../../../shared/case-file.ts';
import type { PaperDraft } from './paper-drafts.ts';
import { useCaseWork } from './use-case-work.ts';
import type { CaseWork } from './use-case-work.ts';
import { refused, unsavedFault } from './unsaved-fault.ts';

export interface PaperVersion {
  paperId: string;
  version: number;
}

export interface PaperAct {
  /** Saves what is typed, then asks main on the newest version; `done` is told the paper it answers. */
  run: (call: (current: PaperVersion) => Promise<Paper>, done?: (paper: Paper) => void) => void;
  busy: boolean;
  error: unknown;
  forget: () => void;
}

interface ActOnPaper {
  call: (current: PaperVersion) => Promise<Paper>;
  done: ((paper: Paper) => void) | undefined;
}

/** One act on a paper (送审、签名、出具 …). What was typed is durable before main is asked. */
export function usePaperAct(paperId: string): PaperAct {
  const work = useCaseWork();
  const mutation = useMutation({
    mutationFn: async ({ call, done }: ActOnPaper) => {
      const draft = await durable(work, paperId);
      const paper = await call({ paperId, version: draft.paper.version });
      work.take(paper);
      // Told here, because the button that asked may be gone with the new state of the paper.
      done?.(paper);
    },
  });
  return {
    run: (call, done) => mutation.mutate({ call, done }),
    busy: mutation.isPending,
    error: mutation.error,
    forget: mutation.reset,
  };
}

/** The draft once nothing of it is unsaved; throws why it cannot be saved. */
async function durable({ drafts, input }: CaseWork, paperId: string): Promise<PaperDraft> {
  const saved = await drafts.flush(paperId);
  const draft = drafts.snapshot().get(paperId);
  if (draft === undefined) throw refused({ code: 'not-found', what: 'paper' });
  if (!saved) throw unsavedFault(draft, input.templates.get(draft.paper.templateId));
  return draft;
}
