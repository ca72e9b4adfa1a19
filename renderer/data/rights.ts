import { articleName } from '../../shared/chinese/article-name.ts';
import { type CallPath, rightOfCall } from '../../shared/contract/index.ts';
import { refusalFor } from '../../shared/contract/right.ts';
import { useOperator } from './session.ts';

/**
 * Why the operator may not make this call (`documents.issue`), as the reason of a greyed button; null when they may.
 * Page and main read the same contract; main judges again.
 */
export function useRight(path: CallPath): string | null {
  const { roles } = useOperator();
  const refusal = refusalFor(rightOfCall(path), roles);
  if (refusal?.code !== 'not-allowed') return null;
  const article = refusal.article === null ? '' : `（${articleName(refusal.article)}）`;
  return `${refusal.act}由${refusal.roles.join('、')}办理${article}，您现在的岗位是${roles.join('、')}。`;
}
