import { describe, expect, test } from 'vitest';
import { tamper } from '../../faults/support.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;
const { case: item, parties } = await office.caseFile();
const householdId = parties[0]?.householdId ?? '';

describe('beginning a case', () => {
  test('needs a procedure and a household that are there, and officers with a certificate (第十八条)', async () => {
    const begin = (over: object) =>
      client.cases.begin({
        procedure: 'penalty.ordinary',
        householdId,
        causeName: '涉嫌克扣工资',
        officerIds: [],
        ...over,
      });
    expect(await refusalOf(begin({ procedure: 'penalty.none' }))).toEqual({ code: 'not-found', what: 'template' });
    expect(await refusalOf(begin({ householdId: item.id }))).toEqual({ code: 'not-found', what: 'household' });
    expect(await refusalOf(begin({ officerIds: [await office.personId('孙伟')] }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'officerIds', article: 18 }],
    });
    expect((await client.cases.list({})).map((each) => each.id)).toEqual([item.id]);
  });

  test('is the officer’s and the household’s at once, and the first on the list', async () => {
    const { case: made } = await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId,
      causeName: '涉嫌克扣工资',
      officerIds: [await office.personId('王建国')],
    });
    expect(made).toMatchObject({ state: 'source', number: '', version: 1 });
    const [newest] = await client.cases.list({ order: 'begun', descending: true });
    expect(newest).toMatchObject({ id: made.id, partyNames: ['辽源市福满园餐饮有限公司'] });
    expect((await client.households.open({ householdId })).cases.map((each) => each.id)).toEqual([made.id, item.id]);
    expect((await client.households.find({ query: '福满园' }))[0]?.cases).toBe(2);
  });
});

test('a change of the case on an older version is refused, one of two at once is kept', async () => {
  const { case: now } = (await client.cases.open({ caseId: item.id })).file;
  const both = await Promise.allSettled(
    ['甲', '乙'].map((name) =>
      client.cases.update({
        caseId: item.id,
        version: now.version,
        causeName: `涉嫌${name}`,
      }),
    ),
  );
  expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await client.cases.open({ caseId: item.id })).file.case.version).toBe(now.version + 1);
  expect(
    await refusalOf(client.cases.update({ caseId: item.id, version: now.version, causeName: '涉嫌丙' })),
  ).toMatchObject({ code: 'stale' });
});

test('the history is read in pages, newest first, nothing lost or doubled (第四条)', async () => {
  const whole = await client.cases.history({ caseId: item.id, limit: 500 });
  expect(whole.length).toBeGreaterThan(40);
  const read: number[] = [];
  for (let before: number | null = null; ;) {
    const page: { seq: number }[] = await client.cases.history({ caseId: item.id, before, limit: 7 });
    read.push(...page.map((entry) => entry.seq));
    before = page.at(-1)?.seq ?? null;
    if (page.length < 7) break;
  }
  expect(read).toEqual(whole.map((entry) => entry.seq));
  expect(read).toEqual(read.toSorted((a, b) => b - a));
});

describe('periods that ran out by themselves', () => {
  test('while nobody was there are not open any more after a restart', async () => {
    await using filed = await officeAt('filed', '王建国');
    const lapsing = async (): Promise<number> => {
      let running = 0;
      await tamper(filed.dir, (db) => {
        const open = `select count(*) from period where "metAt" is null and json_extract(period, '$.lapses') and due < '2027-04-03'`;
        running = db.prepare(open).pluck().get() as number;
      });
      return running;
    };
    expect(await lapsing()).toBeGreaterThan(0);
    filed.at('2027-04-03T09:00');
    await filed.as('王建国');
    await filed.client.session.lock();
    expect(await lapsing()).toBe(0);
  });

  test('meanwhile, two of one case, have it counted once', async () => {
    await using filed = await officeAt('filed');
    await tamper(filed.dir, (db) => {
      for (const subject of ['one decision', 'another decision'])
        db.prepare(
          `insert into period ("caseId", "ruleId", "subjectId", "partyId", due, "warnAt", "metAt", harm, period, "lapsesAt")
            select "caseId", "ruleId", ?, "partyId", due, "warnAt", "metAt", harm, period, '2026-01-01' from period limit 1`,
        ).run(subject);
    });
    await filed.as('赵强');
    const entries = await filed.client.supervision.audit({ limit: 20 });
    expect(entries.filter(({ verb }) => verb === '重算期限')).toHaveLength(1);
    await filed.client.session.lock();
    await tamper(filed.dir, (db) => {
      expect(db.prepare(`select count(*) as count from period where "subjectId" like '%decision'`).get()).toEqual({
        count: 0,
      });
    });
  });
});
