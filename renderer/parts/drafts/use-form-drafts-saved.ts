import { useEffect } from 'react';
import { useWindowEnd } from '../../data/window-end.ts';
import type { FlushRegistry } from './flush-registry.ts';
import { useFormDraftStores } from './form-draft-state.ts';

/** Makes unsaved forms durable before the lock and when the window closes. */
export function useFormDraftsSaved(registry: FlushRegistry): void {
  const { drafts } = useFormDraftStores();
  useEffect(() => registry.register(drafts.flush), [registry, drafts]);
  useWindowEnd(() => ({ forms: drafts.unsaved() }));
}
