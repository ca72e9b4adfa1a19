import type { Role } from '../template/template.ts';
import type { Refusal } from './refusals.ts';

/**
 * Who may make a call or ask for bytes. Which case a person may open is a second question, answered by
 * main/features/staff/access.ts (第四十二条).
 */
export interface Right {
  /** What is done, in the words of the refusal. */
  act: string;
  /** Any of these roles, everybody logged in, or anybody at all (before log-in). */
  roles: readonly Role[] | 'everybody' | 'anybody';
  /** The article of the 制度 that gives this work to them. */
  article: number | null;
  /** What it needs of the keys: nothing of the cases, so that who opens people and settings alone may do it. Left out, the cases are needed. */
  opens?: 'office';
  /** Also for who signs at the seat of somebody else (就地签批): the desk, what is read there, and the session itself. */
  atLentSeat?: true;
}

/** What the keys of a person open: everything, or people, units and settings only. */
export type Reads = 'content' | 'office';

/** Everybody who works on cases. */
export const workers: readonly Role[] = ['窗口', '承办人', '承办单位负责人', '法规科', '分管领导'];
/** Everybody who may read what is in a case. */
export const readers: readonly Role[] = [...workers, '档案员'];

/** What the keys of a person with these roles are to open: the system administrator alone reads nothing of a case. */
export const readsOf = (roles: readonly Role[]): Reads =>
  roles.some((role) => readers.includes(role)) ? 'content' : 'office';

/** How a call is refused at the seat of somebody else, `owner`; null where it is answered, and at one's own seat. */
export const refusalAtSeat = ({ act, atLentSeat }: Right, owner: string | null): Refusal | null =>
  owner === null || atLentSeat === true ? null : { code: 'seat-lent', act, owner };

/** Null when a person with these roles and keys has the right, else how they are refused. `roles` is null while nobody is logged in. */
export function refusalFor(
  { act, roles: allowed, article, opens }: Right,
  roles: readonly Role[] | null,
  reads: Reads = 'content',
): Refusal | null {
  if (allowed === 'anybody') return null;
  if (roles === null) return { code: 'locked' };
  if (reads === 'office' && opens !== 'office') {
    const holders = allowed === 'everybody' ? readers : readers.filter((role) => allowed.includes(role));
    return { code: 'not-allowed', act, roles: [...holders], article: article ?? 42 };
  }
  if (allowed === 'everybody' || allowed.some((role) => roles.includes(role))) return null;
  return { code: 'not-allowed', act, roles: [...allowed], article };
}
