import { rm } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';

test('the window is told at each log-in and change whether pictures of the screen show it', async () => {
  const protectScreen = vi.fn(async () => {});
  const dir = await copyOfStage('set-up');
  const { workstation, client } = await openWorkstation(dir, undefined, {
    desktop: { kind: 'electron', protectScreen },
  });
  const { people, host } = await client.session.state();
  expect(host.canProtectScreen).toBe(true);
  const personId = people.find(({ name }) => name === '吴管理')?.personId ?? '';
  const logIn = () => client.session.unlock({ personId, password: samplePassword });
  await logIn();
  expect(protectScreen.mock.calls).toEqual([[false]]);
  const { office } = await client.staff.office();
  await client.staff.setOffice({ ...office, screenProtected: true });
  await client.session.lock();
  await logIn();
  expect(protectScreen.mock.calls).toEqual([[false], [true], [true]]);
  await workstation.close();
  await rm(dir, { recursive: true, force: true });
});
