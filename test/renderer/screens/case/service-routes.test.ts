import { describe, expect, test } from 'vitest';
import { proofsOf, serviceRoutes } from '../../../../renderer/screens/case/service-routes.ts';
import { paperIds } from '../../../../shared/template/paper-ids.ts';
import { fieldsOf } from '../../../../shared/template/template.ts';
import type { Values } from '../../../../shared/template/values.ts';
import { definitions } from '../../../support/judgement.ts';

const receipt = definitions.templates.get(paperIds.serviceReceipt);
if (receipt === undefined) throw new Error('No 送达回证');
const fields = fieldsOf(receipt);

const routeOf = (mode: string) => {
  const route = serviceRoutes.find((serviceRoute) => serviceRoute.mode === mode);
  if (route === undefined) throw new Error(`No route ${mode}`);
  return route;
};
const states = (mode: string, values: Values = {}) =>
  Object.fromEntries(
    proofsOf(routeOf(mode), receipt, { values: { mode, ...values } }).map(({ words, state }) => [words, state]),
  );

describe('the guide of service', () => {
  test('knows every way the receipt offers, and no other', () => {
    expect(serviceRoutes.map(({ mode }) => mode).toSorted()).toEqual(
      fields.find(({ key }) => key === 'mode')?.choices?.toSorted(),
    );
  });

  test('names only fields the receipt asks for on that way', () => {
    for (const { mode, proofs } of serviceRoutes) {
      const asked = fields
        .filter(
          (field) => field.when === undefined || JSON.stringify(field.when).includes(mode) || field.key === 'avRefs',
        )
        .map(({ key }) => key);
      expect(asked, mode).toEqual(expect.arrayContaining(proofs.flatMap((proof) => [...proof.fields])));
    }
  });

  test('leads through 留置送达 by what is still missing', () => {
    expect(Object.values(states('留置'))).toEqual(['missing', 'missing', 'missing', 'missing']);
    expect(states('留置', { refuseReason: '法定代表人当面拒收', refusedAt: '2026-04-07' })).toMatchObject({
      拒收事由和日期: 'done',
    });
    expect(states('留置', { leftAtResidence: true })).toMatchObject({ '见证人签名，或者文书留在住所': 'done' });
  });

  test('goes to the field that is open', () => {
    const [first] = proofsOf(routeOf('留置'), receipt, {
      values: { mode: '留置', refuseReason: '法定代表人当面拒收' },
    });
    expect(first?.field).toBe('refusedAt');
  });

  test('asks for pictures of a poster only where one was put up', () => {
    expect(states('公告', { media: '张贴' })).toMatchObject({ 张贴过程的照片或者录像: 'missing' });
    expect(states('公告', { media: '报纸' })).toMatchObject({ 张贴过程的照片或者录像: 'optional' });
    expect(states('直接')).toMatchObject({ 条件许可时拍照或者录像: 'optional' });
  });
});
