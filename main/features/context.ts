import type { Area } from '../../shared/contract/areas.ts';
import type { Operator } from '../../shared/contract/session.ts';
import type { Signal } from '../../shared/contract/desktop.ts';
import type { FaultSource } from '../../shared/faults/fault.ts';
import type { Role } from '../../shared/template/template.ts';
import type { Audit } from '../platform/audit/chain.ts';
import type { Looks } from '../platform/audit/looks.ts';
import type { Editions } from '../platform/definitions/editions.ts';
import type { Definitions } from '../platform/definitions/load.ts';
import type { Search } from '../platform/store/search.ts';
import type { Store } from '../platform/store/open.ts';
import { today } from '../../shared/time/moments.ts';

/** One database of the open profile with its chain, and who is logged in. */
interface SessionContext {
  store: Store;
  audit: Audit;
  operator: Operator;
  now: () => Date;
  /** Tells the page that something changed. */
  emit: (signal: Signal) => void;
  /** Puts an unexpected fault on record (故障记录); returns the id that the clerk is shown. */
  report: (thrown: unknown, source: FaultSource, call: string) => string;
}

/** What the features for people, units and settings are given: nothing of a case. */
export interface OfficeContext extends SessionContext {
  of: 'office';
}

/** What every other feature is given: the open profile of one operator. Features are made at unlock and end at lock. */
export interface FeatureContext extends SessionContext {
  of: 'content';
  /** The other database: a write goes to one or the other, as no transaction covers both. */
  office: OfficeContext;
  search: Search;
  looks: Looks;
  /** The data as the program ships it. */
  definitions: Definitions;
  /** The data in force on a day: shipped, with this office's editions over it. */
  editions: Editions;
}

/** The moment and the day as records keep them. */
export const nowOf = (context: Pick<SessionContext, 'now'>): string => context.now().toISOString();
export const todayOf = (context: Pick<SessionContext, 'now'>): string => today(context.now());

export const hasRole = (operator: Pick<Operator, 'roles'>, ...roles: Role[]): boolean =>
  operator.roles.some((role) => roles.includes(role));

/**
 * Tells the page whose queries answer otherwise now. Every act is an entry of the audit, which 监督 and the anchor of the session show,
 * and may be what somebody had to do (今日).
 * `anchor` is that of the record the change made, where the answer of the change brings all that whoever asked for it has to
 * know.
 */
export const emitChanged = (
  context: Pick<SessionContext, 'emit'>,
  areas: Exclude<Area, 'inbox' | 'supervision' | 'session'>[],
  caseId: string | null = null,
  anchor: string | null = null,
): void => context.emit({ kind: 'changed', areas: [...areas, 'inbox', 'supervision', 'session'], caseId, anchor });
