import { expect, test } from 'vitest';
import type { Period } from '../../../shared/periods/rule.ts';
import { bindingPeriods, byWatchedDate } from '../../../shared/periods/binding.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { upTo } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const [sample] = judgementOf(upTo(aCaseFile(), 'J18')).periods;
const period = (over: Partial<Period>): Period => ({
  ...(sample as Period),
  duty: '本机关',
  kind: 'max',
  metAt: null,
  lapses: false,
  due: '2026-05-01',
  statutory: over.due ?? '2026-05-01',
  ...over,
});

test.each([
  ['the one that ends first', [period({ due: '2026-06-01' }), period({ due: '2026-04-13' })], '2026-04-13'],
  [
    'by its statutory day',
    [period({ due: '2026-04-20', statutory: '2026-04-01' }), period({ due: '2026-04-13' })],
    '2026-04-20',
  ],
  ['not what was met', [period({ metAt: '2026-03-01', due: '2026-03-05' }), period({})], '2026-05-01'],
  ['not what runs for the party', [period({ duty: '当事人', due: '2026-03-05' }), period({})], '2026-05-01'],
  ['not what is only to be waited for', [period({ kind: 'min', due: '2026-03-05' }), period({})], '2026-05-01'],
  ['not what ends by itself', [period({ lapses: true, due: '2026-03-05' }), period({})], '2026-05-01'],
  ['not what grows by the day', [period({ kind: 'accrual', due: '2026-03-05' }), period({})], '2026-05-01'],
  ['not what has no last day yet', [period({ due: null, statutory: null }), period({})], '2026-05-01'],
  ['none', [period({ metAt: '2026-03-01' })], undefined],
])('the period that binds: %s', (_, periods, due) => expect(bindingPeriods(periods)[0]?.due).toBe(due));

test('what has no end comes last, whichever way it is compared', () => {
  const endless = period({ due: null, statutory: null });
  const soon = period({ due: '2026-04-13' });
  expect([endless, soon, endless].toSorted(byWatchedDate)).toEqual([soon, endless, endless]);
});
