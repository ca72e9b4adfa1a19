import { useState } from 'react';
import type { SessionState } from '../../../shared/contract/session.ts';
import { api } from '../../data/api.ts';

/** Opens the profile for practice (练习), begins it anew, or leaves it; the page then comes anew, with nothing of the one before. */
export function usePractise({ kind }: SessionState['host']) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const practise = async (wanted: { on: boolean; anew?: boolean }): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await api.session.practise(wanted);
      history.replaceState(null, '', '/');
      // A host with a window gives it another page by itself.
      if (kind === 'headless') location.reload();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return { practise, busy, error };
}
