import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { LentSeat } from '../../../shared/contract/session.ts';
import { useSeat } from '../../data/seat.ts';
import { useOperator } from '../../data/session.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { focusNextPane } from '../../ui/panes.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { places } from '../places.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { LockButton } from './lock-button.tsx';
import { SettledMark } from './settled-mark.tsx';
import { StatusLine } from './status-line.tsx';
import { Unsaved } from './unsaved.tsx';
import css from './frame.module.css';

/** What stands round 审批 at a lent seat: whose it is, and the way back. No other place of the program is to be had from here. */
export function LentFrame({ owner }: Pick<LentSeat, 'owner'>) {
  const isAtDesk = useAtDeskOnly();
  const { name } = useOperator();
  const { giveBack, busy, error } = useSeat();
  useKey('F6', focusNextPane, { hint: '换区' });
  useKey('Alt+B', giveBack, { hint: `还给${owner.name}` });
  return (
    <div className={`${css.frame} ${css.lent}`}>
      <header className={css.band} data-testid="lent-band">
        <strong>
          {name}在{owner.name}的座位上签批
        </strong>
        <span className={css.bandActs}>
          <ReasonButton kind="primary" keyHint="Alt+B" busy={busy} onClick={giveBack} data-testid="give-back">
            {`还给${owner.name}`}
          </ReasonButton>
          <LockButton />
        </span>
      </header>
      <div className={css.screen}>
        <RefusalNote error={error} lead={`还没有还给${owner.name}：`} />
        <AlarmBar />
        <Unsaved />
        <main data-pane className={css.main} tabIndex={-1}>
          {isAtDesk && <Outlet />}
        </main>
      </div>
      <StatusLine />
      <SettledMark />
    </div>
  );
}

/** Whatever leads elsewhere leads back. */
function useAtDeskOnly(): boolean {
  const navigate = useNavigate();
  const isAtDesk = useRouterState({ select: (state) => state.location.pathname }) === places.desk.path;
  useEffect(() => {
    if (!isAtDesk) void navigate({ to: places.desk.path, replace: true });
  }, [isAtDesk, navigate]);
  return isAtDesk;
}
