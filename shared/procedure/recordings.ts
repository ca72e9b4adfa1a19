import type { CaseFile, Exhibit, Paper } from '../case-file.ts';
import { isRecording } from '../case-file.ts';
import type { Template } from '../template/template.ts';
import { textOf } from './paper-values.ts';

/** Field in which officers write why a whole recording was not possible (受客观条件限制, 第十五条). */
export const limitsField = 'recordingLimits';

/** Exhibits that still count: not withdrawn. */
export const exhibitsOf = (file: CaseFile): Exhibit[] =>
  file.exhibits.filter((exhibit) => exhibit.withdrawnReason === null);

/** Recordings joined up with a paper, directly or by its step (第九条). */
export const recordingsFor = (file: CaseFile, paper: Paper, stepId: string | undefined): Exhibit[] =>
  exhibitsOf(file).filter(
    (exhibit) =>
      isRecording(exhibit) &&
      (exhibit.paperId === paper.id || (exhibit.paperId === null && stepId !== undefined && exhibit.stepId === stepId)),
  );

/** Whether a paper that must be recorded has neither a recording nor a written reason (第十、十五条). */
export const lacksRecording = (file: CaseFile, template: Template, paper: Paper, stepId: string | undefined): boolean =>
  template.recording.level === 'must' &&
  recordingsFor(file, paper, stepId).length === 0 &&
  textOf(paper, limitsField) === '';
