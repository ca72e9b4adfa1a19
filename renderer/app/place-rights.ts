import { type CallPath, rightOfCall } from '../../shared/contract/index.ts';
import { refusalFor } from '../../shared/contract/right.ts';
import type { Operator } from '../../shared/contract/session.ts';
import type { Place } from './places.ts';

/** Why a place is not for this person: their keys do not open it, or it is the work of other roles. */
export type NotTheirs = { why: 'keys' } | { why: 'roles'; name: string; call: CallPath };

/** Null where the place is for this person. */
export function whyNotPlaceOf(
  place: Place | undefined,
  { reads, roles }: Pick<Operator, 'reads' | 'roles'>,
): NotTheirs | null {
  if (reads === 'office' && (place === undefined || !('office' in place))) return { why: 'keys' };
  if (place === undefined || !('call' in place)) return null;
  const { name, call } = place;
  return refusalFor(rightOfCall(call), roles) === null ? null : { why: 'roles', name, call };
}
