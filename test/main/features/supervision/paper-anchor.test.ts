import { expect, test } from 'vitest';
import { copyProfile } from '../../../support/office-profile.ts';
import { officeAt, openOffice } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';

test('the anchor of a slip is found as people write it; another code, and no code, are told apart', async () => {
  await using office = await officeAt('begun', '赵强');
  const { anchor } = await office.client.supervision.lastVerification();
  const seq = Number(/第(\d+)条/.exec(anchor)?.[1]);
  const compare = (code: string) => office.client.supervision.comparePaperAnchor({ code });
  for (const typed of [anchor, anchor.toLowerCase(), anchor.replaceAll('-', ' '), anchor.replaceAll('-', '－')])
    expect(await compare(typed), typed).toMatchObject({ outcome: 'same', seq });
  expect(await compare(anchor.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toMatchObject({
    outcome: 'other',
  });
  expect(await compare('第128条')).toMatchObject({ outcome: 'unreadable', seq: 0 });
  const [last] = await office.client.supervision.audit({ limit: 1 });
  expect(last).toMatchObject({ verb: '核对纸上锚点', what: `第${seq}条：不一致` });
});

test('a whole folder put back to an older state is told by the last slip, and by nothing else', async () => {
  await using office = await officeAt('begun', '赵强');
  await office.client.session.lock();
  const older = await tempDir();
  await copyProfile(office.dir, older);
  await office.as('赵强');
  const { anchor } = await office.client.supervision.lastVerification();
  await using after = await openOffice(older, '2026-06-10T09:00');
  await after.as('李敏');
  expect((await after.client.session.state()).notices).toEqual([]);
  const { outcome } = await after.client.supervision.comparePaperAnchor({ code: anchor });
  expect(['other', 'missing']).toContain(outcome);
});
