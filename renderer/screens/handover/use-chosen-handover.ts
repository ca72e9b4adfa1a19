import type { HandoverItem } from '../../../shared/contract/handover.ts';
import { useToday } from '../../data/session.ts';
import { chosenKeys, whyNoLeave, whyNotAnswered, whyNotNoticed, type HandoverDraft } from './handover-draft.ts';
import { useHandoverPlan } from './use-handover-plan.ts';

/** A hand-over as it is chosen so far: what the draft leaves open is as the plan proposes. */
export interface ChosenHandover {
  plan: ReturnType<typeof useHandoverPlan>;
  items: readonly HandoverItem[];
  keys: string[];
  recipient: string;
  /** 答辩状 or 答复书. */
  answerName: string;
  /** Why each step is not complete, those before it included; null when it is. */
  missing: { notice: string | null; answer: string | null; items: string | null };
}

export function useChosenHandover(caseId: string, draft: HandoverDraft): ChosenHandover {
  const today = useToday();
  const plan = useHandoverPlan(caseId, draft);
  const items = plan.data?.items ?? [];
  const keys = chosenKeys(items, draft);
  const recipient = draft.recipient ?? plan.data?.recipients[0] ?? '';
  const answerName = plan.data?.answerName ?? '';
  const obstacle = plan.data?.obstacles[0]?.sentence;
  const notice =
    plan.error === null ? (obstacle ?? whyNotNoticed(draft, recipient, today)) : '这件案子现在不能准备移送材料。';
  const answer = notice ?? whyNotAnswered(draft, answerName);
  return {
    plan,
    items,
    keys,
    recipient,
    answerName,
    missing: {
      notice,
      answer,
      items: answer ?? whyNoLeave(draft, today) ?? (keys.length === 0 ? '请至少选一件材料。' : null),
    },
  };
}
