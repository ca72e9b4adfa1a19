import { describe, expect, test } from 'vitest';
import type { PartyDetails } from '../../../../shared/identity/party.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { excerpt } from '../../../../main/features/households/search-everything.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('begun', '李敏');
const { client } = office;
const restaurant = '辽源市福满园餐饮有限公司';
const unit = (over: Partial<PartyDetails>): Parameters<typeof client.households.create>[0] => ({
  kind: '单位',
  name: '测试单位',
  ...over,
});
const names = async (query: string): Promise<string[]> =>
  (await client.households.find({ query })).map((hit) => hit.name);
const problems = async (work: Promise<unknown>): Promise<[string, string][]> => {
  const refusal = await refusalOf(work);
  if (refusal.code !== 'invalid') throw new Error(refusal.code);
  return refusal.problems.map(({ field, sentence }) => [field, sentence]);
};

test('the parties of the newest cases are at hand before anything is typed, newest first, each once', async () => {
  await using other = await officeOfFile('begun', '李敏');
  const made = await other.client.households.create({ kind: '无照单位', name: '新开的店', address: '龙山区二号路' });
  const begin = (householdId: string) =>
    other.client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资', officerIds: [] });
  const [first] = await other.client.households.find({ query: restaurant });
  expect((await other.client.households.recent({})).map((hit) => hit.name)).toEqual([restaurant]);
  await begin(made.householdId);
  await begin(made.householdId);
  expect((await other.client.households.recent({})).map((hit) => [hit.name, hit.cases])).toEqual([
    ['新开的店', 2],
    [restaurant, first?.cases],
  ]);
  expect(await other.client.households.recent({ limit: 1 })).toHaveLength(1);
});

describe('the key of a household (第三十五条)', () => {
  test.each([
    ['a wrong check digit of the code', unit({ uscc: '91350100M000100Y44' }), 'usccChecked', '与末位校验码不符'],
    ['a letter the code never has', unit({ uscc: '91350100M000100YO3' }), 'uscc', '不是代码用字'],
    ['a code too short', unit({ uscc: '91350100M000100Y4' }), 'uscc', '应为18位'],
    [
      'a wrong check digit of the ID number',
      { kind: '个人' as const, name: '某人', idNumber: '440524188001010015' },
      'idNumber',
      '与末位校验码不符',
    ],
    [
      'an ID number with an impossible birthday',
      { kind: '个人' as const, name: '某人', idNumber: '440524188013010014' },
      'idNumber',
      '不是有效的出生日期',
    ],
  ])('refuses %s by its field', async (_, details, field, sentence) => {
    const found = await problems(client.households.create(details));
    expect(found.map(([text]) => text)).toEqual([field]);
    expect(found[0]?.[1]).toContain(sentence);
  });

  test('a second file for the same target is refused, naming the first', async () => {
    const refusal = await refusalOf(client.households.create(unit({ name: '另一个名字', uscc: '91350100M000100Y43' })));
    expect(refusal).toMatchObject({ code: 'duplicate', name: restaurant, key: '91350100M000100Y43' });
    expect(plain(refusal)).toContain(`“${restaurant}”已有一户式档案`);
    expect(
      refusal.code === 'duplicate' && (await client.households.open({ householdId: refusal.householdId })).party.name,
    ).toBe(restaurant);
  });

  test('a person’s number is never shown in the refusal of a second file', async () => {
    const person = { kind: '个人' as const, name: '陈老五', idNumber: '440524188001010014' };
    await client.households.create(person);
    const refusal = await refusalOf(client.households.create({ ...person, name: '陈小五' }));
    expect(refusal).toMatchObject({ code: 'duplicate', name: '陈老五', key: '证件尾号0014' });
    expect(JSON.stringify(refusal)).not.toContain('440524188001010014');
  });

  test('two files of one target asked for at once become one', async () => {
    const same = { kind: '无照单位' as const, name: '同时开的店', address: '同一条街1号' };
    const both = await Promise.allSettled([client.households.create(same), client.households.create(same)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await names('同时开的店')).toEqual(['同时开的店']);
  });

  test('an odd code from before 2016 is taken with how it was compared with the licence; codes and names come in one form', async () => {
    const made = await client.households.create(
      unit({
        name: '阿依古丽•买买提食品厂',
        uscc: '９１３５０１００ｍ０００１００ｙ４４',
        usccChecked: '与执照正本一致',
      }),
    );
    expect(made).toMatchObject({
      name: '阿依古丽·买买提食品厂',
      uscc: '91350100M000100Y44',
      usccChecked: '与执照正本一致',
    });
    for (const typed of ['阿依古丽・买买提', '阿依古丽买买提', '９１３５０１００Ｍ０００１００Ｙ４４'])
      expect([typed, await names(typed)]).toEqual([typed, [made.name]]);
    const sound = await client.households.create(unit({ uscc: '91110000802100433B', usccChecked: '多余的话' }));
    expect(sound.usccChecked).toBe('');
  });

  test('one permit is one household, whichever kind it was called', async () => {
    const person = { kind: '个人' as const, name: '陈某', idNumber: '810000199002280010' };
    const made = await client.households.create({ ...person, idType: '港澳台居民居住证' });
    expect(await refusalOf(client.households.create({ ...person, idType: '居民身份证' }))).toMatchObject({
      code: 'duplicate',
      householdId: made.householdId,
    });
  });

  test('a temporary key gives way to the real one, which then stays', async () => {
    const made = await client.households.create({ kind: '无照单位', name: '无照烧烤店', address: '西安区和平街3号' });
    expect((await client.households.find({ query: '无照烧烤' }))[0]?.key).toBe('信用代码待查');
    const { householdId, version, ...details } = made;
    const licensed = { ...details, kind: '个体工商户' as const, uscc: '92220400MA0000001A' };
    expect(
      await refusalOf(
        client.households.update({ householdId, version, ...details, kind: '个体工商户', uscc: '91350100M000100Y43' }),
      ),
    ).toMatchObject({ code: 'duplicate', name: restaurant });
    const code = await codeFor(licensed.uscc.slice(0, 17));
    const after = await client.households.update({
      householdId,
      version,
      ...licensed,
      uscc: code,
      reason: '已办理营业执照',
    });
    expect((await client.households.find({ query: '无照烧烤' }))[0]?.key).toBe(code);
    const [field] = await problems(
      client.households.update({ householdId, version: after.version, ...licensed, uscc: '91350100M000100Y43' }),
    );
    expect(field?.[0]).toBe('uscc');
    expect(field?.[1]).toContain('不能改成别的');
  });

  test('a rename keeps the former name, which still finds the file', async () => {
    const made = await client.households.create({ kind: '无照单位', name: '旧招牌面馆', address: '龙山区一号路' });
    const { householdId, version, ...details } = made;
    const renamed = await client.households.update({
      householdId,
      version,
      ...details,
      name: '新招牌面馆',
      reason: '换了招牌',
    });
    expect(await client.households.open({ householdId })).toMatchObject({
      party: { name: '新招牌面馆' },
      formerNames: [{ name: '旧招牌面馆', until: '2026-03-02' }],
    });
    expect(await names('旧招牌')).toEqual(['新招牌面馆']);
    expect(
      await refusalOf(client.households.update({ householdId, version, ...details, name: '又一个' })),
    ).toMatchObject({ code: 'stale', what: '新招牌面馆' });
    expect(renamed.version).toBe(version + 1);
  });
});

test.each([
  ['the whole name', restaurant],
  ['a part of it', '满园餐饮'],
  ['one character', '馆园满'.charAt(2)],
  ['initials', 'lysfmy'],
  ['the code', '91350100M000100Y43'],
  ['the code in small letters', '91350100m000100y43'],
  ['the beginning of the code', '91350100M0'],
  ['the phone', '04373312345'],
  ['the legal representative', '陈福来'],
])('finds a party by %s', async (_, query) => {
  expect(await names(query)).toContain(restaurant);
});

test('finds a person by the ID number and nobody by a number that is not there', async () => {
  await client.households.create({ kind: '个人', name: '查证件的人', idNumber: '11010519491231002X' });
  expect(await names('11010519491231002X')).toEqual(['查证件的人']);
  expect(await names('110105194912310021')).toEqual([]);
});

/** The code with its check symbol, by asking the refusal what it should be. */
async function codeFor(body: string): Promise<string> {
  const [field] = await problems(client.households.create(unit({ uscc: `${body}0` }))).catch(
    (): [string, string][] => [],
  );
  const expected = /应为“(.)”/.exec(field?.[1] ?? '')?.[1];
  return `${body}${expected ?? '0'}`;
}

test('a hit of the search says whose it is and shows the sentence it was found in', async () => {
  await using approved = await officeAt('approved', '王建国');
  const { case: item } = await approved.caseFile();
  const { hits } = await approved.client.households.search({ query: '加班' });
  const ofCase = hits.filter(({ caseId }) => caseId !== null);
  expect(ofCase.length).toBeGreaterThan(3);
  expect(new Set(ofCase.map(({ party, caseNumber }) => `${party} ${caseNumber}`))).toEqual(
    new Set([`辽源市福满园餐饮有限公司 ${item.number}`]),
  );
  for (const { text, ranges } of hits.filter((hit) => hit.ranges.length > 0)) {
    const [start = 0, length = 0] = ranges[0] ?? [];
    expect(text.slice(start, start + length)).toBe('加班');
    // Within the first half of what is shown.
    expect(start).toBeLessThanOrEqual(40);
  }
  const paper = hits.find((hit) => hit.kind === 'paper' && hit.text !== '');
  expect(paper?.field).not.toBe('');
  const {
    hits: [party],
  } = await approved.client.households.search({ query: '福满园' });
  expect(party).toMatchObject({ kind: 'household', party: '', caseNumber: '' });
  expect(party?.facts).toContainEqual({ term: '案件', text: '1 件' });
});

test.each([
  ['a whole line of one sentence', '责令改正\n每月加班超过36小时。\n其他', '加班', '每月加班超过36小时。'],
  [
    'the sentence of a long line',
    `${'前面说了很久的话，'.repeat(8)}到此为止。每月加班超过36小时。`,
    '加班',
    '每月加班超过36小时。',
  ],
  ['part of a long sentence', `${'前面说了很久的话，'.repeat(8)}每月加班超过36小时。`, '加班', '…每月加班超过36小时。'],
  ['no more than eighty characters', `加班${'多'.repeat(100)}`, '加班', `加班${'多'.repeat(78)}…`],
  ['nothing where the title alone was found', '责令改正', '加班', ''],
])('the excerpt is %s', (_, body, query, shown) => {
  expect(excerpt(body, query)).toBe(shown);
});

describe('the search by number, pinyin and kind', async () => {
  const filed = await officeOfFile('filed', '王建国');
  const { papers, case: item } = await filed.caseFile();
  const own = papers.find(({ number }) => number !== null);
  const search = async (ask: Parameters<typeof filed.client.households.search>[0]) =>
    filed.client.households.search(ask);

  test.each([
    ['as it is written', (number: string) => number],
    ['in the brackets of the keyboard', (number: string) => number.replace('〔', '[').replace('〕', ']')],
    ['in round brackets, with blanks', (number: string) => number.replace('〔', ' （').replace('〕', '） ')],
  ])('a whole number finds its own paper first, %s', async (_, written) => {
    const number = own?.number ?? '';
    const { hits } = await search({ query: written(number), limit: 1 });
    expect(hits.find(({ kind }) => kind === 'paper')?.id).toBe(own?.id);
  });

  test('the number of the case finds the case first', async () => {
    const { hits } = await search({ query: item.number, kinds: ['case'] });
    expect(hits[0]).toMatchObject({ id: item.id, state: 'filed' });
  });

  test('asked for a number, no paper is found that only cites it', async () => {
    const number = own?.number ?? '';
    const { hits } = await search({ query: number, kinds: ['paper'], inNumber: true, limit: 100 });
    expect(hits.map(({ id }) => id)).toEqual([own?.id]);
  });

  test.each(['fumanyuan', 'manyuan', 'fuman', 'fmy', 'liaoyuanshi', 'Fumanyuan'])(
    '%s finds the party',
    async (query) => {
      expect((await search({ query, kinds: ['household'] })).hits[0]?.title).toBe(restaurant);
    },
  );

  test.each(['umanyuan', 'fmanyuan', 'zhangsan'])('%s finds no party', async (query) => {
    expect((await search({ query, kinds: ['household'] })).hits).toEqual([]);
  });

  test('of each kind so many as were asked for, and how many more there are', async () => {
    const all = await search({ query: '加班', kinds: ['paper'], limit: 100 });
    const two = await search({ query: '加班', kinds: ['paper'], limit: 2 });
    expect(two.hits).toEqual(all.hits.slice(0, 2));
    expect(two.more).toEqual([{ kind: 'paper', more: all.hits.length - 2 }]);
  });
});

test('最近打开 is what this person opened last, without what may not be opened any more', async () => {
  await using other = await officeOfFile('approved', '王建国');
  expect(await other.client.households.recentlyOpened({})).toEqual([]);
  const { case: item, parties } = await other.caseFile();
  await other.client.households.open({ householdId: parties[0]?.householdId ?? '' });
  await other.client.households.search({ query: '加班' });
  // Looks are written within a second or so, behind the answer.
  await expect
    .poll(async () => (await other.client.households.recentlyOpened({})).map(({ kind, title }) => [kind, title]), {
      timeout: 5000,
    })
    .toEqual([
      ['household', restaurant],
      ['case', item.causeName],
    ]);
  await other.as('周静');
  expect(await other.client.households.recentlyOpened({})).toEqual([]);
  await other.as('王建国');
  expect(await other.client.households.recentlyOpened({ limit: 1 })).toHaveLength(1);
});
