import type { Operator } from '../../../shared/contract/session.ts';
import { readers } from '../../../shared/contract/right.ts';
import type { Concern, Finding } from '../../platform/audit/finding.ts';
import { type FeatureContext, hasRole } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';

/** A condition on `case_record` with the named parameters it uses. */
export interface Condition {
  sql: string;
  params: { operatorId: string; operatorUnit: string | null; awayIds?: string; awayUnits?: string };
}

/**
 * Who may see a case without a separate approval (第四十二条): its own officers and who registered it, the head of its
 * unit, 法规科, 分管领导, and the archive once it is closed. The system administrator sees no case content. It is a
 * condition of the query, so that a list is cut to its length after what a person may not see, never before.
 */
export function openable(operator: Operator): Condition {
  const ways = [
    'case_record.createdBy = @operatorId',
    'exists (select 1 from case_officer where case_officer.caseId = case_record.id and case_officer.personId = @operatorId)',
  ];
  // What was joined to a case (并案) is open to who handles that one.
  ways.push(
    `exists (select 1 from case_join join case_officer on case_officer.caseId = case_join."intoId"
      where case_join."fromId" = case_record.id and case_join."undoneAt" is null and case_officer.personId = @operatorId)`,
  );
  if (hasRole(operator, '承办单位负责人'))
    ways.push('case_record.unitId is null', 'case_record.unitId = @operatorUnit');
  if (hasRole(operator, '承办人', '窗口')) ways.push("case_record.state = 'source'");
  // What nobody handles yet is not lost to the window, whatever papers went out.
  if (hasRole(operator, '窗口')) ways.push("(case_record.officerIds = '[]' and case_record.state = 'open')");
  if (hasRole(operator, '档案员'))
    ways.push(
      "case_record.state in ('closed', 'filed')",
      `exists (select 1 from case_join join case_record standing on standing.id = case_join."intoId"
        where case_join."fromId" = case_record.id and case_join."undoneAt" is null and standing.state in ('closed', 'filed'))`,
    );
  const away = waysOfAway(operator);
  const everything = [operator, ...operator.standsInFor].some((person) => hasRole(person, '法规科', '分管领导'));
  return {
    sql: everything ? '(1)' : `(${[...ways, ...away.ways].join(' or ')})`,
    params: { operatorId: operator.personId, operatorUnit: operator.unitId, ...away.params },
  };
}

/** Who stands in (请假) may open what whoever is away may: their own cases, and as a head those of the unit. */
function waysOfAway({ standsInFor }: Operator): { ways: string[]; params: { awayIds?: string; awayUnits?: string } } {
  if (standsInFor.length === 0) return { ways: [], params: {} };
  const heads = standsInFor.filter((away) => hasRole(away, '承办单位负责人'));
  return {
    ways: [
      'case_record.createdBy in (select value from json_each(@awayIds))',
      'exists (select 1 from case_officer where case_officer.caseId = case_record.id and case_officer.personId in (select value from json_each(@awayIds)))',
      'case_record.unitId in (select value from json_each(@awayUnits))',
      ...(heads.length > 0 ? ['case_record.unitId is null'] : []),
    ],
    params: {
      awayIds: JSON.stringify(standsInFor.map(({ personId }) => personId)),
      awayUnits: JSON.stringify(heads.flatMap(({ unitId }) => unitId ?? [])),
    },
  };
}

export function mayOpenCase({ store, operator }: Pick<FeatureContext, 'store' | 'operator'>, caseId: string): boolean {
  const { sql, params } = openable(operator);
  return store.get(`select 1 from case_record where id = @caseId and ${sql}`, { caseId, ...params }) !== undefined;
}

/** Refuses people who have nothing to do with the case; every feature asks this before it shows or changes one. */
export function requireAccess(context: Pick<FeatureContext, 'store' | 'operator'>, caseId: string): void {
  if (mayOpenCase(context, caseId)) return;
  if (!context.store.get('select 1 from case_record where id = ?', caseId)) throw notFound('case');
  throw new RefusalError({
    code: 'not-allowed',
    act: '查阅本案',
    roles: ['承办人', '承办单位负责人', '法规科', '分管领导'],
    article: 42,
  });
}

/** Whether this person may read what concerns the office, the parties, everything, or one case. */
export function mayRead(context: Pick<FeatureContext, 'store' | 'operator'>, concern: Concern): boolean {
  const { operator } = context;
  if (concern === 'office') return true;
  if (concern === 'parties') return hasRole(operator, ...readers);
  return hasRole(operator, '法规科', '分管领导') || (concern !== 'everything' && mayOpenCase(context, concern));
}

/** The findings this person may read, as sentences; of the others no more than how many they are. */
export function readableFindings(
  context: Pick<FeatureContext, 'store' | 'operator'>,
  findings: readonly Finding[],
): string[] {
  const readable = findings.filter(({ concern }) => mayRead(context, concern));
  const hidden = findings.length - readable.length;
  const sentences = readable.map(({ sentence }) => sentence);
  if (hidden === 0) return sentences;
  return [
    ...sentences,
    `另有${hidden}处涉及您无权查阅的案件或者材料，请法规科或者分管领导在“监督”里查看（第四十二条）。`,
  ];
}
