import { expect, test } from 'vitest';
import { guideOf } from '../../../../shared/procedure/guide.ts';
import { nextPlace } from '../../../../renderer/screens/case/next-place.ts';
import { beginningsOf, onlyBeginning, servedBy, whyClosed } from '../../../../renderer/screens/case/step-beginnings.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { upTo } from '../../../support/change-case-file.ts';
import { judgementOf } from '../../../support/judgement.ts';

/** What F2 would begin in the sample case as it stood with its papers up to one of this template. */
function beginningAfter(templateId: string) {
  const judgement = judgementOf(upTo(aCaseFile(), templateId));
  const place = nextPlace(judgement, { paperId: null, field: null });
  return place === null ? null : { place, begins: onlyBeginning(guideOf(judgement), place) };
}

test('a step that one paper for one party can begin is begun with it', () => {
  expect(beginningAfter('J15')).toMatchObject({
    place: { want: 'start', stepId: 'conclude' },
    begins: { templateId: 'J18', partyId: undefined },
  });
});

test.each([
  [['J07', 'J08'], [], 2],
  [['J21'], ['a', 'b'], 2],
  [['J21'], ['a'], 1],
  [[], [], 0],
])('papers %j for parties %j are %i beginnings', (templateIds, partyIds, count) =>
  expect(beginningsOf({ templateIds, partyIds })).toHaveLength(count),
);

test('a place that is no start begins nothing', () => {
  const judgement = judgementOf(upTo(aCaseFile(), 'J18'));
  expect(onlyBeginning(guideOf(judgement), { want: 'step', sentence: '', stepId: 'conclude' })).toBeNull();
});

test('a receipt begins with the newest paper it is to prove the service of', () => {
  const file = aCaseFile();
  const step = judgementOf(file).procedure.steps.find(({ id }) => id === 'serve-notice');
  const notice = file.papers.find((paper) => paper.templateId === 'J21');
  expect(step && servedBy(file, step, undefined)).toBe(notice?.id);
});

test('a filed case takes no paper but those of its last stage', () => {
  const file = aCaseFile();
  const open = { ...file, case: { ...file.case, state: 'open' as const } };
  const filed = { ...file, case: { ...file.case, state: 'filed' as const } };
  const { steps } = judgementOf(file).procedure;
  const at = (stage: string) => steps.find((step) => step.stage === stage);
  const [first, last] = [at('启动'), at('归档')];
  expect(first && whyClosed(filed, first)).toContain('已经归档');
  expect(last && whyClosed(filed, last)).toBeNull();
  expect(first && whyClosed(open, first)).toBeNull();
});
