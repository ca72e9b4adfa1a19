import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const SESSION_COOKIE = 'case-session';
export const SPLASH_PATH = '/splash';
export const TICKET_PATH = '/open';

const STATUS = { target: 400, session: 401, ticket: 403, origin: 403, site: 403, upgrade: 403, host: 421 } as const;

export type DoorReason = keyof typeof STATUS;

export interface DoorRefusal {
  reason: DoorReason;
  /** How many requests this door has turned away since the start. */
  count: number;
}

export type Verdict =
  | { kind: 'pass' }
  | { kind: 'splash' }
  /** A good one-time ticket: give the session cookie and go to the page. */
  | { kind: 'admit' }
  | { kind: 'refuse'; status: number };

export interface Knock {
  method: string;
  /** The request target as it was sent, path and query. */
  target: string;
  headers: IncomingHttpHeaders;
}

export interface DoorOptions {
  /** `127.x.y.z:<port>`; any other Host means a rebinding attempt or a wrong address. */
  authority: string;
  /** Value of the session cookie. */
  session: string;
  /** One-time word that is exchanged for the cookie where no window can be given one directly. */
  ticket?: string;
  onRefusal: (refusal: DoorRefusal) => void;
}

/** Decides which local requests reach the workstation: every program on the machine, and every web page, can knock here. */
export function createDoor({ authority, session, ticket, onRefusal }: DoorOptions): (knock: Knock) => Verdict {
  const origin = `http://${authority}`;
  let unusedTicket = ticket;
  let count = 0;

  function refuse(reason: DoorReason): Verdict {
    count += 1;
    onRefusal({ reason, count });
    return { kind: 'refuse', status: STATUS[reason] };
  }

  function redeem(given: string | null): Verdict {
    if (unusedTicket === undefined || given === null || !sameSecret(given, unusedTicket)) return refuse('ticket');
    unusedTicket = undefined;
    return { kind: 'admit' };
  }

  return ({ method, target, headers }) => {
    if (headers.host !== authority) return refuse('host');
    if (headers.upgrade !== undefined) return refuse('upgrade');
    if (!target.startsWith('/') || !URL.canParse(origin + target)) return refuse('target');
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse('site');

    const url = new URL(origin + target);
    if (method === 'GET' && url.pathname === SPLASH_PATH) return { kind: 'splash' };
    if (method === 'GET' && url.pathname === TICKET_PATH) return redeem(url.searchParams.get('ticket'));
    if (!sameSecret(cookieValue(headers.cookie, SESSION_COOKIE), session)) return refuse('session');
    if (method !== 'GET' && method !== 'HEAD' && headers.origin !== origin) return refuse('origin');
    return { kind: 'pass' };
  };
}

function cookieValue(header: string | undefined, name: string): string {
  const pair = header?.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? '';
}

/** Takes the same time for every wrong value, whatever its length. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
