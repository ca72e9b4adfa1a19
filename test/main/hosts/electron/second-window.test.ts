import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { createSecondWindow } from '../../../../main/hosts/electron/second-window.ts';

const options = { backgroundColor: '#f5f6f8', webPreferences: { preload: '/preload.cjs', sandbox: true } };

function fakeWindow() {
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    isContentProtected: () => true,
    setContentProtection: vi.fn(),
    destroy: vi.fn(() => void window.emit('closed')),
  });
  return { ...window, window: window as unknown as BrowserWindow, contents: window.webContents };
}

function opened() {
  const first = fakeWindow();
  const second = createSecondWindow(() => first.window, options);
  const ask = (url: string, asking = first.window.webContents) => second.answer(asking, url);
  return { first, second, ask };
}

test('our page gets one empty window, with the settings of the first and closing with it', () => {
  const { first, second, ask } = opened();
  const answer = ask('about:blank');
  expect(answer).toMatchObject({
    action: 'allow',
    overrideBrowserWindowOptions: { parent: first.window, webPreferences: options.webPreferences },
  });
  const child = fakeWindow();
  second.take(child.window);
  expect(child.setContentProtection).toHaveBeenCalledWith(true);
  expect(ask('about:blank')).toEqual({ action: 'deny' });
  child.window.emit('closed');
  expect(ask('about:blank')).toMatchObject({ action: 'allow' });
});

test.each(['', 'https://evil.example/', 'http://127.5.6.7:4000/', 'data:text/html,x', 'about:blank#x', 'blob:x'])(
  'no window for the address %s',
  (url) => expect(opened().ask(url)).toEqual({ action: 'deny' }),
);

test('no window for the second window, nor for anybody while there is no first', () => {
  expect(opened().ask('about:blank', fakeWindow().window.webContents)).toEqual({ action: 'deny' });
  const none = createSecondWindow(() => null, options);
  expect(none.answer(fakeWindow().window.webContents, 'about:blank')).toEqual({ action: 'deny' });
});

test('it goes nowhere, and closes before the first shows another session, and when its process is gone', () => {
  const { second } = opened();
  const child = fakeWindow();
  second.take(child.window);
  const event = { preventDefault: vi.fn() };
  child.contents.emit('will-frame-navigate', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
  second.close();
  expect(child.destroy).toHaveBeenCalledOnce();
  const next = fakeWindow();
  second.take(next.window);
  next.contents.emit('render-process-gone');
  expect(next.destroy).toHaveBeenCalledOnce();
  second.close();
  expect(next.destroy).toHaveBeenCalledOnce();
});
