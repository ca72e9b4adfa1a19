import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useKey } from '../../ui/keys.ts';
import { focusNextPane, leaveField } from '../../ui/panes.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOperator, useSession } from '../../data/session.ts';
import { SearchField } from '../../screens/search/search-field.tsx';
import type { Destination } from '../../screens/search/use-commands.ts';
import { useLockControl } from '../../screens/session/lock.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { rightOfCall, type CallPath } from '../../../shared/contract/index.ts';
import { useRight } from '../../data/rights.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { NoContentKey } from '../../parts/articles/no-content-key.tsx';
import { aboveOf, placeAt, railPlaces, whyNotPlaceOf, type NotTheirs } from '../places.ts';
import { Rail } from './rail.tsx';
import { SettledMark } from './settled-mark.tsx';
import { StatusLine } from './status-line.tsx';
import css from './frame.module.css';

/** What stands round every screen: rail, search, operator and lock, alarms, status line. */
export function Frame() {
  const { officeName } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFrameKeys(path);
  const destinations = useDestinations();
  const operator = useOperator();
  const name = placeAt(path)?.name;
  const notTheirs = whyNotPlaceOf(placeAt(path), operator);
  useEffect(() => {
    document.title = [name, officeName, '案卷工作站'].filter((part) => part !== null && part !== undefined).join(' · ');
  }, [name, officeName]);
  return (
    <div className={css.frame}>
      <header className={css.top}>
        <span className={css.office}>{officeName}</span>
        {operator.reads === 'content' ? <SearchField destinations={destinations} /> : <span />}
        <OperatorCorner />
      </header>
      <Rail path={path} />
      <div className={css.screen}>
        <AlarmBar />
        <Unsaved />
        <main data-pane className={css.main} tabIndex={-1}>
          {notTheirs === null ? <Outlet /> : <NotTheirPlace {...notTheirs} />}
        </main>
      </div>
      <StatusLine />
      <SettledMark />
    </div>
  );
}

/** A key, an address or a link led where this person has nothing to do: whose work it is. */
const NotTheirPlace = (not: NotTheirs) =>
  not.why === 'keys' ? <NoContentKey /> : <WorkOfOthers name={not.name} call={not.call} />;

function WorkOfOthers({ name, call }: { name: string; call: CallPath }) {
  const { article } = rightOfCall(call);
  return (
    <div data-ready="not-theirs">
      <ScreenHead title={name} />
      <EmptyState
        title={`${name}不在您的岗位之内。`}
        why={useRight(call) ?? ''}
        {...(article === null ? {} : { article })}
      />
    </div>
  );
}

function OperatorCorner() {
  const operator = useOperator();
  const { lock } = useLockControl();
  return (
    <div className={css.operator}>
      <span className={css.person}>
        <strong>{operator.name}</strong>
        <span title={operator.roles.join('、')}>{operator.roles.join('、')}</span>
      </span>
      <ReasonButton onClick={lock} keyHint="F8" data-testid="lock">
        锁定
      </ReasonButton>
    </div>
  );
}

/** The lock waits here when something could not be saved. */
function Unsaved() {
  const { unsaved, lockAnyway, stay } = useLockControl();
  return (
    <RefusalNote error={unsaved} lead="还没有锁定，有内容没有存上：">
      <ReasonButton kind="primary" onClick={stay}>
        回去处理
      </ReasonButton>
      <ReasonButton onClick={lockAnyway}>不保存这一处，直接锁定</ReasonButton>
    </RefusalNote>
  );
}

/** This person's places of the rail, for the field on top. */
function useDestinations(): readonly Destination[] {
  const navigate = useNavigate();
  const operator = useOperator();
  return useMemo(
    () =>
      railPlaces
        .filter((place) => whyNotPlaceOf(place, operator) === null)
        .map(({ name, shortcut, path }) => ({ name, chord: shortcut, go: () => void navigate({ to: path }) })),
    [navigate, operator],
  );
}

function useFrameKeys(path: string): void {
  const { lock } = useLockControl();
  const navigate = useNavigate();
  useKey('F6', focusNextPane, { hint: '换区' });
  // Said on the button itself, as F3 is in its field.
  useKey('F8', lock, { name: '锁定', everywhere: true });
  useKey('Ctrl+L', lock, { everywhere: true });
  const above = aboveOf(placeAt(path));
  const stepBack = (): void => {
    if (!leaveField() && above !== null) void navigate(above);
  };
  useKey('Esc', above === null ? null : stepBack, { hint: '返回' });
}
