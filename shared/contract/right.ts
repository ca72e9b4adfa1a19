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
}

/** Everybody who works on cases. */
export const workers: readonly Role[] = ['窗口', '承办人', '承办单位负责人', '法规科', '分管领导'];
/** Everybody who may read what is in a case. */
export const readers: readonly Role[] = [...workers, '档案员'];

/** Null when a person with these roles has the right, else how they are refused. `roles` is null while nobody is logged in. */
export function refusalFor({ act, roles: allowed, article }: Right, roles: readonly Role[] | null): Refusal | null {
  if (allowed === 'anybody') return null;
  if (roles === null) return { code: 'locked' };
  if (allowed === 'everybody' || allowed.some((role) => roles.includes(role))) return null;
  return { code: 'not-allowed', act, roles: [...allowed], article };
}
