import type { CaseFile, Officer, Paper } from '../case-file.ts';
import { articleName } from '../chinese/article-name.ts';
import { approvers, type Role, type Template } from '../template/template.ts';
import { nameOnDuty, standInOf, withStandIns } from './absence.ts';
import { type ApprovalGap, currentRound } from './approvals.ts';
import type { Obstacle } from './procedure.ts';

type People = Pick<CaseFile, 'case' | 'officers' | 'today'>;

/** What a place of the chain asks of who has it. */
const verbs: Partial<Record<Role, string>> = {
  承办人: '签署意见',
  承办单位负责人: '审核',
  法规科: '审核',
  分管领导: '签批',
  主要负责人: '签批',
};

const NAMED = 3;

/**
 * Who may sign for a role in this case: as 承办人 its officers alone, as 承办单位负责人 the head of its unit (and a head who
 * answers for the whole office), else everybody who has the role.
 */
const holdersOf = (by: Role, { case: { officerIds, unitId }, officers }: People): Officer[] =>
  officers.filter((person) => {
    if (!person.active || !person.roles.includes(by)) return false;
    if (by === '承办人') return officerIds.includes(person.personId);
    if (by !== '承办单位负责人' || unitId === null) return true;
    return person.unitId === unitId || person.roles.some((role) => role === '法规科' || role === '分管领导');
  });

/** As 承办人 nobody stands in who is none (第十八条), and nowhere who gives no opinions. */
const mayStandIn = (by: Role, { roles }: Officer): boolean =>
  by === '承办人' ? roles.includes('承办人') : approvers.some((role) => roles.includes(role));

/** Of whom the opinion that comes next is asked, and who stands in for one of them: nobody signs twice in one round (第十三条). */
export function signersOf({ by }: Pick<ApprovalGap, 'by'>, paper: Pick<Paper, 'approvals'>, people: People): Officer[] {
  const signed = currentRound(paper.approvals).map(({ personId }) => personId);
  const holders = openHolders(by, paper, people);
  return withStandIns(holders, people.officers, people.today).filter(
    (person) => !signed.includes(person.personId) && (holders.includes(person) || mayStandIn(by, person)),
  );
}

/** Those who have the place and whose opinion was not given yet, by them or by who stood in for them. */
function openHolders(by: Role, paper: Pick<Paper, 'approvals'>, people: People): Officer[] {
  const round = currentRound(paper.approvals);
  return holdersOf(by, people).filter(
    ({ personId, name }) => !round.some((given) => given.personId === personId || given.standsInFor === name),
  );
}

/** For whom this person gives the opinion: the name of who is away; undefined where the place is their own. */
export function signsFor(
  { by }: Pick<ApprovalGap, 'by'>,
  paper: Pick<Paper, 'approvals'>,
  personId: string,
  people: People,
): string | undefined {
  const holders = openHolders(by, paper, people);
  if (holders.some((holder) => holder.personId === personId)) return undefined;
  return holders.find((holder) => standInOf(holder, people.officers, people.today)?.personId === personId)?.name;
}

/** 张丽审核；王建国、李敏签署意见: whom a paper waits for, and for what. */
export function awaitedOpinion(gap: Pick<ApprovalGap, 'by'>, paper: Pick<Paper, 'approvals'>, people: People): string {
  const asked = signersOf(gap, paper, people);
  const names = openHolders(gap.by, paper, people)
    .filter((holder) => asked.includes(holder))
    .map((holder) => nameOnDuty(holder, asked, people.today));
  const who =
    names.length === 0
      ? `${gap.by}（现在没有人可签）`
      : names.length > NAMED
        ? `${names.slice(0, NAMED).join('、')}等${names.length}人`
        : names.join('、');
  return `${who}${verbs[gap.by] ?? '签署'}`;
}

/** Why this person cannot give the opinion that comes next in a chain, `gaps` being what is open of it; null when it is theirs. */
export function whyNotMine(
  [gap]: readonly ApprovalGap[],
  paper: Pick<Paper, 'approvals'>,
  { personId, roles }: { personId: string; roles: readonly Role[] },
  people: People,
): string | null {
  if (gap === undefined) return '本文书的审批已经齐全。';
  const isAsked = signersOf(gap, paper, people).some((signer) => signer.personId === personId);
  if (!isAsked && !roles.includes(gap.by))
    return `现在等“${gap.label}”，等${awaitedOpinion(gap, paper, people)}；您的岗位是${roles.join('、')}。`;
  const signed = currentRound(paper.approvals).find((approval) => approval.personId === personId);
  if (signed !== undefined) return `您已经签署了“${signed.label}”，“${gap.label}”须由另一人签署。`;
  if (isAsked) return null;
  const whose = gap.by === '承办人' ? '您不是本案承办人' : '您不是本案承办科室的负责人';
  return `${whose}，“${gap.label}”等${awaitedOpinion(gap, paper, people)}。`;
}

/** A place that more officers must sign than the case has (第十八条): told before the paper goes into approval. */
export function lacksOfficers(template: Template, paper: Pick<Paper, 'id'>, people: People): Obstacle[] {
  const holders = holdersOf('承办人', people);
  const step = template.approval.find(({ by, people: asked }) => by === '承办人' && asked > holders.length);
  if (step === undefined) return [];
  const who =
    holders.length === 0 ? '本案还没有承办人' : `本案只有${holders.map(({ name }) => name).join('、')}一名承办人`;
  const asked = step.people === 1 ? '须由本案承办人签署' : `须由${step.people}名承办人签署`;
  return [
    {
      sentence: `${who}，“${step.label}”${asked}，请先为本案选定承办人（${articleName(18)}）。`,
      article: 18,
      paperId: paper.id,
    },
  ];
}
