import { expect, test } from 'vitest';
import { staleWordings, withCurrent } from '../../../../renderer/parts/fields/stale-wordings.ts';
import { staleFinder } from '../../../../shared/regulation/phrases.ts';
import type { StalePhrase } from '../../../../shared/regulation/phrases.ts';

const phrases: StalePhrase[] = [
  {
    id: 'ordinary',
    pattern: '一般程序',
    current: '普通程序',
    since: '2021-07-15',
    basis: '行政处罚法第五章第三节',
    reportedBy: 'A02',
  },
  {
    id: 'act',
    pattern: '具体行政行为',
    current: '行政行为',
    since: '2015-05-01',
    basis: '行政诉讼法第二条',
    reportedBy: 'A02',
  },
];
const find = staleFinder(phrases);
const text = '本案适用一般程序。该具体行政行为依一般程序作出。';

test('the same wording is said once, with all its places', () => {
  const wordings = staleWordings(find(text, { day: '2026-03-02' }));
  expect(wordings.map(({ id, places }) => [id, places.length])).toEqual([
    ['ordinary', 2],
    ['act', 1],
  ]);
});

test('the wording in force takes the place of every one of them and of nothing else', () => {
  const [ordinary] = staleWordings(find(text, { day: '2026-03-02' }));
  if (ordinary === undefined) throw new Error('nothing found');
  const changed = withCurrent(text, ordinary);
  expect(changed).toBe('本案适用普通程序。该具体行政行为依普通程序作出。');
  expect(staleWordings(find(changed, { day: '2026-03-02' })).map(({ id }) => id)).toEqual(['act']);
});

test('a paper of an earlier day is judged by the law of its day', () => {
  expect(staleWordings(find(text, { day: '2020-03-02' })).map(({ id }) => id)).toEqual(['act']);
});

test('a letter of 20 000 characters is looked through within a keystroke', () => {
  const long = '当事人收到告知后没有提出陈述申辩。'.repeat(1200);
  const begun = performance.now();
  staleWordings(find(long, { day: '2026-03-02' }));
  expect(performance.now() - begun).toBeLessThan(16);
});
