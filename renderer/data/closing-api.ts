import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Api } from './api.ts';

/** The calls of the workstation, sent in a way that outlives the window; used only while it closes. */
export const createClosingApi = (): Api =>
  createORPCClient(
    new RPCLink({
      url: new URL('/rpc', location.href).href,
      fetch: (request, init) => fetch(request, { ...init, keepalive: true }),
    }),
  );
