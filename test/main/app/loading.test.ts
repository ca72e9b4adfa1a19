import { expect, test, vi } from 'vitest';
import type { Workstation } from '../../../main/platform/host.ts';
import { whileLoading } from '../../../main/app/loading.ts';
import { nodeComplaint } from '../../../main/hosts/node-version.ts';

const report = () => 'K7M4-9QXD';
const request = new Request('http://127.0.0.1/');

test('requests wait until the workstation is there', async () => {
  const { promise, resolve } = Promise.withResolvers<Workstation>();
  const close = vi.fn(async () => {});
  const workstation = whileLoading(promise, report, () => {});
  const answer = workstation.fetch(request);
  resolve({ fetch: async () => new Response('page'), lock: async () => {}, close });
  expect(await (await answer).text()).toBe('page');
  await workstation.close();
  expect(close).toHaveBeenCalledOnce();
});

test('a workstation that cannot start answers with a sentence and an id, and keeps the reason for the administrator', async () => {
  const warned: string[] = [];
  const loading = Promise.reject(new Error('/home/clerk/keyring.json is damaged'));
  const workstation = whileLoading(loading, report, (line) => warned.push(line));
  const answer = await workstation.fetch(request);
  const page = await answer.text();
  expect(answer.status).toBe(503);
  expect(page).toContain('错误编号 K7M4-9QXD 告诉系统管理员');
  expect(page).not.toContain('keyring');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(warned[0]).toContain(`K7M4-9QXD Error: /home/clerk/keyring.json is damaged`);
  await workstation.close();
});

test('an older Node is told what to do', () => {
  expect(nodeComplaint('24.1.0')).toBeUndefined();
  expect(nodeComplaint('20.20.2')).toContain('npm start');
});
