import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { placeHelp } from '../../renderer/app/help/place-help.ts';
import type { HelpText } from '../../renderer/parts/help/help-text.tsx';
import { keysIn } from '../../renderer/parts/help/key-text.tsx';
import { gateHelp } from '../../renderer/screens/session/gate-help.ts';
import { places } from '../../renderer/app/places.ts';

type PlaceKey = keyof typeof places;

/** Taken by lists, fields and buttons themselves; nobody binds them. */
const takenByWidgets = ['↑', '↓', 'Enter', '空格', 'Esc'];
/** What stands round every screen, and the parts that screens share. */
const shared = ['renderer/app/frame', 'renderer/parts'];

const bound = (chord: string): string => chord.replace('↑', 'ArrowUp').replace('↓', 'ArrowDown');
const source = (folder: string): string =>
  globSync(`${folder}/**/*.tsx`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

/** The folder of the screen of each place, as the router loads it. */
const folders = new Map(
  [
    ...readFileSync('renderer/app/router.tsx', 'utf8').matchAll(
      /path: places\.(\w+)\.path(?:(?!createRoute)[\s\S])*?import\('\.\.\/screens\/(\w+)\//g,
    ),
  ].map(([, place = '', folder = '']) => [place, `renderer/screens/${folder}`]),
);

const textsOf = ({ purpose, steps, after }: HelpText): string[] => [purpose, ...steps, after];
const texts = (place: PlaceKey): string[] => textsOf(placeHelp[place]);

describe.each(Object.keys(places) as PlaceKey[])('the help of %s', (place) => {
  it('says what it is for, in which order, and what comes after', () => {
    expect(texts(place).every((text) => /[。？]$/.test(text))).toBe(true);
    expect(placeHelp[place].steps.length).toBeGreaterThan(0);
  });

  it('names only keys that its screen binds', () => {
    const folder = folders.get(place);
    expect(folder).toBeDefined();
    const code = [folder ?? '', ...shared].map(source).join('\n');
    const missing = texts(place)
      .flatMap(keysIn)
      .filter((key) => !takenByWidgets.includes(key))
      .filter((key) => !code.includes(`'${bound(key)}'`));
    expect(missing).toEqual([]);
  });
});

test('every key named in the help has its brackets, so that it is drawn as one and looked for', () => {
  const bare = [...Object.values(placeHelp), ...Object.values(gateHelp)]
    .flatMap(textsOf)
    .map((text) => text.replaceAll(/\[[^\]]+\]/g, ''))
    .filter((text) => /\b(?:Ctrl|Alt|Shift)\+|\bF\d|\bEsc\b|\bEnter\b|Page(?:Up|Down)/.test(text));
  expect(bare).toEqual([]);
});

test.each(Object.entries(gateHelp))(
  'the help of %s, before the screens, says what comes first and what after',
  (_, text) => {
    expect(textsOf(text).every((sentence) => /[。？]$/.test(sentence))).toBe(true);
  },
);
