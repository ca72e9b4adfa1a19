// The call of CONTRIBUTING.md, “Adding a call”, really added and really made: declaration, handler, nothing else.
import { readFileSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { implement, type Router } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { respond } from '../../../../main/app/http/respond.ts';
import { rpcRoute } from '../../../../main/app/http/rpc.ts';
import { call } from '../../../../shared/contract/base.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { refusalOf } from '../../../support/office.ts';

const visits = {
  register: call({ act: '登记来访', roles: ['窗口', '承办人'], article: 9 })
    .input(z.strictObject({ visitor: z.string().trim().min(2).max(32) }))
    .output(z.object({ visitor: z.string(), by: z.string() })),
};
const contract = { visits };
type AreaRouter = Router<typeof visits, Record<never, never>>;

const os = implement(contract).visits;
const router = {
  visits: {
    register: os.register.handler(({ input }) => ({ visitor: input.visitor, by: '李敏' })),
  } satisfies AreaRouter,
};

const faults: unknown[] = [];
const report = (fault: unknown): string => {
  faults.push(fault);
  return 'K7M4-9QXD';
};

/** The door with this one call, for a person with these roles. */
function clientFor(roles: readonly Role[] | null): ContractRouterClient<typeof contract> {
  const files = async (): Promise<Response> => new Response(null, { status: 404 });
  const fetch = respond({
    routes: () => [
      rpcRoute({
        router,
        operator: roles && { roles: [...roles], reads: 'content' },
        seatOwner: () => null,
        isOpen: () => true,
        report,
      }),
    ],
    files,
    report,
  });
  return createORPCClient(new RPCLink({ url: 'http://workstation/rpc', fetch: (request) => fetch(request) }));
}

describe('a call that was just added', () => {
  test('answers who has its right', async () => {
    expect(await clientFor(['承办人']).visits.register({ visitor: ' 陈福来 ' })).toEqual({
      visitor: '陈福来',
      by: '李敏',
    });
  });

  test('is refused to everybody else before its input is looked at', async () => {
    const nonsense = { nonsense: true } as never;
    expect(await refusalOf(clientFor(['档案员']).visits.register(nonsense))).toEqual({
      code: 'not-allowed',
      act: '登记来访',
      roles: ['窗口', '承办人'],
      article: 9,
    });
    expect(await refusalOf(clientFor(null).visits.register(nonsense))).toEqual({ code: 'locked' });
  });

  test('takes nothing that it did not declare', async () => {
    const { register } = clientFor(['窗口']).visits;
    expect(await refusalOf(register({ visitor: '陈福来', extra: 1 } as never))).toEqual({ code: 'malformed' });
    expect(await refusalOf(register({ visitor: '陈' }))).toMatchObject({ code: 'malformed' });
    expect(faults).toEqual([]);
  });

  test('does not compile with a handler missing, or with one that no call asks for', () => {
    // @ts-expect-error `register` is missing
    expect({} satisfies AreaRouter).toEqual({});
    // @ts-expect-error no call is named `forget`
    expect({ ...router.visits, forget: router.visits.register } satisfies AreaRouter).toHaveProperty('forget');
  });

  test('is the one of CONTRIBUTING.md', () => {
    const close = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
    const section =
      /^## Adding a call$(.*?)(?=^## |(?![^]))/ms.exec(readFileSync('CONTRIBUTING.md', 'utf8'))?.[1] ?? '';
    const examples = [...section.matchAll(/```ts\n(.*?)```/gs)].map((found) => close(found[1] ?? ''));
    expect(examples).toHaveLength(2);
    const source = close(readFileSync('test/main/app/http/adding-a-call.test.ts', 'utf8'));
    for (const example of examples) expect(source).toContain(example);
  });
});
