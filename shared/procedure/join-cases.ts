import type { CaseFile, CaseState, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import type { Party } from '../identity/party.ts';
import { paperIds } from '../template/paper-ids.ts';
import type { Template } from '../template/template.ts';
import { caseStateWords } from './case-words.ts';
import { textOf } from './paper-values.ts';
import { isOutToSign } from './prints.ts';
import type { Obstacle, Procedure } from './procedure.ts';

/**
 * 并案: several complaints against one employer are handled in one case. The other case is not rewritten: its papers and exhibits are read
 * in the one that stands, until they are parted again (分案).
 */

/** 事项 of the 案件有关事项审批表 that approves it. */
export type JoinMatter = '并案' | '分案';

interface Definitions {
  templates: ReadonlyMap<string, Template>;
  procedure: Procedure;
}

interface Joining extends Definitions {
  /** The case that stands, and the one that is to be joined to it. */
  into: CaseFile;
  from: CaseFile;
  /** Ids of approvals that were used for a 并案 or 分案 before. */
  used: ReadonlySet<string>;
}

const because = (sentence: string, more: Partial<Obstacle> = {}): Obstacle => ({ sentence, article: null, ...more });

/** Whether two parties are one target: what is told of both comes from the same 一户式档案. */
export const isSameTarget = (one: Party, other: Party): boolean =>
  (['name', 'uscc', 'idNumber', 'address'] as const).every((key) => one[key] === other[key]);

const isRunning = (state: CaseState): boolean => state === 'source' || state === 'open';

/** Why this case cannot be joined to the other; empty when it can. */
export function obstaclesToJoin(joining: Joining): Obstacle[] {
  const { into, from } = joining;
  const settled = [into, from].filter(({ case: { state } }) => !isRunning(state));
  if (settled.length > 0)
    return settled.map(({ case: { causeName, state } }) =>
      because(`“${causeName}”${caseStateWords[state]}，只有没有结案的案件可以并案。`),
    );
  return [
    ...obstaclesOfKind(joining),
    ...[into, from].flatMap((file) => decidedIn(file, joining.templates, '并案')),
    ...obstaclesOfPapers(joining),
    ...(isFiled(into) || isFiled(from) ? withoutApproval(into, '并案', joining.used) : []),
  ];
}

/** Both are about one target, go the same way and lie in the same unit. */
function obstaclesOfKind({ into, from, procedure }: Joining): Obstacle[] {
  const found: Obstacle[] = [];
  const strangers = from.parties.filter((party) => !into.parties.some((own) => isSameTarget(own, party)));
  if (strangers.length > 0)
    found.push(
      because(`${strangers.map(({ name }) => name).join('、')}不是本案当事人；并案的两件应当针对同一当事人。`),
    );
  if (procedure.follows !== undefined) found.push(because('复议、诉讼、强制执行案件各自办理，不能并案。'));
  if (from.case.procedure !== into.case.procedure)
    found.push(because('两件的办案流程不同，请先变更其中一件的办案流程，再并案。'));
  if (from.case.unitId !== into.case.unitId)
    found.push(because('两件的承办单位不同，请先把它移交到本案的承办单位，再并案。', { article: 13 }));
  if (from.case.state === 'open' && into.case.state === 'source')
    found.push(because('它已经立案，本案还没有，请打开那一件，把本案并入它。', { article: 13 }));
  if (from.periodChanges.length > 0)
    found.push(because('它的期限延长或者中止过，请打开那一件，把本案并入它。', { article: 13 }));
  if (from.joined.some(({ stands }) => stands === 'from'))
    found.push(because('它已经并入过别的案件，请先在那一件里分案，或者把本案并入那一件。'));
  return found;
}

/** Its source is on record, and nothing of it is under way. */
function obstaclesOfPapers({ from, procedure, templates }: Joining): Obstacle[] {
  const registers = templates.get(procedure.opensWith)?.name ?? procedure.opensWith;
  const unregistered =
    papersOf(from, procedure.opensWith).length > 0
      ? []
      : [because(`它的《${registers}》还没有出具，请先办完登记，再并案。`, { article: 14 })];
  return [...unregistered, ...from.papers.flatMap(obstacleOfPaper)];
}

function obstacleOfPaper(paper: Paper): Obstacle[] {
  if (paper.status === 'approving' || paper.status === 'approved')
    return [because(`它的《${paper.name}》已经送审，请先撤回修改，或者把它作废。`)];
  return isOutToSign(paper) ? [because(`它的《${paper.name}》的签字稿已经印出，请先作废印出的签字稿。`)] : [];
}

/** Why the case cannot be parted again from one that was joined to it: something was decided for both. */
export function obstaclesToPart(into: CaseFile, { templates, used }: Pick<Joining, 'templates' | 'used'>): Obstacle[] {
  if (!isRunning(into.case.state))
    return [because(`本案${caseStateWords[into.case.state]}，只有没有结案的案件可以分案。`)];
  return [...decidedIn(into, templates, '分案'), ...(isFiled(into) ? withoutApproval(into, '分案', used) : [])];
}

/** 已立案: from then on such matters are approved (案件有关事项审批). */
const isFiled = ({ case: { state } }: CaseFile): boolean => state === 'open';

/** A decision, or the approval of one, that is on its way or went out. */
function decidedIn(file: CaseFile, templates: ReadonlyMap<string, Template>, matter: JoinMatter): Obstacle[] {
  const decided = file.papers.find(
    ({ status, templateId }) =>
      ['approving', 'approved', 'issued'].includes(status) &&
      (templateId === paperIds.decisionApproval || templates.get(templateId)?.class === 'decision'),
  );
  if (decided === undefined) return [];
  const called = `《${decided.name}》${decided.number ?? ''}`;
  return [because(`“${file.case.causeName}”已经有${called}，作出决定以后不能再${matter}。`)];
}

/** The issued approval of this matter that was not used yet. */
export const approvalOf = (file: CaseFile, matter: JoinMatter, used: ReadonlySet<string>): Paper | undefined =>
  papersOf(file, paperIds.caseMatterApproval).find(
    (paper) => textOf(paper, 'matter') === matter && !used.has(paper.id),
  );

const withoutApproval = (file: CaseFile, matter: JoinMatter, used: ReadonlySet<string>): Obstacle[] =>
  approvalOf(file, matter, used) !== undefined
    ? []
    : [
        because(
          `已经立案，${matter}要先经审批：在本案“有关事项审批”里填写《案件有关事项审批表》，事项选“${matter}”，批准出具以后再办。`,
          { article: 13, templateId: paperIds.caseMatterApproval },
        ),
      ];
