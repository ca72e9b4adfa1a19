import { ORPCError } from '@orpc/client';
import type { Refusal } from '../../shared/contract/refusals.ts';

/** Statuses with which main answers a refusal of what is bytes and not a call; the body has the same facts as a refused call. */
const refusing = [404, 422, 423];

/** `fetch` within the workstation. Throws a refusal the way a call does, so that it is said in the same words. */
export async function plainFetch(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init);
  if (response.ok) return response;
  if (refusing.includes(response.status)) throw new ORPCError('REFUSED', { data: (await response.json()) as Refusal });
  throw new Error(`the workstation answered ${response.status}`);
}
