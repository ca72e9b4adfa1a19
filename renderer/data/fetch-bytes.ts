import { ORPCError } from '@orpc/client';
import type * as z from 'zod';
import type { ByteRoute } from '../../shared/contract/byte-route.ts';
import { Refusal } from '../../shared/contract/refusals.ts';

/** Statuses with which main answers a refusal of what is bytes and not a call; the body has the same facts as a refused call. */
const refusing = [404, 422, 423, 500];

/** Asks for what is bytes and not a call. Throws a refusal the way a call does, so that it is said in the same words. */
export async function fetchBytes<Params>(
  { method, url }: ByteRoute<Params>,
  params: Params,
  body?: { type: string; data: BodyInit },
  signal?: AbortSignal,
): Promise<Response> {
  const response = await fetch(url(params), {
    method,
    ...(signal && { signal }),
    ...(body && { headers: { 'content-type': body.type }, body: body.data }),
  });
  if (response.ok) return response;
  if (refusing.includes(response.status)) throw new ORPCError('REFUSED', { data: await jsonOf(response, Refusal) });
  throw new Error(`the workstation answered ${response.status}`);
}

/** What an answer says in JSON; what is not of this shape is a fault of ours. */
const jsonOf = async <Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> =>
  schema.parse(await response.json());

/** Sends bytes, to be told in JSON what is in them. */
export async function fetchAnswer<Params, Schema extends z.ZodType>(
  route: ByteRoute<Params>,
  params: Params,
  { bytes, answer, signal }: { bytes: Blob; answer: Schema; signal: AbortSignal },
): Promise<z.output<Schema>> {
  const body = { type: 'application/octet-stream', data: bytes };
  return jsonOf(await fetchBytes(route, params, body, signal), answer);
}

/** A paper that main prints from what is not saved yet. */
export async function fetchPreview<Params>(
  route: ByteRoute<Params>,
  params: Params,
  unsaved: unknown,
): Promise<ArrayBuffer> {
  const response = await fetchBytes(route, params, { type: 'application/json', data: JSON.stringify(unsaved) });
  return response.arrayBuffer();
}
