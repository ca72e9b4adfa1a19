import type { Paper, Signature } from '../case-file.ts';
import { signatureRolesOf } from '../template/conditions.ts';
import type { SignatureRole, Template } from '../template/template.ts';

/** A place for a signature that is still empty, or filled with an unexplained refusal. */
export interface SignatureGap {
  role: SignatureRole;
  /** Signatures given so far. */
  given: number;
  /** 拒签 or 不能签 without its reason (第十七条). */
  unexplained: Signature | undefined;
}

/** A place of a paper for one person to sign in, and what is on record of it. */
export interface SignaturePlace {
  role: SignatureRole;
  /** Which of the places of that role, from 0. */
  index: number;
  /** 询问人（2） where several sign in one role. */
  label: string;
  signature: Signature | undefined;
}

/** The places to sign that count for this paper, in the order they are printed. */
export const signaturePlaces = (
  template: Pick<Template, 'signatures'>,
  paper: Pick<Paper, 'values' | 'signatures'>,
): SignaturePlace[] =>
  signatureRolesOf(template, paper.values).flatMap((role) => {
    const registered = paper.signatures.filter((signature) => signature.role === role.role);
    return Array.from({ length: Math.max(role.count, registered.length) }, (_, index) => ({
      role,
      index,
      label: role.count > 1 ? `${role.role}（${index + 1}）` : role.role,
      signature: registered[index],
    }));
  });

export const isRefusal = (signature: Signature): boolean => signature.mode === '拒签' || signature.mode === '不能签';

/** Places of the template that count for this paper and are not in order; empty when all is signed. */
export const signatureGaps = (template: Template, paper: Paper): SignatureGap[] =>
  signatureRolesOf(template, paper.values).flatMap((role) => {
    const signed = paper.signatures.filter((signature) => signature.role === role.role);
    const unexplained = signed.find((signature) => isRefusal(signature) && signature.reason.trim() === '');
    const lacking = role.required && signed.length < role.count;
    return lacking || unexplained !== undefined ? [{ role, given: signed.length, unexplained }] : [];
  });
