import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { Desktop } from '../../platform/host.ts';
import { cupsPrinting } from '../cups.ts';
import { windowPrinting } from './printing.ts';

const cups = cupsPrinting();

/** The desktop around the Electron window: native folder dialog, file manager, and protection from pictures of the screen. */
export const electronDesktop: Desktop = {
  kind: 'electron',
  ...(cups.print === undefined ? windowPrinting(ownContents) : cups),
  chooseFolder: async (title) => {
    const { filePaths } = await dialog.showOpenDialog({ title, properties: ['openDirectory', 'createDirectory'] });
    return filePaths[0];
  },
  revealFolder: async (folder) => {
    const fault = await shell.openPath(folder);
    if (fault !== '') throw new Error(fault);
  },
  protectScreen: async (on) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentProtection(on);
  },
};

/** The program's window: the oldest one, should it ever open another. */
function ownContents(): WebContents {
  const [window] = BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id);
  if (window === undefined) throw new Error('the window is closed');
  return window.webContents;
}
