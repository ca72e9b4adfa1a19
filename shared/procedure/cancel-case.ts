import type { CaseFile, Paper } from '../case-file.ts';
import type { Role } from '../template/template.ts';
import { assignersOf } from './assignment.ts';
import type { Obstacle, Procedure } from './procedure.ts';
import { isOutToSign } from './prints.ts';

interface Acting {
  personId: string;
  roles: readonly Role[];
  unitId: string | null;
}

/**
 * 撤销登记: a case that was registered by mistake leaves the lists, never the record. Why this person may neither do it nor take it back;
 * null when they may: who registered the case, who handles it, or who answers for its unit.
 */
export function whyNotCancel(
  { personId, roles, unitId }: Acting,
  file: Pick<CaseFile, 'case' | 'officers'>,
): string | null {
  const { registeredBy, officerIds, unitId: caseUnit } = file.case;
  if (personId === registeredBy || officerIds.includes(personId)) return null;
  if (roles.includes('承办单位负责人') && (caseUnit === null || caseUnit === unitId)) return null;
  const heads = assignersOf(caseUnit, file.officers);
  if (heads.some((head) => head.personId === personId)) return null;
  const names = heads.map(({ name }) => name).join('、');
  return `撤销登记由登记人、本案承办人或者${names === '' ? '承办单位负责人' : names}办理。`;
}

/** Why a case is no slip of the register any more; empty while it is: nothing went out but its registration, and nothing is under way. */
export function obstaclesToCancel({ file, procedure }: { file: CaseFile; procedure: Procedure }): Obstacle[] {
  const { state } = file.case;
  if (state === 'cancelled') return [{ sentence: '本案的登记已经撤销。', article: null }];
  if (state !== 'source')
    return [{ sentence: '本案已经立案（已经启动），不能撤销登记；不再办理的，撤销立案后结案。', article: 13 }];
  const later = [
    ...file.linked.filter(({ stands }) => stands === 'later'),
    ...file.chain.filter(({ stands }) => stands === 'begun'),
  ].map(({ number, causeName }) => ({
    sentence: `“${number === '' ? causeName : number}”是由本案引出的案件，不能撤销本案的登记；它也登记错了的，请先撤销它的登记。`,
    article: null,
  }));
  return [...file.papers.flatMap((paper) => obstacleOf(paper, procedure)), ...later];
}

function obstacleOf(paper: Paper, { opensWith }: Procedure): Obstacle[] {
  const called = `《${paper.name}》${paper.number ?? ''}`;
  const at = { article: null, paperId: paper.id };
  if (paper.status === 'issued' && paper.templateId !== opensWith)
    return [{ ...at, sentence: `已经出具${called}，不再是登记错误，不能撤销登记；不再办理的，按程序办结。` }];
  if (paper.status === 'approving' || paper.status === 'approved')
    return [{ ...at, sentence: `${called}已经送审，请先撤回修改，或者把它作废。` }];
  return isOutToSign(paper) ? [{ ...at, sentence: `${called}的签字稿已经印出，请先作废印出的签字稿。` }] : [];
}
