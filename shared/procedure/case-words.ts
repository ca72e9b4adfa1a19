import type { CaseState, Paper } from '../case-file.ts';

/** States of a case as clerks call them. */
export const caseStateWords: Readonly<Record<CaseState, string>> = {
  source: '已登记',
  open: '在办',
  closed: '已结案',
  filed: '已归档',
  cancelled: '登记已撤销',
  joined: '已并入另案',
};

/** States of a paper as clerks call them. */
export const paperStatusWords: Readonly<Record<Paper['status'], string>> = {
  draft: '草稿',
  approving: '审批中',
  approved: '已批准',
  issued: '已出具',
  void: '已作废',
};

/** The number of a case; it has none before its first paper is issued. */
export const numberWords = (number: string): string => (number === '' ? '未编号' : number);

/** Why nothing of a case is changed any more; null while it may be. */
export function whyNothingChanges(state: CaseState): string | null {
  if (state === 'filed') return '本案已经归档。';
  if (state === 'joined') return '本案已经并入另案，请在那一件里办理；要单独办理的，先在那一件里“分案”。';
  return state === 'cancelled' ? '本案的登记已经撤销，要办理的先“恢复登记”。' : null;
}

/** What a case is called that nobody works on though it was not filed, 撤销登记 and 并案; null for any other. It has left the lists, never the record. */
export const laidAsideWords = (state: CaseState): string | null =>
  state === 'cancelled' || state === 'joined' ? caseStateWords[state] : null;
