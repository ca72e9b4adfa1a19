import { useRight } from '../../data/rights.ts';

/** Why the operator's post does not allow each act on a paper; null where it does. */
export interface PaperRights {
  create: string | null;
  save: string | null;
  submit: string | null;
  recall: string | null;
  print: string | null;
  sign: string | null;
  issue: string | null;
  void: string | null;
}

export function usePaperRights(): PaperRights {
  return {
    create: useRight('documents.create'),
    save: useRight('documents.save'),
    submit: useRight('documents.submit'),
    recall: useRight('documents.recall'),
    print: useRight('documents.printToSign'),
    sign: useRight('documents.sign'),
    issue: useRight('documents.issue'),
    void: useRight('documents.void'),
  };
}
