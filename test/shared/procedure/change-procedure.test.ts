import { expect, test } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { obstaclesToChangeProcedure, papersBeyond } from '../../../shared/procedure/change-procedure.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { definitions } from '../../support/judgement.ts';

const procedure = (id: string) => {
  const found = definitions.procedures.get(id);
  if (found === undefined) throw new Error(`no procedure ${id}`);
  return found;
};
const whole = aCaseFile();
const [model] = whole.papers;
if (model === undefined) throw new Error('no paper');
const paper = (templateId: string, over: Partial<Paper> = {}): Paper => ({
  ...model,
  templateId,
  name: templateId,
  ...over,
});
const source = (papers: Paper[]): CaseFile => ({ ...whole, case: { ...whole.case, state: 'source' }, papers });

test.each([
  ['another way from the same source', 'handling', [], []],
  ['a source the inspection does not begin with', 'inspection', [paper('J04', { status: 'draft' })], ['J01', 'J04']],
  ['nothing of a voided paper', 'inspection', [paper('J04', { status: 'void' })], ['J01']],
])('%s', (_, to, more, beyond) => {
  const file = source([paper('J01'), ...more]);
  expect(papersBeyond(file, procedure(to)).map(({ templateId }) => templateId)).toEqual(beyond);
});

const print = {
  id: 'P',
  kind: '签字稿',
  sha256: '',
  pages: 1,
  at: '',
  by: '',
  byId: '',
  voidReason: null,
  back: null,
} as const;
test.each<[string, Paper[], string, RegExp | null]>([
  ['with its source issued', [paper('J01')], 'handling', null],
  ['with drafts', [paper('J01'), paper('J04', { status: 'draft' })], 'inspection', null],
  ['with a paper under approval', [paper('J04', { status: 'approving' })], 'handling', /已经送审/],
  [
    'with a paper out to be signed',
    [paper('J01', { status: 'draft', prints: [print] })],
    'handling',
    /已经送审或者印出/,
  ],
  ['whose new way was begun already', [paper('J09')], 'inspection', /已经出具《J09》/],
])('a case %s', (_, papers, to, sentence) => {
  const [obstacle] = obstaclesToChangeProcedure(source(papers), procedure(to));
  if (sentence === null) expect(obstacle).toBeUndefined();
  else expect(obstacle?.sentence).toMatch(sentence);
});

test('not after 立案', () => {
  expect(obstaclesToChangeProcedure(whole, procedure('handling'))[0]?.sentence).toMatch(/不能再改办案流程/);
});
