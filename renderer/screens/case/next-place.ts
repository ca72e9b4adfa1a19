import type { Paper } from '../../../shared/case-file.ts';
import { guideOf, nextStep } from '../../../shared/procedure/guide.ts';
import type { GuideInput } from '../../../shared/procedure/obstacles.ts';
import { obstaclesToIssue } from '../../../shared/procedure/obstacles.ts';
import type { Obstacle } from '../../../shared/procedure/procedure.ts';
import { addressOf, type CaseAddress } from '../../parts/cases/case-address.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';

/** What is missing at a place, which decides where on the screen the clerk is taken. */
type Want =
  | 'field'
  | 'signatures'
  | 'recording'
  | 'approval'
  | 'issue'
  | 'start'
  | 'archive'
  | 'step'
  | 'exhibit'
  | 'question';

/** A place in the workspace, with the sentence that says what is missing there. */
export interface Place {
  want: Want;
  sentence: string;
  paperId?: string;
  field?: string;
  stepId?: string;
  templateId?: string;
  exhibitId?: string;
  questionId?: string;
  partyId?: string;
}

/** Where the clerk stands now; the field is null outside of one. */
export interface Here {
  paperId: string | null;
  field: string | null;
}

/** The place of an obstacle. Signatures are asked for by article 17, recordings by 15, approvals by 13 or 23. */
export function placeOf(obstacle: Obstacle): Place {
  return {
    want: wantOf(obstacle),
    sentence: obstacle.sentence,
    paperId: obstacle.paperId,
    field: obstacle.field?.split('.')[0],
    stepId: obstacle.stepId,
    templateId: obstacle.templateId,
    ...(obstacle.partyId === undefined ? {} : { partyId: obstacle.partyId }),
  };
}

function wantOf({ field, paperId, templateId, article }: Obstacle): Want {
  if (field !== undefined) return 'field';
  if (paperId === undefined) return templateId === undefined ? 'step' : 'start';
  if (article === 17) return 'signatures';
  return article === 15 ? 'recording' : 'approval';
}

/** The place of a finding: its question or exhibit, else where an obstacle of the same facts would be. */
export function placeOfFinding(finding: Finding): Place {
  const { question, exhibit } = addressOf(finding);
  return placeInAddress({ question, exhibit }) ?? placeOf(finding);
}

/** The exhibit, question, field or step that an address names beside the paper in hand; null where it names none. */
export function placeInAddress({ paper, field, step, exhibit, question }: CaseAddress): Place | null {
  if (question !== undefined) return { want: 'question', sentence: '', questionId: question };
  if (exhibit !== undefined) return { want: 'exhibit', sentence: '', exhibitId: exhibit };
  if (paper !== undefined && field !== undefined) return { want: 'field', sentence: '', paperId: paper, field };
  return paper === undefined && step !== undefined ? { want: 'step', sentence: '', stepId: step } : null;
}

/**
 * Where F2 goes: onwards through what is missing in the paper in hand, in the order of its form, then to the next thing of the whole
 * case, and round again. Null when nothing is missing anywhere.
 * @param vetoes what the checks would refuse the issue of the paper in hand for; on the way down its form F2 stops there too
 */
export function nextPlace(input: GuideInput, here: Here, vetoes: readonly Obstacle[] = []): Place | null {
  const paper = input.file.papers.find(({ id }) => id === here.paperId);
  if (paper === undefined) return inCase(input, paper);
  return inPaper(input, paper, here.field, vetoes) ?? issueOf(input, paper) ?? inCase(input, paper);
}

/** The issue of the paper in hand, once nothing stands in its way; no other step comes before it. */
function issueOf(input: GuideInput, paper: Paper): Place | undefined {
  const isOpen = paper.status === 'draft' || paper.status === 'approved';
  return isOpen && obstaclesToIssue(input, paper).length === 0 ? readyPlace(paper) : undefined;
}

const readyPlace = ({ id, name }: Paper): Place => ({
  want: 'issue',
  sentence: `“${name}”已齐备，可以出具。`,
  paperId: id,
});

/** What is missing in one paper itself, in the order of its form; what other steps must do first is not its own. */
export const missingIn = (input: GuideInput, paper: Paper): Place[] =>
  obstaclesToIssue(input, paper)
    .filter((obstacle) => obstacle.paperId === paper.id)
    .map(placeOf);

function inPaper(
  input: GuideInput,
  paper: Paper,
  field: string | null,
  vetoes: readonly Obstacle[] = [],
): Place | undefined {
  // What waits for another person's approval is not waited for here.
  if (paper.status === 'approving') return undefined;
  const missing = missingIn(input, paper);
  if (field === null) return missing[0];
  const order =
    input.templates.get(paper.templateId)?.sections.flatMap((section) => section.fields.map(({ key }) => key)) ?? [];
  const ahead = [...missing, ...vetoes.filter((veto) => veto.paperId === paper.id).map(placeOf)].filter(
    (place) => place.field !== undefined && order.indexOf(place.field) > order.indexOf(field),
  );
  const [next] = ahead.toSorted((a, b) => order.indexOf(a.field ?? '') - order.indexOf(b.field ?? ''));
  // What was passed over above comes before the signatures, nobody signs a paper with gaps; and no other step comes before this paper's last gap.
  return next ?? missing.find((place) => place.field !== field) ?? missing[0];
}

function inCase(input: GuideInput, paper: Paper | undefined): Place | null {
  const next = nextStep(guideOf(input), input);
  if (next === null) return null;
  const target = input.file.papers.find(({ id }) => id === next.paperId);
  if (target !== undefined)
    return (target.id === paper?.id ? undefined : inPaper(input, target, null)) ?? startOf(input, target, next);
  const step = input.procedure.steps.find(({ id }) => id === next.stepId);
  return {
    want: step !== undefined && 'volume' in step.doneBy ? 'archive' : next.templateId === undefined ? 'step' : 'start',
    ...next,
  };
}

/** Back at the first gap of the paper, or, where it has none, at its issue. */
function startOf(input: GuideInput, paper: Paper, next: { sentence: string; stepId: string }): Place {
  return missingIn(input, paper)[0] ?? { ...readyPlace(paper), stepId: next.stepId };
}
