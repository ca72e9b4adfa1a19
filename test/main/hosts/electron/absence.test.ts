import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, onTestFinished, test, vi } from 'vitest';

const powerMonitor = new EventEmitter();
vi.doMock('electron', () => ({ powerMonitor }));
const { lockOnAbsence } = await import('../../../../main/hosts/electron/absence.ts');

test.each([
  ['suspend', false],
  ['lock-screen', false],
  ['suspend', true],
])(
  'on %s the workstation is locked after the page had its time, also without a window (%s)',
  async (event, destroyed) => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
      powerMonitor.removeAllListeners();
    });
    const lock = vi.fn(async () => {});
    const sendInputEvent = vi.fn();
    const window = { isDestroyed: () => destroyed, webContents: { sendInputEvent } };
    lockOnAbsence(window as unknown as BrowserWindow, lock);
    powerMonitor.emit(event);
    expect(sendInputEvent).toHaveBeenCalledTimes(destroyed ? 0 : 1);
    expect(lock).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(lock).toHaveBeenCalledOnce();
  },
);
