import type { Paper } from '../../../shared/case-file.ts';
import { isOutToSign } from '../../../shared/procedure/prints.ts';
import { RefusalError } from '../../platform/refusal-error.ts';

/** Nobody changes the words of a paper that somebody is about to sign, or has signed. */
export function refuseWhileOut(paper: Paper, act: string): void {
  if (isOutToSign(paper)) throw new RefusalError({ code: 'out-to-sign', what: paper.name, act });
}
