import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';

export type Api = ContractRouterClient<Contract>;

/** The calls of the workstation: `await api.cases.open({ caseId })`. Everything else main serves is a plain `fetch`. */
export const api: Api = createORPCClient(new RPCLink({ url: new URL('/rpc', location.href).href }));

/** The facts of a refused call; undefined when the fault is not a refusal (the workstation did not answer, or a fault of ours). */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof ORPCError && error.code === 'REFUSED' ? (error.data as Refusal) : undefined;
}
