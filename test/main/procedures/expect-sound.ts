import { expect } from 'vitest';
import type { Period } from '../../../shared/periods/rule.ts';
import { isOverdue, wasMetLate } from '../../../shared/periods/periods.ts';
import { guideOf } from '../../../shared/procedure/guide.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { definitions } from '../../support/judgement.ts';
import type { Walked } from '../../support/walk/walker.ts';

/** What a case that was walked to its end must look like: all needed steps done, filed, nothing that blocks, every period met or left to lapse. */
export function expectSound({ file, periods, input }: Walked): void {
  expect(
    guideOf(input)
      .filter(({ required, state }) => required && state !== 'done')
      .map(({ step }) => step.id),
  ).toEqual([]);
  expect(file.volume).not.toBeNull();
  expect(file.case.state).toBe('filed');
  const findings = judge({ ...input, periods, phrases: definitions.phrases, laws: definitions.laws }, 'filing').filter(
    ({ severity }) => severity === 'veto' || severity === 'err',
  );
  expect(findings.map(({ checkId, sentence }) => `${checkId} ${sentence}`)).toEqual([]);
  const running = periods
    .filter((period: Period) => period.metAt === null && !period.lapses)
    .map(({ ruleId }) => ruleId);
  expect(running).toEqual([]);
  expect(
    periods
      .filter(({ duty }) => duty === '本机关')
      .filter((period) => isOverdue(period, file.today) || wasMetLate(period))
      .map(({ ruleId, from, due, metAt }) => `${ruleId} ${from}—${due} ${metAt}`),
  ).toEqual([]);
}
