import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';

/** Says to whoever drives the window that the screen of this address is drawn and asks for nothing more. */
export function SettledMark() {
  const drawn = useRouterState({
    select: ({ status, resolvedLocation }) => (status === 'idle' ? resolvedLocation?.href : undefined),
  });
  const busy = useIsFetching() + useIsMutating();
  return <span hidden data-settled={busy === 0 ? drawn : undefined} />;
}
