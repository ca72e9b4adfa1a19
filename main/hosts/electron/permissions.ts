import type { Session } from 'electron';
import type { OwnPage } from './own-page.ts';

/** What the page may ask of the machine, each with its reason; everything that is not named here is refused. */
const GRANTED: ReadonlySet<string> = new Set([
  // Officers record hearings and inspections with the camera and the microphone (第十五条).
  'media',
  // A recording is judged on the whole screen.
  'fullscreen',
  // Clerks copy document numbers and anchor codes into other systems.
  'clipboard-sanitized-write',
]);

/** Whether the page at `address` may use `permission` (Electron's name for it). */
export function mayUse({ owns }: OwnPage, permission: string, address: string | undefined): boolean {
  return GRANTED.has(permission) && address !== undefined && owns(address);
}

/** Applies the table to requests, to checks and to devices; without the check handler Chromium would allow much by itself. */
export function guardPermissions(session: Session, page: OwnPage): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(mayUse(page, permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayUse(page, permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}
