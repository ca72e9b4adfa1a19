import { expect, test } from 'vitest';
import { ownAddress } from '../../../../main/hosts/loopback/address.ts';

test.each(['linux', 'win32'] as const)(
  '%s: an address of this machine, and not the one of every program',
  (platform) => {
    const addresses = Array.from({ length: 500 }, () => ownAddress(platform));
    for (const address of addresses) expect(address).toMatch(/^127\.([1-9]\d{0,2})\.\d{1,3}\.([1-9]\d{0,2})$/);
    for (const part of addresses.flatMap((address) => address.split('.'))) expect(Number(part)).toBeLessThan(256);
    expect(new Set(addresses).size).toBeGreaterThan(490);
  },
);

test('other systems know one address only', () => {
  expect(ownAddress('darwin')).toBe('127.0.0.1');
});
