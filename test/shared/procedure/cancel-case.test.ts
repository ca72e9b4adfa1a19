import { expect, test } from 'vitest';
import type { CaseFile, LinkedCase, Paper } from '../../../shared/case-file.ts';
import { obstaclesToCancel, whyNotCancel } from '../../../shared/procedure/cancel-case.ts';
import type { Role } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { people, uuid } from '../../support/case-values.ts';
import { definitions } from '../../support/judgement.ts';

const procedure = definitions.procedures.get('penalty.ordinary');
if (procedure === undefined) throw new Error('no procedure');
const whole = aCaseFile();
const issued = whole.papers.find(({ templateId }) => templateId === 'J01');
if (issued === undefined) throw new Error('no J01');
const paper = (over: Partial<Paper>): Paper => ({ ...issued, templateId: 'J04', name: '立案审批表', ...over });
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
const later: LinkedCase = {
  id: uuid(7),
  number: '',
  causeName: '涉嫌另案',
  procedure: 'enforcement',
  stands: 'later',
  papers: [],
};
const registered = (over: Partial<CaseFile>): CaseFile => ({
  ...whole,
  case: { ...whole.case, state: 'source' },
  papers: [issued],
  ...over,
});

test.each<[string, Partial<CaseFile>, RegExp | null]>([
  ['registered and issued as a source', {}, null],
  ['with drafts', { papers: [issued, paper({ status: 'draft', number: null })] }, null],
  ['with a voided paper', { papers: [paper({ status: 'void' })] }, null],
  ['another paper issued', { papers: [paper({})] }, /已经出具《立案审批表》/],
  ['a paper under approval', { papers: [paper({ status: 'approving' })] }, /已经送审，请先撤回修改/],
  ['a paper approved', { papers: [paper({ status: 'approved' })] }, /已经送审/],
  ['a paper out to be signed', { papers: [{ ...issued, status: 'draft', prints: [print] }] }, /作废印出的签字稿/],
  ['followed by another case', { linked: [later] }, /“涉嫌另案”是由本案引出的案件/],
  ['following another case', { linked: [{ ...later, stands: 'earlier' }] }, null],
  ['started', { case: { ...whole.case, state: 'open' } }, /撤销立案后结案/],
  ['cancelled already', { case: { ...whole.case, state: 'cancelled' } }, /已经撤销/],
])('a case that is %s', (_, over, sentence) => {
  const [obstacle] = obstaclesToCancel({ file: registered(over), procedure });
  if (sentence === null) expect(obstacle).toBeUndefined();
  else expect(obstacle?.sentence).toMatch(sentence);
});

const unit = uuid(90);
const acting = (personId: string, roles: Role[], unitId: string | null = unit) => ({ personId, roles, unitId });
test.each([
  ['who registered it', acting(people.li.personId, ['窗口']), {}, true],
  ['an officer of the case', acting(people.wang.personId, ['承办人']), {}, true],
  ['the head of its unit', acting(uuid(50), ['承办单位负责人']), {}, true],
  ['a head, where it has no unit', acting(uuid(50), ['承办单位负责人'], uuid(91)), { unitId: null }, true],
  ['the head of another unit', acting(uuid(50), ['承办单位负责人'], uuid(91)), {}, false],
  ['another officer', acting(uuid(50), ['承办人']), {}, false],
  ['another window', acting(uuid(50), ['窗口']), {}, false],
])('%s', (_, person, over, may) => {
  const file = { ...whole, case: { ...whole.case, ...over } };
  expect(whyNotCancel(person, file) === null).toBe(may);
});
