import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '../../data/queries.ts';
import { picturesOfHousehold, StoredPicturesContext } from '../../parts/parties/stored-pictures.ts';

/** Offers the exhibits of a household's cases to be read where its party is edited. */
export function PicturesOfHousehold({ householdId, children }: { householdId: string; children: ReactNode }) {
  const timeline = useQuery(
    queries.households.timeline.queryOptions({ input: { householdId, kinds: ['证据'], limit: 500 } }),
  );
  return <StoredPicturesContext value={picturesOfHousehold(timeline.data ?? [])}>{children}</StoredPicturesContext>;
}
