import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { party } from '../../support/case-values.ts';
import { person } from '../../support/two-parties.ts';
import { caseFile, paper, periods, receipt } from './case.ts';

const of = (whose: Party, item: Paper): Paper => ({ ...item, partyId: whose.householdId });
const both = (papers: Paper[], changes: Partial<CaseFile> = {}): CaseFile =>
  caseFile('2026-04-20', { parties: [party, person], papers, ...changes });
/** What runs by a rule: whose it is, from when, until when, met when. */
const runs = (file: CaseFile, ruleId: string) =>
  periods(file, ruleId).map(({ partyId, from, due, metAt }) => [
    [party, person].find(({ householdId }) => householdId === partyId)?.name ?? '全案',
    from,
    due,
    metAt,
  ]);

const firmsDecision = of(
  party,
  paper('J32', '2026-04-03', { decidedAt: '2026-04-03', penalties: [{ kind: '罚款', amount: 3600 }] }),
);
const persons = of(
  person,
  paper('J32', '2026-04-07', { decidedAt: '2026-04-07', penalties: [{ kind: '罚款', amount: 900 }] }),
);
const served = [of(party, receipt([firmsDecision], '2026-04-07')), of(person, receipt([persons], '2026-04-10'))];

describe('periods that run for each party', () => {
  it.each([
    [
      'P15',
      [
        ['辽源市福满园餐饮有限公司', '2026-04-07', '2026-04-22', null],
        ['陈福来', '2026-04-10', '2026-04-27', null],
      ],
    ],
    [
      'F60',
      [
        ['辽源市福满园餐饮有限公司', '2026-04-07', '2026-06-08', null],
        ['陈福来', '2026-04-10', '2026-06-09', null],
      ],
    ],
    [
      'F6M',
      [
        ['辽源市福满园餐饮有限公司', '2026-04-07', '2026-10-08', null],
        ['陈福来', '2026-04-10', '2026-10-10', null],
      ],
    ],
    [
      'P7c',
      [
        ['辽源市福满园餐饮有限公司', '2026-04-03', '2026-04-15', '2026-04-07'],
        ['陈福来', '2026-04-07', '2026-04-16', '2026-04-10'],
      ],
    ],
  ])('%s starts from the service of their own decision', (ruleId, expected) => {
    expect(runs(both([firmsDecision, persons, ...served]), ruleId)).toEqual(expected);
  });

  it('starts for the one served by public notice on the day the notice takes effect, for the other directly', () => {
    const byNotice = of(
      person,
      receipt([persons], '', { mode: '公告', publishedAt: '2026-04-08', effectiveAt: '2026-05-09' }),
    );
    expect(runs(both([firmsDecision, persons, served[0]!, byNotice]), 'P15').map(([, from]) => from)).toEqual([
      '2026-04-07',
      '2026-05-09',
    ]);
  });

  it('is not started by a receipt made out to the other', () => {
    expect(runs(both([persons, of(party, receipt([persons], '2026-04-10'))]), 'F60')).toEqual([]);
  });

  it('is met by what the party itself did, never by the other', () => {
    const paid = of(person, paper('J39', '2026-04-15', { performed: '全部履行', performedAt: '2026-04-15' }));
    expect(
      runs(both([firmsDecision, persons, ...served, paid]), 'P15').map(([name, , , metAt]) => [name, metAt]),
    ).toEqual([
      ['辽源市福满园餐饮有限公司', null],
      ['陈福来', '2026-04-15'],
    ]);
  });

  it('counts the days to ask for a hearing for each notice', () => {
    const notices = [
      of(party, paper('J21', '2026-03-23', { rights: ['听证'] })),
      of(person, paper('J21', '2026-03-24', { rights: ['听证'] })),
    ];
    const receipts = [
      of(party, receipt([notices[0]!], '2026-03-24')),
      of(person, receipt([notices[1]!], '2026-03-26')),
    ];
    expect(runs(both([...notices, ...receipts]), 'P5').map(([name, from, due]) => [name, from, due])).toEqual([
      ['辽源市福满园餐饮有限公司', '2026-03-24', '2026-03-31'],
      ['陈福来', '2026-03-26', '2026-04-02'],
    ]);
  });
});

describe('periods of the whole case', () => {
  it('is met only when it is met for the last of the parties', () => {
    const started = paper('J04', '2026-03-03');
    expect(runs(both([started, firmsDecision]), 'P90')).toEqual([['全案', '2026-03-03', '2026-06-01', null]]);
    expect(runs(both([started, firmsDecision, persons]), 'P90')).toEqual([
      ['全案', '2026-03-03', '2026-06-01', '2026-04-07'],
    ]);
    const closed = paper('J45', '2026-04-17', { terminatedAt: '2026-04-17' });
    expect(runs(both([started, firmsDecision, closed]), 'P90')[0]?.[3]).toBe('2026-04-17');
  });

  it('lets one decision for both run for each from their own receipt, and our own duty once, from the last', () => {
    const decision = paper('G09', '2026-04-03', { decidedAt: '2026-04-03' });
    const injury = { case: { ...caseFile('2026-04-20').case, procedure: 'injury' } };
    const receipts = [of(party, receipt([decision], '2026-04-07')), of(person, receipt([decision], '2026-04-10'))];
    expect(runs(both([decision, ...receipts], injury), 'F60').map(([name, from]) => [name, from])).toEqual([
      ['辽源市福满园餐饮有限公司', '2026-04-07'],
      ['陈福来', '2026-04-10'],
    ]);
    expect(runs(both([decision, ...receipts], injury), 'S35').map(([name, from]) => [name, from])).toEqual([
      ['全案', '2026-04-10'],
    ]);
    expect(runs(both([decision, receipts[0]!], injury), 'G20')[0]?.[3]).toBeNull();
    expect(runs(both([decision, ...receipts], injury), 'G20')[0]?.[3]).toBe('2026-04-10');
  });

  it('runs no more for who has left the case', () => {
    const left = both([firmsDecision, persons, ...served], {
      parties: [party],
      formerParties: [{ ...person, leftAt: '2026-04-12T09:00', reason: '没有直接责任' }],
    });
    expect(runs(left, 'F60').map(([name]) => name)).toEqual(['辽源市福满园餐饮有限公司']);
  });
});

it('says nothing of a party where there is one, whatever its papers say', () => {
  const alone = caseFile('2026-04-20', {
    parties: [party],
    papers: [{ ...firmsDecision, partyId: null }, receipt([firmsDecision], '2026-04-07')],
  });
  expect(periods(alone, 'F60').map(({ partyId, from }) => [partyId, from])).toEqual([[null, '2026-04-07']]);
});
