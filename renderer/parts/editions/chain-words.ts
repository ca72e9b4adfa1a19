import type { ApprovalStep } from '../../../shared/template/template.ts';

/** 承办人意见（承办人，2人）: one step of a chain of approval. */
export const stepOfChain = ({ label, by, people, optional }: ApprovalStep): string =>
  `${label}（${by}${people > 1 ? `，${people}人` : ''}${optional ? '，可以省去' : ''}）`;

/** A chain of approval in one line. */
export const chainWords = (chain: readonly ApprovalStep[]): string =>
  chain.length === 0 ? '不需要审批' : chain.map(stepOfChain).join(' → ');
