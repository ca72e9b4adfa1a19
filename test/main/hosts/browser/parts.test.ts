import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { chromiumArguments } from '../../../../main/hosts/browser/chromium.ts';
import { findChromium } from '../../../../main/hosts/browser/find-chromium.ts';
import { connectPipe } from '../../../../main/hosts/browser/pipe.ts';

test.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string[], string | undefined]>([
  ['Debian first', {}, 'linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
  ['Edge on Linux', {}, 'linux', ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
  ['a pinned browser', { CASE_CHROMIUM: '/opt/b' }, 'linux', ['/usr/bin/chromium', '/opt/b'], '/opt/b'],
  [
    'a pinned browser that is gone: no other is taken',
    { CASE_CHROMIUM: '/opt/b' },
    'linux',
    ['/usr/bin/chromium'],
    undefined,
  ],
  ['nothing', {}, 'linux', [], undefined],
])('finds the browser: %s', (_, env, platform, files, found) => {
  expect(findChromium(env, platform, (file) => files.includes(file))).toBe(found);
});

test('finds Edge on Windows', () => {
  const isEdge = (file: string) => file.startsWith('C:\\Program Files (x86)') && file.endsWith('msedge.exe');
  expect(findChromium({ 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32', isEdge)).toContain('msedge.exe');
});

test('only root runs without the sandbox, and the command line holds no secret', () => {
  const options = { origin: 'http://127.0.0.1:1', folder: '/f', session: 'secret-session', executable: '/c' };
  expect(chromiumArguments(options, 1000)).not.toContain('--no-sandbox');
  expect(chromiumArguments(options, undefined)).not.toContain('--no-sandbox');
  expect(chromiumArguments(options, 0)).toContain('--no-sandbox');
  expect(chromiumArguments(options, 1000).join(' ')).not.toContain('secret-session');
});

test('the pipe pairs replies with commands, whatever the pieces they come in', async () => {
  const toBrowser = new PassThrough();
  const fromBrowser = new PassThrough();
  const pipe = connectPipe(toBrowser, fromBrowser);
  const events: string[] = [];
  pipe.onEvent(({ method }) => events.push(method));
  const first = pipe.send('A.a');
  const second = pipe.send('B.b', { name: '张三' }, 's1');
  expect(toBrowser.read().toString()).toBe(
    '{"id":1,"method":"A.a","params":{}}\0{"id":2,"method":"B.b","params":{"name":"张三"},"sessionId":"s1"}\0',
  );
  const replies = Buffer.from(
    '{"id":2,"result":{"name":"李四"}}\0{"method":"Page.x","params":{}}\0{"id":1,"error":{"message":"no"}}\0',
  );
  for (const byte of replies) fromBrowser.write(Buffer.of(byte));
  expect(await second).toEqual({ name: '李四' });
  await expect(first).rejects.toThrow('no');
  expect(events).toEqual(['Page.x']);
});

test('commands to a browser that is gone are rejected', async () => {
  const fromBrowser = new PassThrough();
  const pipe = connectPipe(new PassThrough(), fromBrowser);
  const pending = pipe.send('A.a');
  fromBrowser.destroy();
  await expect(pending).rejects.toThrow('gone');
  await expect(pipe.send('A.b')).rejects.toThrow('gone');
});
