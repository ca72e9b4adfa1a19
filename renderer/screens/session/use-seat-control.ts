import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Place } from '../../../shared/contract/session.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import type { SeatControl } from '../../data/seat.ts';
import type { FlushRegistry } from '../../parts/drafts/flush-registry.ts';
import { placeNow } from './place.ts';

/** For what the seat is to be lent, and where its owner was when that was asked. */
export interface AskedToLend {
  paperId: string | null;
  place: Place;
}

/** What leads to 就地签批 and back. Who sits here now is told by the state of the session, and the page follows that alone. */
export function useSeatControl(personId: string, drafts: FlushRegistry) {
  const cache = useQueryClient();
  const [asked, ask] = useState<AskedToLend | null>(null);
  const back = useMutation({
    mutationFn: async () => {
      await drafts.flush();
      return api.session.giveBack();
    },
    onSuccess: (next) => cache.setQueryData(queries.session.state.queryKey(), next),
  });
  const control: SeatControl = {
    lend: (paperId) => ask({ paperId, place: { ...placeNow(personId), address: location.pathname + location.search } }),
    giveBack: () => back.mutate(),
    busy: back.isPending,
    error: back.error,
  };
  return { control, asked, close: () => ask(null) };
}
