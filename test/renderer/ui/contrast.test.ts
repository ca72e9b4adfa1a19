import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The colours of the theme by name, for the light and the dark page; those of later sheets take the place of earlier ones. */
function colours(theme: 'light' | 'dark', sheets: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const sheet = sheets.map((name) => readFileSync(`renderer/ui/theme/${name}.css`, 'utf8')).join('\n');
  for (const [, name = '', value = ''] of sheet.matchAll(/--([a-z0-9-]+): ([^;]+);/g)) {
    const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
    const colour = pair?.[theme === 'light' ? 1 : 2] ?? (/^#[0-9a-f]{6}$/.test(value) ? value : undefined);
    if (colour !== undefined) found.set(name, colour);
  }
  return found;
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Text, the grounds it stands on, and the contrast it must keep there. */
const texts: [text: string, grounds: string[], least: number][] = [
  ['text', ['surface', 'ground', 'sunken', 'choice', 'blue-soft', 'care-soft'], 7],
  ['text-2', ['surface', 'ground', 'sunken', 'choice', 'blue-soft'], 7],
  // What is no value: hints, counts. 4.5 is AA.
  ['text-3', ['surface', 'ground', 'sunken'], 4.5],
  ['blue', ['surface', 'blue-soft'], 7],
  ['blue-deep', ['choice', 'blue-soft'], 7],
  // The choice is said by its bar too, never by the tint alone.
  ['blue', ['choice', 'ground'], 6.4],
  ['on-fill', ['blue', 'blue-deep'], 7],
  ['harm', ['surface', 'ground', 'harm-soft'], 7],
  ['soon', ['surface', 'ground', 'soon-soft'], 7],
  ['care', ['surface', 'ground', 'care-soft'], 7],
  ['good', ['surface', 'ground', 'good-soft'], 7],
  ['on-overdue', ['overdue'], 7],
  ['kind-paper', ['surface'], 7],
  ['kind-service', ['surface'], 7],
  ['kind-recording', ['surface'], 7],
  ['kind-exhibit', ['surface'], 7],
  ['kind-volume', ['surface'], 7],
  ['rail-text', ['rail', 'rail-hover'], 7],
  ['rail-key', ['rail', 'rail-hover'], 4.5],
  ['on-rail-here', ['rail-here'], 7],
  ['on-rail-count', ['rail-count'], 7],
  ['on-rail-overdue', ['rail-overdue'], 7],
  ['on-tip', ['tip'], 7],
  ['on-found', ['found'], 7],
  ['on-page', ['page', 'page-mark'], 7],
  ['on-stage', ['stage'], 7],
];

/** What bounds a control or marks a state without words: 3:1 against what lies beside it (WCAG 1.4.11). */
const edges: [edge: string, grounds: string[]][] = [
  ['edge', ['surface', 'ground', 'sunken']],
  ['blue', ['surface', 'choice']],
  ['care-edge', ['surface', 'care-soft']],
  ['harm', ['surface', 'harm-soft']],
  ['good', ['surface']],
  ['page-mark-edge', ['page']],
];

describe.each([
  ['light', ['tokens']],
  ['dark', ['tokens']],
  ['light', ['tokens', 'practice']],
  ['dark', ['tokens', 'practice']],
] as const)('the %s page of %o', (theme, sheets) => {
  const known = colours(theme, sheets);
  const colourOf = (name: string): string => {
    const colour = known.get(name);
    if (colour === undefined) throw new Error(`tokens.css has no colour --${name}`);
    return colour;
  };
  const of = (text: string, ground: string): number => contrast(colourOf(text), colourOf(ground));

  it('keeps every text readable on its grounds', () => {
    const poor = texts.flatMap(([text, grounds, least]) =>
      grounds
        .filter((ground) => of(text, ground) < least)
        .map((ground) => `${text} on ${ground}: ${of(text, ground).toFixed(2)}, not ${least}`),
    );
    expect(poor).toEqual([]);
  });

  it('keeps every edge and mark visible', () => {
    const poor = edges.flatMap(([edge, grounds]) =>
      grounds.filter((ground) => of(edge, ground) < 3).map((ground) => `${edge} on ${ground}: ${of(edge, ground)}`),
    );
    expect(poor).toEqual([]);
  });
});

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
