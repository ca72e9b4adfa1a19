import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unconfirmedLabel } from '../../../shared/regulation/notes.ts';
import { queries } from '../../data/queries.ts';
import css from './unverified.module.css';

/** What nobody has verified yet, by id; empty until it is known. */
export function useOpenNotes() {
  const notes = useQuery({ ...queries.regulation.notes.queryOptions(), staleTime: Infinity });
  return (notes.data ?? []).filter((note) => note.confirmed === null);
}

/** Says that something is unverified until 法规科 has confirmed it; `of` is what the note is about: `period:S35`, `template:J21`. */
export function Unverified({ of }: { of: string }) {
  const open = useOpenNotes().filter(({ id }) => id.startsWith(`${of}:`));
  if (open.length === 0) return null;
  return (
    <Link
      to="/settings"
      search={{ section: 'notes', note: of }}
      className={css.unverified}
      title={open.map(({ sentence }) => sentence).join('\n')}
    >
      {unconfirmedLabel}
    </Link>
  );
}

/** The same mark in a row that is itself a way to it. */
export const UnverifiedMark = () => <span className={css.unverified}>未经核实</span>;
