import { BrowserWindow, dialog, shell } from 'electron';
import type { Desktop } from '../../platform/host.ts';
import { cupsPrinting } from '../cups.ts';

/** The desktop around the Electron window: native folder dialog, file manager, and protection from pictures of the screen. */
export const electronDesktop: Desktop = {
  kind: 'electron',
  ...cupsPrinting(),
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
