import type { Paper } from '../../../shared/case-file.ts';

/** States of a paper as clerks call them. */
export const paperStatusWords: Readonly<Record<Paper['status'], string>> = {
  draft: '草稿',
  approving: '审批中',
  approved: '已批准',
  issued: '已出具',
  void: '已作废',
};
