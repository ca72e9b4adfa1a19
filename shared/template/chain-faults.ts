import { articleName } from '../chinese/article-name.ts';
import { approvers, fieldsOf, type ApprovalStep, type Template } from './template.ts';

/** What is wrong with a chain of approval: at one of its steps, or (null) with the whole. */
export interface ChainFault {
  step: number | null;
  sentence: string;
}

/**
 * Why an office cannot have this chain for a paper; empty when it can. `shipped` is the paper as the program has it, whose steps by law
 * (`fixedBy`) stay; null for a paper the office made itself.
 */
export function chainFaults(
  chain: readonly ApprovalStep[],
  paper: Pick<Template, 'sections'>,
  shipped: Pick<Template, 'name' | 'approval'> | null,
): ChainFault[] {
  return [
    ...chain.flatMap((step, index) => stepFaults(chain, step, index)),
    ...missingByLaw(chain, shipped),
    ...(chain.length === 0 ? dayWithoutChain(paper) : []),
  ];
}

function stepFaults(chain: readonly ApprovalStep[], { label, by }: ApprovalStep, step: number): ChainFault[] {
  if (label.trim() === '') return [{ step, sentence: '请填写这一级审批在文书上的名称。' }];
  const isTwice = chain.findIndex((other) => other.label.trim() === label.trim()) < step;
  return [
    ...(isTwice ? [{ step, sentence: `“${label}”写了两次，请改成不同的名称。` }] : []),
    ...((approvers as readonly string[]).includes(by)
      ? []
      : [{ step, sentence: `“${label}”不能由${by}签署，请选${approvers.join('、')}。` }]),
  ];
}

/** Steps the law asks for that are gone, given to another role, out of their order, or signed by fewer than there must be. */
function missingByLaw(
  chain: readonly ApprovalStep[],
  shipped: Pick<Template, 'name' | 'approval'> | null,
): ChainFault[] {
  let from = 0;
  return (shipped?.approval ?? []).flatMap(({ label, by, people, optional, fixedBy }): ChainFault[] => {
    if (fixedBy === undefined) return [];
    const found = chain.findIndex((step, index) => index >= from && step.by === by && (optional || !step.optional));
    if (found < 0)
      return [
        {
          step: null,
          sentence: `《${shipped?.name ?? ''}》的“${label}”由${fixedBy}规定，须由${by}签署，不能删去、改变先后或者改由他人。`,
        },
      ];
    from = found + 1;
    return (chain[found]?.people ?? 0) < people
      ? [{ step: found, sentence: `“${label}”须由${people}名${by}签署，不能减少（${articleName(18)}）。` }]
      : [];
  });
}

/** A field that takes the day of the last opinion would stay empty. */
const dayWithoutChain = (paper: Pick<Template, 'sections'>): ChainFault[] =>
  fieldsOf(paper)
    .filter(({ from }) => from === 'approval')
    .map(({ label }) => ({ step: null, sentence: `“${label}”填的是审批完成的日期，至少要有一级审批。` }));
