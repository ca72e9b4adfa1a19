import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { guardPermissions, mayUse } from '../../../../main/hosts/electron/permissions.ts';
import { createOwnPage } from '../../../../main/hosts/electron/own-page.ts';

const origin = 'http://127.5.6.7:4000';
const setCookie = vi.fn(async () => {});
const page = createOwnPage({ cookies: { set: setCookie } } as unknown as Session, 'secret');
await page.moveTo(origin);

test.each([
  ['http://127.5.6.7:4000/', true],
  ['http://127.5.6.7:4000/cases/1?tab=2', true],
  ['http://127.5.6.7:4001/', false],
  ['http://127.5.6.8:4000/', false],
  ['https://127.5.6.7:4000/', false],
  ['https://evil.example/?http://127.5.6.7:4000/', false],
  ['file:///etc/passwd', false],
  ['about:blank', false],
  ['', false],
])('own address: %s is %s', (address, own) => {
  expect(page.owns(address)).toBe(own);
});

test.each([
  ['media', `${origin}/`, true],
  ['clipboard-sanitized-write', `${origin}/`, true],
  ['fullscreen', `${origin}/`, true],
  ['media', 'https://evil.example/', false],
  ['media', undefined, false],
  ['geolocation', `${origin}/`, false],
  ['clipboard-read', `${origin}/`, false],
  ['notifications', `${origin}/`, false],
  ['openExternal', `${origin}/`, false],
  ['toString', `${origin}/`, false],
])('permission %s for %s: %s', (permission, address, granted) => {
  expect(mayUse(page, permission, address)).toBe(granted);
});

test('requests, checks and devices all follow the one table', () => {
  const set = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  };
  guardPermissions(set as unknown as Session, page);
  const decide = vi.fn();
  set.setPermissionRequestHandler.mock.lastCall?.[0](null, 'media', decide, { requestingUrl: `${origin}/` });
  set.setPermissionRequestHandler.mock.lastCall?.[0](null, 'midi', decide, { requestingUrl: `${origin}/` });
  expect(decide.mock.calls).toEqual([[true], [false]]);
  const check = set.setPermissionCheckHandler.mock.lastCall?.[0];
  expect([check(null, 'media', `${origin}/`), check(null, 'media', 'https://evil.example/')]).toEqual([true, false]);
  expect(set.setDevicePermissionHandler.mock.lastCall?.[0]({})).toBe(false);
});

test('the page gets through the door of each process by a cookie that no script can read', async () => {
  const next = 'http://127.5.6.7:4001';
  await page.moveTo(next);
  const cookie = { url: next, name: 'case-session', value: 'secret', httpOnly: true, sameSite: 'strict' };
  expect(setCookie.mock.lastCall).toEqual([cookie]);
  expect(page.owns(`${origin}/`)).toBe(false);
});
