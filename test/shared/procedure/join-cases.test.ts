// 并案 and 分案: what stands in the way, and who is still to be answered.
import { expect, test } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { initialValues } from '../../../shared/procedure/carry.ts';
import { obstaclesToJoin, obstaclesToPart } from '../../../shared/procedure/join-cases.ts';
import { unanswered } from '../../../shared/procedure/sources.ts';
import { isDone } from '../../../shared/procedure/steps.ts';
import type { Values } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { uuid } from '../../support/case-values.ts';
import { definitions } from '../../support/judgement.ts';

const { templates } = definitions;
const procedure = definitions.procedures.get('penalty.ordinary')!;

/** Of the complete sample case only these papers, in this state. */
function caseWith(papers: readonly string[], over: Partial<CaseFile['case']> = {}): CaseFile {
  const file = aCaseFile();
  return {
    ...file,
    case: { ...file.case, state: 'source', ...over },
    papers: file.papers.filter(({ templateId }) => papers.includes(templateId)),
  };
}

const other = (papers: readonly string[] = ['J01'], over: Partial<CaseFile['case']> = {}): CaseFile =>
  caseWith(papers, { id: uuid(800), ...over });

const approval = (matter: string, id = uuid(801)): Paper => ({
  ...aCaseFile().papers[0]!,
  id,
  templateId: 'J46',
  name: '案件有关事项审批表',
  status: 'issued',
  values: { matter },
});

const sentences = (into: CaseFile, from: CaseFile, used: string[] = []): string =>
  obstaclesToJoin({ into, from, templates, procedure, used: new Set(used) })
    .map(({ sentence }) => sentence)
    .join('\n');

test('two registered complaints against one employer are joined with a reason alone', () => {
  expect(sentences(caseWith(['J01']), other())).toBe('');
});

const inApproval = (file: CaseFile, templateId: string): CaseFile => ({
  ...file,
  papers: file.papers.map((paper) => (paper.templateId === templateId ? { ...paper, status: 'approving' } : paper)),
});
const stranger = (file: CaseFile): CaseFile => ({
  ...file,
  parties: file.parties.map((party) => ({ ...party, uscc: '', name: '另一家' })),
});

test.each([
  ['a closed case', caseWith(['J01'], { state: 'closed' }), other(), '只有没有结案的案件可以并案'],
  ['another employer', caseWith(['J01']), stranger(other()), '不是本案当事人'],
  ['another procedure', caseWith(['J01']), other(['J01'], { procedure: 'handling' }), '办案流程不同'],
  ['another unit', caseWith(['J01']), other(['J01'], { unitId: uuid(900) }), '承办单位不同'],
  ['not registered', caseWith(['J01']), other([]), '还没有出具，请先办完登记'],
  ['under approval', caseWith(['J01']), inApproval(other(['J01', 'J04']), 'J04'), '已经送审'],
  ['decided there', caseWith(['J01']), other(['J01', 'J32']), '作出决定以后不能再并案'],
  ['decided here', caseWith(['J01', 'J31']), other(), '作出决定以后不能再并案'],
  ['filed there, not here', caseWith(['J01']), other(['J01', 'J04'], { state: 'open' }), '把本案并入它'],
  ['filed, no approval', caseWith(['J01', 'J04'], { state: 'open' }), other(), '并案要先经审批'],
])('not joined: %s', (_, into, from, says) => {
  expect(sentences(into, from)).toContain(says);
});

test('after 立案 an approval bears one 并案, and one of 分案 bears none', () => {
  const filed = caseWith(['J01', 'J04'], { state: 'open' });
  const approved = { ...filed, papers: [...filed.papers, approval('并案')] };
  expect(sentences(approved, other())).toBe('');
  expect(sentences(approved, other(), [uuid(801)])).toContain('并案要先经审批');
  expect(sentences({ ...filed, papers: [...filed.papers, approval('分案')] }, other())).toContain('并案要先经审批');
});

test.each<[string, CaseFile, string]>([
  ['before 立案', caseWith(['J01']), ''],
  ['after 立案', caseWith(['J01', 'J04'], { state: 'open' }), '分案要先经审批'],
  ['decided', caseWith(['J01', 'J32']), '作出决定以后不能再分案'],
  ['closed', caseWith(['J01'], { state: 'closed' }), '只有没有结案的案件可以分案'],
])('分案 %s', (_, file, says) => {
  const found = obstaclesToPart(file, { templates, used: new Set() }).map(({ sentence }) => sentence);
  if (says === '') expect(found).toEqual([]);
  else expect(found.join()).toContain(says);
});

test('each of two complainants is answered by number; the second draft is for the second of them', () => {
  const file = caseWith(['J01', 'J03']);
  const [source, answer] = [file.papers[0]!, file.papers[1]!];
  const complaintOf = (id: string, number: string, informantName: string): Paper => ({
    ...source,
    id,
    number,
    values: { ...source.values, sourceType: '投诉', informantName },
  });
  const answerTo = (sourceRef: string): Paper => ({ ...answer, values: { ...answer.values, sourceRef } });
  const [first, second] = [complaintOf(uuid(810), '登1号', '甲某'), complaintOf(uuid(811), '登2号', '乙某')];
  const names = (answers: Paper[], papers = [first, second]): string[] =>
    unanswered({ ...file, papers }, answers).map(({ values }) => String(values['informantName']));
  expect(names([])).toEqual(['甲某', '乙某']);
  expect(names([answerTo('登1号')])).toEqual(['乙某']);
  expect(names([answerTo('登1号'), answerTo('登2号')])).toEqual([]);
  // One complaint is answered by whatever answer there is, as the clerk may have written the number otherwise.
  expect(names([answerTo('2026年第1号')], [first])).toEqual([]);

  const step = procedure.steps.find(({ id }) => id === 'inform-source')!;
  const half = { ...file, papers: [first, second, answerTo('登1号')] };
  expect(isDone(half, step)).toBe(false);
  expect(isDone({ ...half, papers: [...half.papers, answerTo('登2号')] }, step)).toBe(true);
  const begun: Values = initialValues(templates.get('J03')!, half);
  expect([begun['to'], begun['sourceRef']]).toEqual(['乙某', '登2号']);
});
