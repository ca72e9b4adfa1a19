import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import type { Workstation } from '../platform/host.ts';

export type Client = ContractRouterClient<Contract>;

/** The calls of the contract on a workstation without a window: the same door, the same checks. */
export const clientOf = (workstation: Pick<Workstation, 'fetch'>): Client =>
  createORPCClient(new RPCLink({ url: 'http://workstation/rpc', fetch: (request) => workstation.fetch(request) }));
