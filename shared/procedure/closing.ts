import type { CaseFile, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { paperIds } from '../template/paper-ids.ts';
import type { Template } from '../template/template.ts';
import { partyNamed, viewsOf } from './parties.ts';
import { rowsOf, textOf } from './paper-values.ts';
import type { Obstacle } from './procedure.ts';

/** Ways of closing a case (结案方式) that say something of its decision. */
export const closingWays = { done: '正常结案', atCourt: '已申请法院执行', ended: '终结执行', moved: '移送' } as const;

type Closing = Pick<Paper, 'id' | 'templateId' | 'values'>;

/** Why the case cannot be closed in the way its 结案审批表 says; told before anybody gives an opinion on it (第二十七条). */
export function obstaclesToClose(file: CaseFile, templates: ReadonlyMap<string, Template>, paper: Closing): Obstacle[] {
  if (paper.templateId !== paperIds.closingApproval) return [];
  const at = (sentence: string): Obstacle => ({ sentence, article: 27, paperId: paper.id, field: 'closeType' });
  const way = textOf(paper, 'closeType');
  if (way === closingWays.done)
    return viewsOf(file).flatMap((view) =>
      unperformed(view, templates).map((decision) => at(unperformedWords(file, view, decision))),
    );
  if (way === closingWays.atCourt && !isAtCourt(file))
    return [
      at(
        '还没有出具强制执行申请书，不能按“已申请法院执行”结案；先办申请法院强制执行，或者另选结案方式（第二十九条）。',
      ),
    ];
  if (way === closingWays.moved && !isMoved(file))
    return [at('还没有出具案件移送函或者涉嫌犯罪案件移送书，不能按“移送”结案；先办移送（第十四条）。')];
  return [];
}

const unperformedWords = (file: CaseFile, view: CaseFile, { name }: Paper): string => {
  const whose = partyNamed(file, view.parties[0]?.householdId);
  return `${whose === '' ? '' : `${whose}：`}${name}没有全部履行，不能按“正常结案”送审。已经履行的，先出具“全部履行”的履行情况记录；已经申请法院的，结案方式选“已申请法院执行”；依法终结的，选“终结执行”（第二十七条）。`;
};

/** A warning is performed by being told. */
const isPerformedByItself = (kind: unknown): boolean => /^(警告|通报批评)$/.test(String(kind ?? ''));

/** Issued decisions that ask something of the party, while no record says that all of it was done. */
function unperformed(view: CaseFile, templates: ReadonlyMap<string, Template>): Paper[] {
  const isPerformed = papersOf(view, paperIds.performanceRecord).some(
    (paper) => textOf(paper, 'performed') === '全部履行',
  );
  if (isPerformed) return [];
  return view.papers.filter(
    (paper) =>
      paper.status === 'issued' &&
      templates.get(paper.templateId)?.class === 'decision' &&
      [...rowsOf(paper, 'penalties').filter(({ kind }) => !isPerformedByItself(kind)), ...rowsOf(paper, 'obligations')]
        .length > 0,
  );
}

/** The application to the court went out, in this case or in one of its own. */
const isAtCourt = (file: CaseFile): boolean =>
  [...file.papers, ...file.linked.filter(({ stands }) => stands === 'later').flatMap(({ papers }) => papers)].some(
    ({ templateId, status }) => templateId === paperIds.enforcementApplication && status === 'issued',
  );

const isMoved = (file: CaseFile): boolean =>
  [paperIds.caseTransferLetter, paperIds.crimeReferral].some((id) => papersOf(file, id).length > 0);
