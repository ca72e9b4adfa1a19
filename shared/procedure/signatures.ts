import type { Paper, Signature } from '../case-file.ts';
import { holds } from '../template/conditions.ts';
import type { SignatureRole, Template } from '../template/template.ts';

/** A place for a signature that is still empty, or filled with an unexplained refusal. */
export interface SignatureGap {
  role: SignatureRole;
  /** Signatures given so far. */
  given: number;
  /** 拒签 or 不能签 without its reason (第十七条). */
  unexplained: Signature | undefined;
}

export const isRefusal = (signature: Signature): boolean => signature.mode === '拒签' || signature.mode === '不能签';

/** Places of the template that count for this paper and are not in order; empty when all is signed. */
export const signatureGaps = (template: Template, paper: Paper): SignatureGap[] =>
  template.signatures.flatMap((role) => {
    if (role.when !== undefined && !holds(role.when, paper.values)) return [];
    const signed = paper.signatures.filter((signature) => signature.role === role.role);
    const unexplained = signed.find((signature) => isRefusal(signature) && signature.reason.trim() === '');
    const lacking = role.required && signed.length < role.count;
    return lacking || unexplained !== undefined ? [{ role, given: signed.length, unexplained }] : [];
  });
