import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useOperator } from '../../data/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKey, useLoneAlt } from '../../ui/keys.ts';
import { placeAt, railPlaceOf, railPlaces } from '../places.ts';
import { whyNotPlaceOf } from '../place-rights.ts';
import { useRailCounts, type RailCount } from './rail-counts.ts';
import css from './rail.module.css';

type RailPlace = (typeof railPlaces)[number];

const groups = Map.groupBy(railPlaces, ({ group }) => group);

/** The rail at the left, with the places of who is logged in; each has a key, and a digit never changes. In a narrow window it is folded behind ☰, which Alt opens too. */
export function Rail({ path }: { path: string }) {
  const operator = useOperator();
  const counts = useRailCounts();
  const here = railPlaceOf(placeAt(path));
  const { nav, opener, open, setOpen, toggle, close } = useFold();
  return (
    <nav ref={nav} className={css.rail} aria-label="主导航" data-pane onBlur={close.onBlur} onKeyDown={close.onKeyDown}>
      <button
        ref={opener}
        type="button"
        className={css.opener}
        aria-expanded={open}
        title="打开导航（Alt）"
        onClick={toggle}
      >
        <Icon name="menu" size={18} />
        <span className="unseen">导航</span>
      </button>
      <div className={css.places} data-open={open || undefined} onClick={() => setOpen(false)}>
        {[...groups].map(([group, places]) => {
          const theirs = places.filter((place) => whyNotPlaceOf(place, operator) === null);
          return theirs.length === 0 ? null : (
            <div key={group} role="group" aria-label={group} className={css.group}>
              {theirs.map((place) => (
                <RailLink key={place.path} place={place} isHere={place === here} count={counts[place.path]} />
              ))}
            </div>
          );
        })}
      </div>
      {railPlaces.map((place) => (
        <RailKey key={place.path} place={place} />
      ))}
    </nav>
  );
}

interface RailLinkProps {
  place: RailPlace;
  isHere: boolean;
  count: RailCount | undefined;
}

function RailLink({ place: { path, name, icon, shortcut }, isHere, count }: RailLinkProps) {
  return (
    <Link to={path} className={css.place} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} size={18} />
      {name}
      <kbd aria-hidden>{shortcut.split('+').at(-1)}</kbd>
      {count !== undefined && count.count > 0 && <Count {...count} />}
    </Link>
  );
}

/** Every digit leads somewhere: one that is not in the rail of this person, to whose place it is. */
function RailKey({ place: { path, shortcut } }: Pick<RailLinkProps, 'place'>) {
  const navigate = useNavigate();
  useKey(shortcut, () => void navigate({ to: path }));
  return null;
}

const Count = ({ count, overdue }: RailCount) => (
  <span className={css.count} data-overdue={overdue || undefined}>
    {count > 99 ? '99+' : count}
    <span className="unseen">{overdue ? '件，有逾期的' : '件'}</span>
  </span>
);

/** Open and shut in a narrow window; in a wide one the rail stands there, and none of this is seen. */
function useFold() {
  const nav = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const isFolded = (): boolean => opener.current?.checkVisibility() === true;
  const show = (): void => {
    if (!isFolded()) return;
    setOpen(true);
    // The places are in the page, only not in sight: the focus can go there as soon as they are drawn.
    requestAnimationFrame(() => {
      const here = nav.current?.querySelector<HTMLElement>('a[aria-current]');
      (here ?? nav.current?.querySelector('a'))?.focus();
    });
  };
  const hide = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const toggle = (): void => (open ? hide() : show());
  useLoneAlt(() => isFolded() && toggle());
  const close = {
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent): void => {
      if (!currentTarget.contains(relatedTarget)) setOpen(false);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !open) return;
      event.preventDefault();
      hide();
    },
  };
  return { nav, opener, open, setOpen, toggle, close };
}
