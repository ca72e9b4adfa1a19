import { useMutation } from '@tanstack/react-query';
import type { TrayProposal } from '../../../shared/contract/tray.ts';
import { api } from '../../data/api.ts';
import { sayDone } from '../../ui/say-done.ts';

export interface TrayActs {
  place: (proposal: TrayProposal) => void;
  assign: (request: Parameters<typeof api.tray.assign>[0]) => void;
  toExhibit: (request: Parameters<typeof api.tray.toExhibit>[0]) => void;
  setAside: (request: Parameters<typeof api.tray.setAside>[0], done: () => void) => void;
  turn: (sheetId: string) => void;
  straighten: (sheetId: string, angle: number) => void;
  busy: boolean;
  error: unknown;
  forget: () => void;
}

/** What can be done with what lies in 收件; `onGone` hears that the line in hand leaves. */
export function useTrayActs(onGone: () => void): TrayActs {
  const act = useMutation({ mutationFn: (run: () => Promise<unknown>) => run() });
  const run = (call: () => Promise<unknown>, done?: () => void): void => {
    if (act.isPending) return;
    act.mutate(async () => {
      await call();
      done?.();
    });
  };
  return {
    place: (proposal) =>
      run(
        () => api.tray.place({ printId: proposal.printId, sheetIds: proposal.sheets.map(({ id }) => id) }),
        () => {
          onGone();
          sayDone(`已归入《${proposal.paperName}》${proposal.number}，${proposal.pages} 页。`);
        },
      ),
    assign: (request) => run(() => api.tray.assign(request)),
    toExhibit: (request) =>
      run(
        () => api.tray.toExhibit(request),
        () => {
          onGone();
          sayDone(`已收为证据“${request.details.title}”。`);
        },
      ),
    setAside: (request, done) =>
      run(
        () => api.tray.setAside(request),
        () => {
          onGone();
          done();
        },
      ),
    turn: (sheetId) => run(() => api.tray.turn({ sheetId })),
    straighten: (sheetId, angle) => run(() => api.tray.straighten({ sheetId, angle })),
    busy: act.isPending,
    error: act.error,
    forget: act.reset,
  };
}
