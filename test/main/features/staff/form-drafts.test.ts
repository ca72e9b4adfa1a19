import { expect, test } from 'vitest';
import { officeAt } from '../../../support/office.ts';

test('an unsaved form is there again for the same person, though lock and unlock close the profile, and for nobody else', async () => {
  await using office = await officeAt('begun');
  const keys = async (): Promise<string[]> => (await office.client.formDrafts.list()).map(({ key }) => key);
  await office.as('赵强');
  await office.client.formDrafts.put({ key: 'rules 评查权重', value: '{"weights":{"A04":2}}' });
  await office.client.formDrafts.put({ key: 'rules 评查权重', value: '{"weights":{"A04":3}}' });
  await office.as('李敏');
  expect(await keys()).toEqual([]);
  await office.client.formDrafts.put({ key: 'handover', value: '{"answer":"原告所称与事实不符"}' });
  await office.as('赵强');
  expect(await office.client.formDrafts.list()).toEqual([{ key: 'rules 评查权重', value: '{"weights":{"A04":3}}' }]);
  await office.client.formDrafts.drop({ key: 'rules 评查权重' });
  expect(await keys()).toEqual([]);
  await office.as('李敏');
  expect(await keys()).toEqual(['handover']);
});
