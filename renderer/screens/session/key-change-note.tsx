import { useEffect, useState } from 'react';
import type { KeyChangeProgress } from '../../../shared/contract/key-change.ts';
import { api } from '../../data/api.ts';
import { Note } from '../../ui/note.tsx';
import { Progress } from '../../ui/progress.tsx';

const ASK_MS = 500;

/** Somebody left: the log-in that is under way changes the key of the case files first, and this says how far it is. */
export function KeyChangeNote({ isOpening }: { isOpening: boolean }) {
  const progress = useKeyChange(isOpening);
  if (progress === null) return null;
  const { step, done, total } = progress;
  return (
    <Note happened="有人离开，正在更换案卷库的密钥，请等一会儿，不要关机。" data-testid="key-change">
      <p>{total === 0 ? `正在更换：${step}` : `正在更换：${step}，第 ${done} 份，共 ${total} 份`}</p>
      <Progress label="更换密钥" done={done} of={total} />
    </Note>
  );
}

/** Nobody is logged in who could be signalled, so the page asks. */
function useKeyChange(isOpening: boolean): KeyChangeProgress | null {
  const [progress, setProgress] = useState<KeyChangeProgress | null>(null);
  useEffect(() => {
    if (!isOpening) return undefined;
    const ask = (): void =>
      void api.session.state().then(
        ({ keyChange }) => setProgress(keyChange),
        () => undefined,
      );
    const timer = setInterval(ask, ASK_MS);
    return () => clearInterval(timer);
  }, [isOpening]);
  return isOpening ? progress : null;
}
