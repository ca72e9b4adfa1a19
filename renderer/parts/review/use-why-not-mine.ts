import { articleName } from '../../../shared/chinese/article-name.ts';
import type { Question } from '../../../shared/regulation/questions.ts';
import { useRight } from '../../data/rights.ts';
import { useOperator } from '../../data/session.ts';

/** Why the operator may not answer this question; null when they may. Main judges again. */
export function useWhyNotMine({ by, article }: Question): string | null {
  const right = useRight('cases.answer');
  const { roles } = useOperator();
  if (right !== null || by === undefined || by.some((role) => roles.includes(role))) return right;
  return `这个问题由${by.join('、')}判断（${articleName(article)}），您现在的岗位是${roles.join('、')}。`;
}
