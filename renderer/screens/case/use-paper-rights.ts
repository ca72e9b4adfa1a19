import { laidAsideWords, whyNothingChanges } from '../../../shared/procedure/case-words.ts';
import type { CallPath } from '../../../shared/contract/index.ts';
import { useRight } from '../../data/rights.ts';
import { useCaseWork } from './use-case-work.ts';

/** Why the operator's post, or a registration that was cancelled, does not allow each act on a paper; null where it does. */
export interface PaperRights {
  create: string | null;
  save: string | null;
  submit: string | null;
  recall: string | null;
  print: string | null;
  sign: string | null;
  signOnScreen: string | null;
  issue: string | null;
  void: string | null;
}

export function usePaperRights(): PaperRights {
  return {
    create: useCaseRight('documents.create'),
    save: useCaseRight('documents.save'),
    submit: useCaseRight('documents.submit'),
    recall: useCaseRight('documents.recall'),
    print: useCaseRight('documents.printToSign'),
    sign: useCaseRight('documents.sign'),
    signOnScreen: useCaseRight('documents.signOnScreen'),
    issue: useCaseRight('documents.issue'),
    void: useCaseRight('documents.void'),
  };
}

/** A right in the case in hand. What a filed case still allows is judged act by act. */
export function useCaseRight(path: CallPath): string | null {
  const { file } = useCaseWork();
  const right = useRight(path);
  return laidAsideWords(file.case.state) === null ? right : whyNothingChanges(file.case.state);
}
