import { expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeOfFile } from '../../../support/office.ts';
import { confirmedBy } from '../../../support/confirmed.ts';

const office = await officeOfFile('approved', '张丽');
const { client } = office;

test('what a person may not see takes no room in the lists of what they may (第四十二条)', async () => {
  await office.as('李敏');
  const { case: own } = await office.caseFile();
  // Another unit's cases, all newer than the officer's own and full of the same words.
  await office.as('吴管理');
  const { units } = await client.staff.list();
  await client.staff.add({
    name: '外科室',
    roles: ['承办单位负责人'],
    unitId: units.find((unit) => unit.name === '办公室')?.id ?? null,
    certNo: '22040100091',
    certFrom: '2023-05-01',
    certTo: '2028-04-30',
    password: samplePassword,
    ...(await confirmedBy(client)),
  });
  office.at('2026-04-04T09:00');
  await office.as('外科室');
  const party = await client.households.create({ kind: '无照单位', name: '加班烧烤店', address: '西安区某路1号' });
  for (let n = 0; n < 12; n += 1) {
    office.at(`2026-04-04T09:${String(n + 10)}`);
    const { case: item } = await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId: party.householdId,
      causeName: `涉嫌安排职工加班${n}`,
      officerIds: [],
    });
    await client.documents.create({ caseId: item.id, templateId: 'J01' });
  }
  await office.as('周静');
  expect(await client.cases.list({ limit: 5 })).toEqual([]);
  expect(await client.households.recent({})).toEqual([]);
  await office.as('赵强');
  expect(await client.cases.list({ limit: 5 })).toHaveLength(5);
  expect(
    (await client.households.search({ query: '涉嫌', kinds: ['case'], limit: 5 })).hits.filter(
      (hit) => hit.caseId === own.id,
    ),
  ).toEqual([]);
  await office.as('吴管理');
  const [wang] = (await client.staff.list()).people.filter((person) => person.name === '王建国');
  // 承办人 may see every source; without that role only the officer's own case is left.
  await client.staff.update({
    personId: wang?.personId ?? '',
    name: '王建国',
    roles: ['档案员'],
    unitId: wang?.unitId ?? null,
    certNo: wang?.certNo ?? '',
    certFrom: wang?.certFrom ?? '',
    certTo: wang?.certTo ?? '',
    active: true,
    ...(await confirmedBy(client)),
  });
  await office.as('王建国');
  expect((await client.cases.list({ limit: 5 })).map((item) => item.id)).toEqual([own.id]);
  expect((await client.households.recent({})).map(({ name }) => name)).not.toContain(party.name);
  const hits = (await client.households.search({ query: '涉嫌', kinds: ['case'], limit: 5 })).hits.filter(
    (hit) => hit.caseId !== null,
  );
  expect(hits).toHaveLength(1);
  expect(new Set(hits.map((hit) => hit.caseId))).toEqual(new Set([own.id]));
});
