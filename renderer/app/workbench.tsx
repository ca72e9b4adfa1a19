import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Place, SessionState } from '../../shared/contract/session.ts';
import { createFlushRegistry, FlushRegistryContext } from '../parts/drafts/flush-registry.ts';
import { createKeys, KeysContext, useKeyListener } from '../ui/keys.ts';
import { createUploads } from '../parts/uploads/upload-store.ts';
import { sendFile, UploadsContext } from '../parts/uploads/uploads.ts';
import { useFormDraftsSaved } from '../parts/drafts/use-form-drafts-saved.ts';
import { createQueryClient, queries } from '../data/queries.ts';
import { createAppRouter } from './router.tsx';
import { LiveSession } from '../screens/session/live-session.tsx';

export interface WorkbenchProps {
  session: SessionState;
  /** Where the lock met this person; null for a fresh start. */
  place: Place | null;
  onLocked: (session: SessionState) => void;
  /** Somebody else sits here now (就地签批). */
  onHandedOver: (session: SessionState, deskPaper: string | null) => void;
}

/** Everything an unlocked session has: one cache, one router, one set of keys. All of it goes when the workstation locks. */
export function Workbench({ session, place, onLocked, onHandedOver }: WorkbenchProps) {
  const [keys] = useState(createKeys);
  const [drafts] = useState(createFlushRegistry);
  const [uploads] = useState(() => createUploads(sendFile));
  const [router] = useState(createAppRouter);
  const [cache] = useState(() => {
    // A call that finds the workstation locked makes the session be asked for; what it says is acted on in LiveSession.
    const client = createQueryClient(() => void client.invalidateQueries({ queryKey: queries.session.key() }));
    return client;
  });
  useKeyListener(keys);
  useFormDraftsSaved(drafts);
  useEffect(() => {
    return () => {
      uploads.stop();
      cache.clear();
    };
  }, [cache, uploads]);

  return (
    <QueryClientProvider client={cache}>
      <KeysContext value={keys}>
        <FlushRegistryContext value={drafts}>
          <UploadsContext value={uploads}>
            <LiveSession first={session} place={place} drafts={drafts} onLocked={onLocked} onHandedOver={onHandedOver}>
              <RouterProvider router={router} />
            </LiveSession>
          </UploadsContext>
        </FlushRegistryContext>
      </KeysContext>
    </QueryClientProvider>
  );
}
