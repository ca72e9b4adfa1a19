import type { CallPath } from '../../shared/contract/index.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Chord } from '../ui/keys.ts';

/** Where Esc leads: another place of the table, and what to show there first. */
interface Above {
  to: '/' | '/households' | '/cases' | '/archive' | '/handover' | '/settings';
  search?: { section: string };
}

interface PlaceShape {
  /** Address of the screen; `$` begins a part that differs, e.g. the case. */
  path: `/${string}`;
  /** What the window is called there. */
  name: string;
  above: Above | null;
  /** Places with a key stand in the rail, in this order. A digit never changes, also where a place before it is not shown. */
  shortcut?: Chord;
  /** In the rail: what is worked on (办), what is handed on (交), what is looked after (管). */
  group?: '办' | '交' | '管';
  icon?: IconName;
  /** Also for who has no key to the cases (`Operator.reads`). */
  office?: true;
  /** What is done there first: who may not do it has the place not in the rail. Left out, it is for everybody. */
  call?: CallPath;
}

/**
 * The places of the workbench. The rail, Esc, the keys and the name of the window are read from here; a new place is an entry here and
 * its screen in `router.tsx`.
 */
export const places = {
  today: { path: '/', name: '今日', above: null, shortcut: 'Alt+1', group: '办', icon: 'today', office: true },
  desk: {
    path: '/desk',
    name: '审批',
    above: { to: '/' },
    shortcut: 'Alt+2',
    group: '办',
    icon: 'desk',
    call: 'documents.desk',
  },
  cases: { path: '/cases', name: '案件', above: { to: '/' }, shortcut: 'Alt+3', group: '办', icon: 'cases' },
  blanks: { path: '/cases/blanks', name: '空白文书', above: { to: '/cases' } },
  case: { path: '/cases/$id', name: '办案', above: { to: '/cases' } },
  households: {
    path: '/households',
    name: '一户式',
    above: { to: '/' },
    shortcut: 'Alt+4',
    group: '办',
    icon: 'households',
  },
  household: { path: '/households/$id', name: '一户式档案', above: { to: '/households' } },
  tray: {
    path: '/tray',
    name: '收件',
    above: { to: '/' },
    shortcut: 'Alt+5',
    group: '办',
    icon: 'tray',
    call: 'tray.list',
  },
  archive: {
    path: '/archive',
    name: '归档',
    above: { to: '/' },
    shortcut: 'Alt+6',
    group: '交',
    icon: 'archive',
    call: 'archive.queue',
  },
  archiveCase: { path: '/archive/$caseId', name: '立卷归档', above: { to: '/archive' } },
  handover: {
    path: '/handover',
    name: '移送',
    above: { to: '/' },
    shortcut: 'Alt+7',
    group: '交',
    icon: 'handover',
    call: 'handover.list',
  },
  handoverCase: { path: '/handover/$caseId', name: '准备移送材料', above: { to: '/handover' } },
  supervision: {
    path: '/supervision',
    name: '监督',
    above: { to: '/' },
    shortcut: 'Alt+8',
    group: '管',
    icon: 'supervision',
    office: true,
  },
  regulation: {
    path: '/regulation',
    name: '制度',
    above: { to: '/' },
    shortcut: 'Alt+9',
    group: '管',
    icon: 'regulation',
  },
  settings: {
    path: '/settings',
    name: '设置',
    above: { to: '/' },
    shortcut: 'Alt+0',
    group: '管',
    icon: 'settings',
    office: true,
  },
  template: {
    path: '/settings/templates/$id',
    name: '文书模板',
    above: { to: '/settings', search: { section: 'templates' } },
  },
  cause: {
    path: '/settings/causes/$id',
    name: '案由',
    above: { to: '/settings', search: { section: 'causes' } },
  },
} as const satisfies Record<string, PlaceShape>;

export type Place = (typeof places)[keyof typeof places];
type RailPlace = Extract<Place, { shortcut: Chord }>;

const list: readonly Place[] = Object.values(places);
const isInRail = (place: Place): place is RailPlace => 'shortcut' in place;

/** The places of the rail, from the top. */
export const railPlaces: readonly RailPlace[] = list.filter(isInRail);

/** The place at an address of the window; undefined where there is none. */
export function placeAt(pathname: string): Place | undefined {
  const parts = pathname.split('/');
  return list.find(({ path }) => {
    const shape = path.split('/');
    return shape.length === parts.length && shape.every((part, index) => part.startsWith('$') || part === parts[index]);
  });
}

/** Where Esc leads from a place: up by one; from an address without a place to the first one, from the first one nowhere. */
export const aboveOf = (place: Place | undefined): Above | null => (place === undefined ? { to: '/' } : place.above);

/** The entry of the rail that a place belongs to. */
export function railPlaceOf(place: Place | undefined): RailPlace | undefined {
  if (place === undefined || isInRail(place)) return place;
  return railPlaceOf(list.find(({ path }) => path === place.above.to));
}
