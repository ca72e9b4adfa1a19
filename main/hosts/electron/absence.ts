import { type BrowserWindow, powerMonitor } from 'electron';

/** How long the page has to save what is typed before it is locked without it. */
const PATIENCE_MS = 3_000;

/**
 * Locks when the person is gone for the system: it sleeps, or its own lock screen is up (Windows and macOS tell). The page is asked first,
 * by the key a person would press, because it holds what was typed last; then the workstation locks whatever the page did.
 */
export function lockOnAbsence(window: BrowserWindow, lock: () => void): void {
  const leave = (): void => {
    if (!window.isDestroyed()) window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F8' });
    // A sleeping machine counts on when it wakes.
    setTimeout(lock, PATIENCE_MS);
  };
  // `on` is typed per event.
  powerMonitor.on('suspend', leave);
  powerMonitor.on('lock-screen', leave);
}
