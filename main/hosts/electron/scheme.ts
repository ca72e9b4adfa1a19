import type { CustomScheme, Session } from 'electron';
import type { Workstation } from '../../platform/host.ts';

export const PAGE_URL = 'app://case/';

/** `stream` lets `<video>` seek in recordings; `supportFetchAPI` and `secure` make it an origin like the loopback door. */
export const SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** True for addresses of our own page. Node calls the origin of such a scheme "null", so protocol and host are compared. */
export function isOwnUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === 'app:' && host === 'case';
}

/** Gives every request of the window to the workstation. */
export function serveScheme({ protocol }: Session, fetch: Workstation['fetch']): void {
  protocol.handle(SCHEME.scheme, (request) =>
    isOwnUrl(request.url) ? fetch(request) : Promise.resolve(new Response(null, { status: 421 })),
  );
}
