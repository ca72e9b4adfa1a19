import type { SessionState } from '../../../shared/contract/session.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { usePractise } from './use-practise.ts';

/** The way to the profile for practice, for who is new: before a log-in, because nobody needs an account to learn. */
export function PractiseButton({ host }: Pick<SessionState, 'host'>) {
  const { practise, busy, error } = usePractise(host);
  return (
    <>
      <ReasonButton kind="quiet" busy={busy} onClick={() => void practise({ on: true })} data-testid="practise">
        {busy ? '正在准备练习，第一次要等一会儿…' : '先练习一下'}
      </ReasonButton>
      <RefusalNote error={error} />
    </>
  );
}
