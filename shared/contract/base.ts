import { type AnySchema, type ContractProcedure, type ErrorMap, oc } from '@orpc/contract';
import { Refusal } from './refusals.ts';
import type { Right } from './right.ts';

export interface CallMeta {
  /** Who may make the call; main asks before it looks at the input. */
  right: Right;
}
export type Call = ContractProcedure<AnySchema, AnySchema, ErrorMap, CallMeta>;

/** Begins a call of the contract with its right; `.input()` and `.output()` follow. Any call may be refused with the closed list of facts. */
export const call = (right: Right) => oc.$meta<CallMeta>({ right }).errors({ REFUSED: { status: 422, data: Refusal } });

/** One that needs no key to the cases. */
export const officeCall = (right: Omit<Right, 'opens'>) => call({ ...right, opens: 'office' });

export const rightOf = (declared: Call): Right => declared['~orpc'].meta.right;
