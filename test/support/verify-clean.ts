import { expect } from 'vitest';
import type { Office } from './office.ts';

/** 验证 by 法规科 finds nothing: every row is as the chain left it. Who was logged in is not any more. */
export async function verifyClean(office: Office): Promise<void> {
  await office.as('赵强');
  const { state, faults } = await office.ended((await office.client.supervision.verify()).id);
  expect({ state, faults }).toEqual({ state: 'done', faults: [] });
}
