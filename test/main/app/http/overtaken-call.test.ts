// A call that is under way when the workstation locks.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { respond } from '../../../../main/app/http/respond.ts';
import { rpcRoute } from '../../../../main/app/http/rpc.ts';
import { RefusalError } from '../../../../main/platform/refusal-error.ts';
import { call } from '../../../../shared/contract/base.ts';
import { refusalOf } from '../../../support/office.ts';

const contract = {
  visits: { list: call({ act: '查看来访', roles: 'everybody', article: null }).output(z.array(z.string())) },
};
const closed = new TypeError('The database connection is not open');
const full = Object.assign(new Error('database or disk is full'), { name: 'SqliteError', code: 'SQLITE_FULL' });

test.each([
  ['locked, where it met what is closed', closed, false, { code: 'locked' }, 0],
  ['a fault, while all is open', closed, true, { code: 'internal', id: 'K7M4-9QXD' }, 1],
  [
    'what it was refused for',
    new RefusalError({ code: 'not-found', what: 'case' }),
    false,
    { code: 'not-found', what: 'case' },
    0,
  ],
  ['what the disk said, which is why all was locked', full, false, { code: 'not-saved', why: 'full' }, 1],
])('is answered with %s', async (_, thrown, isOpen, answer, onRecord) => {
  const faults: unknown[] = [];
  const report = (fault: unknown): string => {
    faults.push(fault);
    return 'K7M4-9QXD';
  };
  const os = implement(contract);
  const router = {
    visits: {
      list: os.visits.list.handler(() => {
        throw thrown;
      }),
    },
  };
  const routes = () => [
    rpcRoute({
      router,
      operator: { roles: ['窗口'], reads: 'content' },
      seatOwner: () => null,
      isOpen: () => isOpen,
      report,
    }),
  ];
  const fetch = respond({ routes, files: async () => new Response(null, { status: 404 }), report });
  const client: ContractRouterClient<typeof contract> = createORPCClient(
    new RPCLink({ url: 'http://workstation/rpc', fetch: (request) => fetch(request) }),
  );
  expect(await refusalOf(client.visits.list())).toEqual(answer);
  expect(faults).toHaveLength(onRecord);
});
