import { papersOf } from '../../../shared/case-file.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import type { GuideStep, Step } from '../../../shared/procedure/procedure.ts';
import type { Place } from './next-place.ts';

/** A paper that a step can be begun with, and the party it is for, where there are several. */
export interface Beginning {
  templateId: string;
  partyId: string | undefined;
}

/** The papers a step can be begun with: one each for every party that may have its own. */
export const beginningsOf = ({ templateIds, partyIds }: Pick<GuideStep, 'templateIds' | 'partyIds'>): Beginning[] =>
  (partyIds.length === 0 ? [undefined] : partyIds).flatMap((partyId) =>
    templateIds.map((templateId) => ({ templateId, partyId })),
  );

/** The one paper that the place to start can be begun with; null where a person has to choose the paper or the party. */
export function onlyBeginning(guide: readonly GuideStep[], { want, stepId }: Place): Beginning | null {
  const guideStep = want === 'start' ? guide.find(({ step }) => step.id === stepId) : undefined;
  const beginnings = guideStep === undefined ? [] : beginningsOf(guideStep);
  return beginnings.length === 1 ? (beginnings[0] ?? null) : null;
}

/** The paper whose service is to be proved by what a step is begun with: the newest of its party. */
export const servedBy = (file: CaseFile, { doneBy }: Step, partyId: string | undefined): string | undefined =>
  'serviceOf' in doneBy ? papersOf(viewFor(file, partyId ?? null), doneBy.serviceOf).at(-1)?.id : undefined;

/** Why no paper can be added to a step of a filed case; null where one can. */
export const whyClosed = ({ case: { state } }: CaseFile, { stage }: Step): string | null =>
  state === 'filed' && stage !== '归档' ? '本案已经归档，不能再增加文书。' : null;
