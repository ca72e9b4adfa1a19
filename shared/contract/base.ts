import { oc } from '@orpc/contract';
import { Refusal } from './refusals.ts';

/** Every call may be refused with the same closed list of facts. */
export const call = oc.errors({ REFUSED: { status: 422, data: Refusal } });
