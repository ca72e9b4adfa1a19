import { describe, expect, test } from 'vitest';
import { refuseNames } from '../../../../main/features/staff/password-names.ts';
import { RefusalError } from '../../../../main/platform/refusal-error.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeAt, refusalOf } from '../../../support/office.ts';
import { confirmedBy } from '../../../support/confirmed.ts';

const names = ['单雄信', '辽源市人社局'];
const refused = ['单雄信12345678', 'shanxiongxin', 'ShanXiongXin2026', 'shan-xiong-xin', 'sxx123456', 'SXX-2026-1'];
const ofOffice = ['辽源市人社局', 'liaoyuanshirensheju', 'lysrsj2026'];
const allowed = ['shanxiongxin haohan', 'sxx-haohan-2026', '20261130', samplePassword, 'liaoyuanshi'];

const isRefused = (password: string): boolean => {
  try {
    refuseNames(password, names);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(RefusalError);
    return true;
  }
};

test.each([...refused, ...ofOffice])('%s is a name that everybody knows', (password) => {
  expect(isRefused(password)).toBe(true);
});
test.each(allowed)('%s is none', (password) => {
  expect(isRefused(password)).toBe(false);
});
test('where no name is known none is refused', () => {
  refuseNames('shanxiongxin', ['']);
});

describe('a new password', () => {
  const weak = { code: 'invalid', problems: [{ field: 'password' }] };

  test('is compared with the name of the person and of the office, wherever one is given', async () => {
    await using office = await officeAt('set-up', '吴管理');
    const { client } = office;
    const second = await confirmedBy(client);
    const personId = await office.personId('李敏');
    const draft = { roles: ['窗口' as const], unitId: null, certNo: '', certFrom: '', certTo: '' };
    const own = { old: samplePassword, new: 'wuguanli2026' };
    expect(await refusalOf(client.session.changePassword(own))).toMatchObject(weak);
    expect(await refusalOf(client.staff.setPassword({ personId, password: 'limin-8888', ...second }))).toMatchObject(
      weak,
    );
    expect(
      await refusalOf(client.staff.add({ ...draft, name: '王小五', password: 'wangxiaowu1', ...second })),
    ).toMatchObject(weak);
    expect(await client.session.changePassword({ old: samplePassword, new: 'wuguanli de mima' })).toEqual({
      done: true,
    });
  });
});
