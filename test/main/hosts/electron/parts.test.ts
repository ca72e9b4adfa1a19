import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { guardPermissions, mayUse } from '../../../../main/hosts/electron/permissions.ts';
import { isOwnUrl, SCHEME, serveScheme } from '../../../../main/hosts/electron/scheme.ts';

test.each([
  ['app://case/', true],
  ['app://case/cases/1?tab=2', true],
  ['app://other/', false],
  ['app://case.evil.example/', false],
  ['https://case/', false],
  ['https://evil.example/?app://case/', false],
  ['file:///etc/passwd', false],
  ['about:blank', false],
  ['', false],
])('own address: %s is %s', (address, own) => {
  expect(isOwnUrl(address)).toBe(own);
});

test.each([
  ['media', 'app://case/', true],
  ['clipboard-sanitized-write', 'app://case/', true],
  ['fullscreen', 'app://case/', true],
  ['media', 'https://evil.example/', false],
  ['media', undefined, false],
  ['geolocation', 'app://case/', false],
  ['clipboard-read', 'app://case/', false],
  ['notifications', 'app://case/', false],
  ['openExternal', 'app://case/', false],
  ['toString', 'app://case/', false],
])('permission %s for %s: %s', (permission, address, granted) => {
  expect(mayUse(permission, address)).toBe(granted);
});

test('requests, checks and devices all follow the one table', () => {
  const set = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  guardPermissions(set as unknown as Session);
  const decide = vi.fn();
  set.setPermissionRequestHandler.mock.lastCall?.[0](null, 'media', decide, { requestingUrl: 'app://case/' });
  set.setPermissionRequestHandler.mock.lastCall?.[0](null, 'midi', decide, { requestingUrl: 'app://case/' });
  expect(decide.mock.calls).toEqual([[true], [false]]);
  const check = set.setPermissionCheckHandler.mock.lastCall?.[0];
  expect([check(null, 'media', 'app://case/'), check(null, 'media', 'https://evil.example/')]).toEqual([true, false]);
  expect(set.setDevicePermissionHandler.mock.lastCall?.[0]({})).toBe(false);
});

test('the scheme hands over its own requests only', async () => {
  const handle = vi.fn();
  const fetch = vi.fn(async () => new Response('page'));
  serveScheme({ protocol: { handle } } as unknown as Session, fetch);
  const [scheme, answer] = handle.mock.lastCall ?? [];
  expect(scheme).toBe(SCHEME.scheme);
  expect(await (await answer(new Request('app://case/rpc/x'))).text()).toBe('page');
  expect((await answer(new Request('app://other/rpc/x'))).status).toBe(421);
  expect(fetch).toHaveBeenCalledOnce();
});
