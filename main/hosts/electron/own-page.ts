import type { Session } from 'electron';
import { SESSION_COOKIE } from '../loopback/door.ts';

/** The one place that the window may show. */
export interface OwnPage {
  /** Whether an address is of our page. */
  owns: (address: string) => boolean;
  /** Where the page is from now on: each process of the workstation has a door of its own. */
  moveTo: (origin: string) => Promise<void>;
}

/** Lets the page of `session` through the door with `secret`, in a cookie no script can read and no other address gets. */
export function createOwnPage({ cookies }: Pick<Session, 'cookies'>, secret: string): OwnPage {
  let current = '';
  return {
    owns: (address) => URL.canParse(address) && new URL(address).origin === current,
    moveTo: async (origin) => {
      current = origin;
      await cookies.set({ url: origin, name: SESSION_COOKIE, value: secret, httpOnly: true, sameSite: 'strict' });
    },
  };
}
