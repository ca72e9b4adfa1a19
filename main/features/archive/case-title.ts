import type { CaseFile } from '../../../shared/case-file.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';

/** 案卷题名: 当事人全称 + 违法行为 + 案 (GB/T 9705-2008). */
export const caseTitle = (file: CaseFile): string =>
  `${partiesTitle(file.parties.map((party) => party.name))}${file.case.causeName.replace(/案$/, '')}案`;
