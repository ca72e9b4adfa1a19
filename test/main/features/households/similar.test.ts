// Whom a party that is being typed may be already: shown while it is typed, so that one target keeps one file (第三十五条).
import { beforeAll, expect, test } from 'vitest';
import { officeOfFile } from '../../../support/office.ts';

const office = await officeOfFile('begun', '李敏');
const { client } = office;
const restaurant = '辽源市福满园餐饮有限公司';
const ids: Record<string, string> = {};

beforeAll(async () => {
  const make = async (party: Parameters<typeof client.households.create>[0]): Promise<void> => {
    ids[party.name] = (await client.households.create(party)).householdId;
  };
  await make({ kind: '单位', name: '辽源市鑫源建筑有限公司', phone: '04373319001' });
  await make({ kind: '无照单位', name: '城东早餐店', address: '东市场门口' });
  await make({ kind: '个人', name: '王伟', idNumber: '11010519491231002X' });
  for (let shop = 0; shop < 8; shop += 1) await make({ kind: '单位', name: `龙山区百味楼第${shop}餐厅` });
  const [found] = await client.households.find({ query: restaurant });
  ids[restaurant] = found?.householdId ?? '';
});

type Asked = Partial<Parameters<typeof client.households.similar>[0]>;
const like = async (asked: Asked): Promise<[string, string[]][]> =>
  (await client.households.similar({ kind: '单位', ...asked })).map(({ name, by }) => [name, by]);

test.each<[string, Asked, [string, string[]][]]>([
  [
    'the same code, whatever the name',
    { name: '另一个名字', uscc: '91350100m000100y43' },
    [[restaurant, ['号码相同']]],
  ],
  ['the same ID number', { kind: '个人', name: '王炜东', idNumber: '11010519491231002x' }, [['王伟', ['号码相同']]]],
  ['the same name in another spelling', { name: '辽源市 福满园餐饮有限责任公司' }, [[restaurant, ['名称相同']]]],
  ['a name that sounds the same', { name: '福满圆餐饮' }, [[restaurant, ['名称同音']]]],
  ['a part of the name', { name: '福满园' }, [[restaurant, ['名称相近']]]],
  ['a name much alike', { name: '鑫源建筑工程有限公司' }, [['辽源市鑫源建筑有限公司', ['名称相近']]]],
  ['the same phone', { name: '某某物业', phone: '04373319001' }, [['辽源市鑫源建筑有限公司', ['电话相同']]]],
  [
    'the name and the phone, said once',
    { name: '辽源市鑫源建筑有限公司', phone: '04373319001' },
    [['辽源市鑫源建筑有限公司', ['名称相同', '电话相同']]],
  ],
  ['a unit without a licence too', { kind: '无照单位', name: '东城早餐店' }, [['城东早餐店', ['名称相近']]]],
  ['a person of the same name', { kind: '个人', name: '王伟' }, [['王伟', ['名称相同']]]],
  ['nobody of another name', { kind: '个人', name: '王伟东' }, []],
  ['a firm of another trade', { name: '鑫源物业有限公司' }, []],
  ['nothing for one character', { name: '福' }, []],
  ['nothing for a name nobody has', { name: '四平市天地人律师事务所' }, []],
])('%s', async (_, asked, hits) => {
  expect(await like(asked)).toEqual(hits);
});

test('no more than five, the surest first, and never the household itself', async () => {
  const hits = await like({ name: '龙山区百味楼第3餐厅' });
  expect(hits).toHaveLength(5);
  expect(hits[0]).toEqual(['龙山区百味楼第3餐厅', ['名称相同']]);
  const except = ids['城东早餐店'] ?? '';
  expect(await like({ kind: '无照单位', name: '城东早餐店', except })).toEqual([]);
});

test('by a former name as well', async () => {
  const [party] = (await client.households.find({ query: '鑫源建筑' })).slice(0, 1);
  const { party: known } = await client.households.open({ householdId: party?.householdId ?? '' });
  await client.households.update({ ...known, name: '辽源市宏达建设有限公司', reason: '变更登记' });
  expect(await like({ name: '鑫源建筑' })).toEqual([['辽源市宏达建设有限公司', ['名称相近']]]);
});
