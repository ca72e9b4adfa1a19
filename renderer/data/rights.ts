import { refusedRight } from '../../shared/contract/rights.ts';
import { articleName } from '../../shared/chinese/article-name.ts';
import { useOperator } from './session.ts';

/**
 * Why the operator may not make this call (`documents.issue`), as the reason of a greyed button; null when they may.
 * Page and main read the same table; main judges again.
 */
export function useRight(path: string): string | null {
  const { roles } = useOperator();
  const right = refusedRight(path, roles);
  if (right === null || typeof right.roles === 'string') return null;
  const article = right.article === null ? '' : `（${articleName(right.article)}）`;
  return `${right.act}由${right.roles.join('、')}办理${article}，您现在的岗位是${roles.join('、')}。`;
}
