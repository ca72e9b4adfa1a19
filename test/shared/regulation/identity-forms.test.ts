import { expect, test } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const odd = '91350100M000100Y44';
const file = aCaseFile();

/** The sample case with another party, in the household and on every paper. */
const withParty = (
  given: { name?: string; uscc?: string; usccChecked?: string },
  onPapers: object,
  only = /./,
): CaseFile => ({
  ...file,
  parties: file.parties.map((party) => ({ ...party, ...given })),
  papers: file.papers.map((paper) => ({
    ...paper,
    values:
      'partyName' in paper.values && only.test(paper.templateId) ? { ...paper.values, ...onPapers } : paper.values,
  })),
});
const found = (of: CaseFile): string[] =>
  judge(judgementOf(of))
    .filter(({ checkId }) => checkId === 'B05' || checkId === 'R26d')
    .map(({ severity, sentence }) => `${severity} ${sentence}`);

test('a code that does not fit is found on every paper that has it, unless somebody compared it with the licence', () => {
  const unsaid = found(withParty({ uscc: odd }, { partyUscc: odd }));
  expect(unsaid.some((line) => line.startsWith('warn') && line.includes('校验码'))).toBe(true);
  expect(unsaid.some((line) => line.startsWith('veto'))).toBe(true);
  expect(found(withParty({ uscc: odd, usccChecked: '与执照正本一致' }, { partyUscc: odd }))).toEqual([]);
});

test('one name in two dots is one name; another name is not', () => {
  expect(found(withParty({ name: '阿依古丽·买买提' }, { partyName: '阿依古丽•买买提' }))).toEqual([]);
  expect(found(withParty({ name: '阿依古丽·买买提' }, { partyName: '阿依古丽买买提' }))).toEqual([]);
  expect(found(withParty({ name: '阿依古丽·买买提' }, { partyName: '阿依古丽·买买江' }, /J21/)).join()).toContain(
    '不一致',
  );
});
