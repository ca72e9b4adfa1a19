import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useKey } from '../../ui/keys.ts';
import { focusNextPane, leaveField } from '../../ui/panes.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { useSeat } from '../../data/seat.ts';
import { useOperator, useSession } from '../../data/session.ts';
import { SearchField } from '../../screens/search/search-field.tsx';
import type { Destination } from '../../screens/search/use-commands.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { rightOfCall, type CallPath } from '../../../shared/contract/index.ts';
import { useRight } from '../../data/rights.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { NoContentKey } from '../../parts/articles/no-content-key.tsx';
import { WithHelp } from '../help/with-help.tsx';
import { aboveOf, placeAt, railPlaces } from '../places.ts';
import { whyNotPlaceOf, type NotTheirs } from '../place-rights.ts';
import { LentFrame } from './lent-frame.tsx';
import { LockButton } from './lock-button.tsx';
import { Rail } from './rail.tsx';
import { SettledMark } from './settled-mark.tsx';
import { StatusLine } from './status-line.tsx';
import { Unsaved } from './unsaved.tsx';
import css from './frame.module.css';

/** What stands round the screens: all of the program, or at a lent seat the way back from 审批. */
export function Frame() {
  const { lent } = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return <WithHelp path={path}>{lent === null ? <OwnFrame path={path} /> : <LentFrame owner={lent.owner} />}</WithHelp>;
}

/** Rail, search, operator and lock, alarms, status line. */
function OwnFrame({ path }: { path: string }) {
  const { officeName, practice } = useSession();
  useFrameKeys(path);
  const destinations = useDestinations();
  const operator = useOperator();
  const name = placeAt(path)?.name;
  const notTheirs = whyNotPlaceOf(placeAt(path), operator);
  useEffect(() => {
    const parts = [practice === null ? null : '练习', name, officeName, '案卷工作站'];
    document.title = parts.filter((part) => part !== null && part !== undefined).join(' · ');
  }, [name, officeName, practice]);
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
  return (
    <div className={css.operator}>
      <span className={css.person}>
        <strong>{operator.name}</strong>
        <span title={operator.roles.join('、')}>{operator.roles.join('、')}</span>
      </span>
      {operator.reads === 'content' && <LendButton />}
      <LockButton />
    </div>
  );
}

/** 就地签批: somebody else signs here. */
function LendButton() {
  const { lend } = useSeat();
  const ask = (): void => lend(null);
  useKey('Alt+J', ask, { name: '就地签批' });
  return (
    <ReasonButton keyHint="Alt+J" onClick={ask} data-testid="lend-seat">
      就地签批
    </ReasonButton>
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
  const navigate = useNavigate();
  useKey('F6', focusNextPane, { hint: '换区' });
  const above = aboveOf(placeAt(path));
  const stepBack = (): void => {
    if (!leaveField() && above !== null) void navigate(above);
  };
  useKey('Esc', above === null ? null : stepBack, { hint: '返回' });
}
