import { describe, expect, test } from 'vitest';
import { guideOf } from '../../../../shared/procedure/guide.ts';
import type { Period } from '../../../../shared/periods/rule.ts';
import {
  groupsOf,
  lastIssue,
  missingOf,
  stageNow,
  stages,
  stagesOf,
  stepsDue,
} from '../../../../renderer/screens/case/stages.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { upTo } from '../../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../../support/judgement.ts';

/** The sample case with its papers up to one of this template. */
function after(templateId: string) {
  const file = upTo(aCaseFile(), templateId);
  return { file, guide: guideOf(judgementOf(file)) };
}

const noneDue: ReadonlySet<string> = new Set();

describe('the stages of a case', () => {
  test('are always all seven, each once, whatever the procedure', () => {
    const { file, guide } = after('J18');
    expect(stagesOf(guide, file).map(({ stage }) => stage)).toEqual(stages);
    expect(stages).toHaveLength(7);
    for (const procedure of definitions.procedures.values())
      expect(procedure.steps.every(({ stage }) => stages.includes(stage))).toBe(true);
  });

  test('say what is done, what is under way and what each of the others waits for', () => {
    const { file, guide } = after('J18');
    const standings = stagesOf(guide, file);
    const of = (stage: string) => standings.find((standing) => standing.stage === stage);
    expect(of('启动')).toMatchObject({ state: 'done', required: 2, done: 2 });
    expect(of('启动')?.days?.[0]).toContain('2026-03');
    expect(of('送达')).toMatchObject({ done: 0, waitsFor: '决定' });
    expect(stageNow(guide)).toBe(standings.find(({ state }) => state === 'current')?.stage);
  });

  test('nothing is required of a stage the case does not need', () => {
    const { file, guide } = after('J01');
    const none = guide.map((step) => ({ ...step, required: false, state: 'not-needed' as const }));
    expect(stagesOf(none, file).every(({ state, required }) => state === 'unneeded' && required === 0)).toBe(true);
  });
});

describe('the steps beside the paper', () => {
  test.each(stages)('stand in one group each, looking at %s', (looked) => {
    const { guide } = after('J21');
    const { now, ofStage, next, done, optional, spared } = groupsOf(guide, looked, noneDue);
    const all = [now, ofStage, next, ...done.map(({ steps }) => steps), optional, spared].flat();
    expect(all.map(({ step }) => step.id).toSorted()).toEqual(guide.map(({ step }) => step.id).toSorted());
    expect(done.map(({ stage }) => stage)).not.toContain(looked);
  });

  test('what has to be done now comes first, what is required later after it', () => {
    const { guide } = after('J21');
    const { now, next, optional, spared } = groupsOf(guide, '归档', noneDue);
    expect(now.length).toBeGreaterThan(0);
    expect(now.every(({ state }) => state === 'current')).toBe(true);
    expect(next.every(({ required, state }) => required && state === 'waiting')).toBe(true);
    expect(optional.every(({ required, stepPaperIds }) => !required && stepPaperIds.length === 0)).toBe(true);
    expect(spared.every(({ state }) => state === 'not-needed')).toBe(true);
  });

  test('an optional step that was begun is to be done now', () => {
    const { file, guide } = after('J15');
    const begun = guide.map((step) =>
      step.step.id === 'ask-others' ? { ...step, stepPaperIds: [file.papers[0]?.id ?? ''] } : step,
    );
    expect(groupsOf(begun, '归档', noneDue).now.map(({ step }) => step.id)).toContain('ask-others');
  });
});

describe('a step nothing asks for yet', () => {
  const { guide } = after('J32');
  const [sample] = judgementOf(aCaseFile()).periods;
  const rules = definitions.periodRules;
  const due = (over: object) =>
    stepsDue(guide, { periods: [{ ...sample, ...over } as Period], rules, today: '2026-10-20' });
  const running = { ruleId: 'Q3M', duty: '本机关', kind: 'max', metAt: null, from: '2026-10-10' };

  test('stands with what is to be done now while the period for its paper runs', () => {
    expect([...due(running)]).toEqual(['apply-to-court']);
    const { now, spared } = groupsOf(guide, '归档', due(running));
    expect(now.map(({ step }) => step.id)).toContain('apply-to-court');
    expect(spared.map(({ step }) => step.id)).not.toContain('apply-to-court');
  });

  test.each([
    ['is met', { ...running, metAt: '2026-10-15' }],
    ['has not begun', { ...running, from: '2026-11-01' }],
    ['is not the office’s', { ...running, duty: '当事人' }],
    ['is there for another paper', { ...running, ruleId: 'QC10' }],
  ])('stays folded when its period %s', (_, over) => expect(due(over).size).toBe(0));
});

test('a step says when its last paper was issued, and nothing is missing in what is done', () => {
  const { file, guide } = after('J18');
  const source = guide.find(({ step }) => step.id === 'source');
  if (source === undefined) throw new Error('no source');
  expect(lastIssue(source, file)).toBe(file.papers.find(({ templateId }) => templateId === 'J01')?.issuedAt);
  expect(missingOf(source)).toBe(0);
});
