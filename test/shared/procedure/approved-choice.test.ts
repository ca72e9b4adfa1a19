import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDefinitions } from '../../../main/platform/definitions/compiled.ts';
import { approvedChoice } from '../../../shared/procedure/approved-choice.ts';
import { aCaseFile } from '../../support/a-case-file.ts';

const { procedures } = openDefinitions(join(import.meta.dirname, '..', '..', '..', 'resources')).definitions;
const decisionOf = (id: string) => procedures.get(id)!.steps.find((step) => step.id === 'decide')!;
const all = ['X11', 'X12', 'X13a', 'X13b', 'X13c', 'X13d', 'X13e'];

test.each([
  ['permit', 'approved', '准予行政许可', ['X11', 'X13a', 'X13b'], 4],
  ['permit', 'issued', '不予行政许可', ['X12'], 6],
  ['permit', 'issued', '其他', ['X13c', 'X13d', 'X13e'], 4],
  // Nothing is approved yet, or what none of them carries out.
  ['permit', 'approving', '准予行政许可', all, 0],
  ['permit', 'void', '准予行政许可', all, 0],
  ['permit', 'issued', '行政处罚', all, 0],
  ['injury', 'approved', '不予认定工伤', ['G10'], 1],
] as const)('%s, %s as %s: %j, %i others folded away', (procedure, status, decisionKind, fitting, others) => {
  const file = aCaseFile();
  const papers = file.papers.map((paper) =>
    paper.templateId === 'J31' ? { ...paper, status, values: { ...paper.values, decisionKind } } : paper,
  );
  const choice = approvedChoice({ ...file, papers }, decisionOf(procedure));
  expect([choice.fitting, choice.spared.length]).toEqual([fitting, others]);
  expect(choice.why).toBe(others === 0 ? '' : `本案批准的是“${decisionKind}”，另外${others}种决定不适用`);
});
