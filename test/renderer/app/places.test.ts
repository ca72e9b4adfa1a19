import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aboveOf, placeAt, places, railPlaceOf, railPlaces } from '../../../renderer/app/places.ts';
import { whyNotPlaceOf } from '../../../renderer/app/place-rights.ts';
import { readsOf } from '../../../shared/contract/right.ts';
import type { Role } from '../../../shared/template/template.ts';

const ID = '11111111-1111-4111-8111-111111111111';

let addresses: string[];
beforeAll(async () => {
  // The client of the page asks the window where it was loaded from.
  vi.stubGlobal('location', { href: 'http://127.0.0.1/' });
  const { createAppRouter } = await import('../../../renderer/app/router.tsx');
  addresses = Object.keys(createAppRouter().routesByPath);
});

describe('places', () => {
  it('have one screen each, and no screen is without its place', () => {
    expect(addresses.toSorted()).toEqual(
      Object.values(places)
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it('are found by their address; a fixed one before one with an id', () => {
    expect(placeAt('/cases/blanks')).toBe(places.blanks);
    expect(placeAt(`/cases/${ID}`)).toBe(places.case);
    expect(placeAt(`/settings/templates/J01`)).toBe(places.template);
    expect(placeAt('/')).toBe(places.today);
    expect(placeAt('/nowhere')).toBeUndefined();
  });

  it('lead up with Esc, at last to the first place and no further', () => {
    expect(aboveOf(placeAt('/settings/templates/J01'))).toEqual({ to: '/settings', search: { section: 'templates' } });
    expect(aboveOf(placeAt(`/households/${ID}`))).toEqual({ to: '/households' });
    expect(aboveOf(places.today)).toBeNull();
    expect(aboveOf(placeAt('/nowhere/at/all'))).toEqual({ to: '/' });
  });

  it('keep their digits, and stand in three groups in their order', () => {
    const digits = Object.fromEntries(railPlaces.map(({ name, shortcut }) => [name, shortcut]));
    expect(digits).toMatchObject({
      今日: 'Alt+1',
      案件: 'Alt+3',
      一户式: 'Alt+4',
      归档: 'Alt+6',
      移送: 'Alt+7',
      监督: 'Alt+8',
      制度: 'Alt+9',
      设置: 'Alt+0',
    });
    expect([...new Set(railPlaces.map(({ group }) => group))]).toEqual(['办', '交', '管']);
    const order = railPlaces.map(({ shortcut }) => '1234567890'.indexOf(shortcut.at(-1) ?? ''));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('are those of the person: what others do there is not in the rail', () => {
    const hidden = (roles: Role[]): string[] =>
      railPlaces
        .filter((place) => whyNotPlaceOf(place, { roles, reads: readsOf(roles) }) !== null)
        .map(({ name }) => name);
    expect({
      窗口: hidden(['窗口']),
      承办人: hidden(['承办人']),
      法规科: hidden(['法规科']),
      分管领导: hidden(['分管领导']),
      档案员: hidden(['档案员']),
      兼任: hidden(['档案员', '承办人']),
      系统管理员: hidden(['系统管理员']),
    }).toEqual({
      窗口: ['归档'],
      承办人: [],
      法规科: [],
      分管领导: ['收件', '归档'],
      档案员: ['审批'],
      兼任: [],
      系统管理员: ['审批', '案件', '一户式', '收件', '归档', '移送', '制度'],
    });
    expect(whyNotPlaceOf(places.archive, { roles: ['窗口'], reads: 'content' })).toEqual({
      why: 'roles',
      name: '归档',
      call: 'archive.queue',
    });
    expect(whyNotPlaceOf(places.archive, { roles: ['系统管理员'], reads: 'office' })).toEqual({ why: 'keys' });
  });

  it('belong to one entry of the rail each, and no key is given twice', () => {
    expect(Object.values(places).map((place) => railPlaceOf(place)?.name)).not.toContain(undefined);
    expect(railPlaceOf(placeAt('/settings/templates/J01'))).toBe(places.settings);
    expect(railPlaceOf(placeAt(`/archive/${ID}`))).toBe(places.archive);
    expect(new Set(railPlaces.map(({ shortcut }) => shortcut)).size).toBe(railPlaces.length);
  });
});
