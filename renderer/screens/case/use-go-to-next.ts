import { now as clockNow } from '../../data/clock.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import { findingsOfIssue } from '../../../shared/regulation/issue-findings.ts';
import { blocking } from '../../../shared/regulation/judge.ts';
import { nextPlace } from './next-place.ts';
import { onlyBeginning, servedBy, whyClosed } from './step-beginnings.ts';
import { useCaseWork, type CaseWork } from './use-case-work.ts';
import { useMyOpinion } from './use-my-opinion.ts';
import { useWorkspace } from './use-workspace.ts';
import { useCaseRight } from './use-paper-rights.ts';

/** F2: goes to the next thing that is missing, first of all one's own opinion on the paper in hand; a step that only one paper can begin is begun with it. */
export function useGoToNext(): () => void {
  const work = useCaseWork();
  const { paperId, go, start } = useWorkspace();
  const right = useCaseRight('documents.create');
  const opinion = useMyOpinion();
  return () => {
    const { file, input } = work;
    const paper = file.papers.find(({ id }) => id === paperId);
    if (paper !== undefined && opinion.whyNot(paper) === null) return opinion.give(paper);
    const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
    const place = nextPlace(input, { paperId, field }, vetoesOf(work, paperId));
    if (place === null) return;
    const guide = guideOf(input);
    const beginning = onlyBeginning(guide, place);
    const step = guide.find((guideStep) => guideStep.step.id === place.stepId)?.step;
    if (beginning === null || step === undefined || (right ?? whyClosed(file, step)) !== null) return go(place);
    const { templateId, partyId } = beginning;
    start(templateId, { serves: servedBy(file, step, partyId), partyId });
  };
}

/** What the checks would refuse the issue of the draft in hand for. */
function vetoesOf({ file, input, periods }: CaseWork, paperId: string | null): Obstacle[] {
  const draft = file.papers.find((paper) => paper.id === paperId && paper.status === 'draft');
  if (draft === undefined) return [];
  return blocking(findingsOfIssue({ ...input, periods }, draft, momentOf(clockNow().toISOString())), 'issue').filter(
    (finding) => finding.severity === 'veto' && finding.field !== undefined,
  );
}
