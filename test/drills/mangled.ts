import type { randomOf } from './random.ts';

type Random = ReturnType<typeof randomOf>;

const WILD: readonly string[] = [
  '',
  ' ',
  '　',
  '\u0000',
  '\ud800',
  '\u202e反',
  '../../etc/passwd',
  'C:\\con',
  "'; drop table paper; --",
  '__proto__',
  'constructor',
  '%',
  '_',
  '"*"',
  '{{case.name | upcase}}',
  '{% for a in (1..1000000) %}',
  '9'.repeat(400),
  '长'.repeat(20_000),
  '-1',
  'NaN',
  '2026-02-30',
  '2026-06-12T25:61:00Z',
  '00000000-0000-0000-0000-000000000000',
  '[',
  '🧾🧑‍⚖️',
];
const MONSTROUS: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: { admin: true }, toString: 1 },
];

/** A text that no field expects. */
export const wildText = (random: Random): string => WILD[random(WILD.length)] ?? '';

/** The same value with one to three of its parts exchanged for something else, left out, doubled or added. */
export function mangled(value: unknown, random: Random): unknown {
  let result = structuredClone(value);
  for (let times = 1 + random(3); times > 0; times -= 1) result = withOneChange(result, random);
  return result;
}

function withOneChange(value: unknown, random: Random): unknown {
  // Into a part more often than not, so that what is deep is reached and the rest stays as it was.
  if (typeof value === 'object' && value !== null && random(8) > 0) return withPartChanged(value, random);
  if (random(3) === 0) return wildText(random);
  if (random(3) === 0 && typeof value === 'string') return `${value}${wildText(random)}`;
  return MONSTROUS[random(MONSTROUS.length)];
}

function withPartChanged(value: object, random: Random): unknown {
  if (Array.isArray(value)) {
    const place = random(value.length + 1);
    if (place === value.length) return [...value, ...value, withOneChange(value[0], random)];
    return value.map((part: unknown, index) => (index === place ? withOneChange(part, random) : part));
  }
  const names = Object.keys(value);
  const name = names[random(names.length + 1)];
  if (name === undefined) return { ...value, [wildText(random)]: wildText(random) };
  const { [name]: part, ...rest } = value as Record<string, unknown>;
  return random(6) === 0 ? rest : { ...rest, [name]: withOneChange(part, random) };
}
