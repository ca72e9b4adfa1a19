import { Link, useNavigate } from '@tanstack/react-router';
import { useKey } from '../../ui/keys.ts';
import { useOperator } from '../../data/session.ts';
import { isPlaceOf, placeAt, railPlaceOf, railPlaces } from '../places.ts';
import css from './frame.module.css';

/** The rail at the left; each of its places has a key. */
export function Rail({ path }: { path: string }) {
  const { reads } = useOperator();
  const here = railPlaceOf(placeAt(path));
  return (
    <nav className={css.rail} aria-label="主导航" data-pane>
      {railPlaces
        .filter((place) => isPlaceOf(place, reads))
        .map((place) => (
          <Link
            key={place.path}
            to={place.path}
            className={css.place}
            aria-current={place === here ? 'page' : undefined}
          >
            {place.name}
            <kbd aria-hidden>{place.shortcut.split('+').at(-1)}</kbd>
            <RailKey place={place} />
          </Link>
        ))}
    </nav>
  );
}

function RailKey({ place: { path, shortcut } }: { place: (typeof railPlaces)[number] }) {
  const navigate = useNavigate();
  useKey(shortcut, () => void navigate({ to: path }));
  return null;
}
