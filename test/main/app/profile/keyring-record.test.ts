import { expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeAt } from '../../../support/office.ts';

test('the keyring is put on record when it changes, and at no other log-in', async () => {
  await using office = await officeAt('begun', '赵强');
  const changes = async (): Promise<string[]> =>
    (await office.client.supervision.audit({ of: 'office', limit: 500 }))
      .filter(({ verb }) => verb === '更新密钥文件')
      .map(({ what }) => what);
  const before = await changes();
  for (const name of ['李敏', '赵强']) await office.as(name);
  expect(await changes()).toEqual(before);
  await office.client.session.changePassword({ old: samplePassword, new: 'meitian-yao-huan-42' });
  await expect.poll(async () => (await changes()).length).toBe(before.length + 1);
});
