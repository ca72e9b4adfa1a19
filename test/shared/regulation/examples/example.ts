import type { CaseFile } from '../../../../shared/case-file.ts';
import type { Judgement, Moment, Severity } from '../../../../shared/regulation/finding.ts';

/** A defect put into the sample case, in which no check finds anything, and what its check must say. */
export interface Example {
  id: string;
  name: string;
  change: (file: CaseFile) => CaseFile;
  /** What beside the case file is at fault: templates, procedure, periods. */
  adjust?: (input: Judgement) => Judgement;
  says: string;
  /** Filing where absent: every check that looks at a complete case speaks there. */
  moment?: Moment;
  severity?: Severity;
}
