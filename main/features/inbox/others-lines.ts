import { approvalLineKey } from '../../../shared/inbox/line-keys.ts';
import { periodIds } from '../../../shared/periods/period-ids.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { addDays, daysBetween, dayOf } from '../../../shared/time/moments.ts';
import { type FeatureContext, hasRole, nowOf, todayOf } from '../context.ts';
import { waitingPapers } from '../documents/desk.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';
import { periodLine } from './case-lines.ts';
import { boundBy, type Line, lineOf } from './item.ts';
import { runningPeriods } from '../cases/running-periods.ts';

const MOST = 200;

/** 审批: the papers that wait for an opinion this person may give. */
export function approvalLines(context: FeatureContext): Line[] {
  const now = nowOf(context);
  return waitingPapers(context).map(
    ({ paperId, caseId, caseNumber, causeName, paperName, partyName, since, period, standsInFor }) => {
      const days = daysBetween(dayOf(since), todayOf(context));
      return lineOf({
        key: approvalLineKey(paperId),
        kind: 'approval',
        title: standsInFor === null ? `${paperName}　等您签批` : `${paperName}　等您代${standsInFor}签批`,
        verb: '去审批',
        go: { at: 'approval', caseId, paper: paperId },
        why: standsInFor === null ? '' : `${standsInFor}请假，由您代理。`,
        caseId,
        party: partyName,
        number: caseNumber,
        causeName,
        paperId,
        chip: days === 0 ? '今天送审' : `等了 ${days} 天`,
        since,
        undated: 'week',
        ...boundBy(period ?? undefined, now),
        harm: 2,
      });
    },
  );
}

/** So many days ahead who answers for the cases of others sees what falls due in them. */
const SUPERVISED_DAYS = 31;

/** 督办: for who answers for the cases of others (承办单位负责人, 法规科, 分管领导), the nearest period of each that is overdue or falls due within a month. */
export function supervisedLines(context: FeatureContext): Line[] {
  if (!hasRole(context.operator, '承办单位负责人', '法规科', '分管领导')) return [];
  const access = openable(context.operator);
  const rows = context.store.all<{ caseId: string; number: string; causeName: string }>(
    `select caseId, number, causeName from case_outlook cross join case_record on case_record.id = caseId
     where case_outlook.dueAt < @end and ${access.sql}
       and not exists (select 1 from running_case mine where mine.personId = @operatorId and mine.createdAt = case_record.createdAt and mine.caseId = case_record.id)
     order by case_outlook.dueAt limit @most`,
    { end: addDays(todayOf(context), SUPERVISED_DAYS), most: MOST, ...access.params },
  );
  const titleOf = partyTitles(
    context.store,
    rows.map(({ caseId }) => caseId),
  );
  const periodsOf = runningPeriods(
    context,
    rows.map(({ caseId }) => caseId),
  );
  return rows.flatMap((row) => {
    const [nearest] = periodsOf(row.caseId).binding;
    if (nearest === undefined) return [];
    const line = periodLine(nearest, { ...row, party: titleOf(row.caseId) }, { now: nowOf(context) });
    return [{ ...line, title: `督办：${line.title}`, verb: '看案件' }];
  });
}

/** 待归档: closed cases that wait for their volume, all of them for the archive, their own for the officers. */
export function filingLines(context: FeatureContext): Line[] {
  const { operator } = context;
  const all = hasRole(operator, '档案员');
  if (!all && !hasRole(operator, '承办人')) return [];
  const own = 'join case_officer mine on mine.caseId = case_record.id and mine.personId = @operatorId';
  const access = openable(operator);
  const rows = context.store.all<{
    id: string;
    number: string;
    causeName: string;
    closedAt: string | null;
    period: string | null;
  }>(
    `select case_record.id, number, causeName, closedAt,
       (select period.period from period where period.caseId = case_record.id and ruleId = @archiving and metAt is null order by warnAt limit 1) as period
     from case_record ${all ? '' : own} where state = 'closed' and ${access.sql} order by closedAt limit @most`,
    { archiving: periodIds.archiving, most: MOST, ...access.params },
  );
  const titleOf = partyTitles(
    context.store,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, causeName, closedAt, period }) =>
    lineOf({
      key: `case:${id}`,
      kind: 'filing',
      title: '立卷归档',
      verb: '去归档',
      go: { at: 'archive', caseId: id },
      caseId: id,
      party: titleOf(id),
      number,
      causeName,
      since: closedAt,
      ...boundBy(period === null ? undefined : (JSON.parse(period) as Period), nowOf(context)),
    }),
  );
}

interface HandoverLine {
  id: string;
  caseId: string;
  recipient: string;
  state: string;
  createdAt: string;
  number: string;
  causeName: string;
}

/** 待移送: packages that were made and whose receipt is not on record, and such as could not be made. */
export function handoverLines(context: FeatureContext): Line[] {
  if (!hasRole(context.operator, '承办人', '承办单位负责人', '档案员')) return [];
  const access = openable(context.operator);
  const rows = context.store.all<HandoverLine>(
    `select handover.id, handover.caseId, recipient, handover.state, handover.createdAt, number, causeName from handover join case_record on case_record.id = handover.caseId
     where handover.state in ('verified', 'failed') and (handover.createdBy = @operatorId or @archive) and ${access.sql} order by handover.createdAt limit @most`,
    { archive: hasRole(context.operator, '档案员') ? 1 : 0, most: MOST, ...access.params },
  );
  const titleOf = partyTitles(
    context.store,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ id, caseId, recipient, state, createdAt, number, causeName }) => {
    const failed = state === 'failed';
    return lineOf({
      key: `handover:${id}`,
      kind: 'handover',
      title: failed ? `重新制作提供给${recipient}的材料` : `登记${recipient}的回执`,
      verb: failed ? '去移送' : '去登记',
      go: { at: 'handover', caseId },
      caseId,
      party: titleOf(caseId),
      number,
      causeName,
      why: failed ? '上次没有制作完成。' : '材料已经制作完成，还没有登记收到的人和日期。',
      chip: `${daysBetween(dayOf(createdAt), todayOf(context))} 天前制作`,
      since: createdAt,
    });
  });
}

/** Sealed files that were found damaged, in the cases this person may open. */
export function alarmLines(context: FeatureContext): Line[] {
  const access = openable(context.operator);
  const rows = context.store.all<{
    id: string;
    title: string;
    damage: string;
    caseId: string;
    number: string;
    causeName: string;
  }>(
    `select exhibit.id, exhibit.title, damage, exhibit.caseId, number, causeName from exhibit indexed by exhibit_damaged
       join case_record on case_record.id = exhibit.caseId where damage is not null and withdrawnReason is null and ${access.sql} limit @most`,
    { most: MOST, ...access.params },
  );
  const titleOf = partyTitles(
    context.store,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ id, title, damage, caseId, number, causeName }) =>
    lineOf({
      key: `alarm:${id}`,
      kind: 'alarm',
      title: `“${title}”已经损坏`,
      verb: '去查看',
      go: { at: 'case', caseId, exhibit: id },
      caseId,
      party: titleOf(caseId),
      number,
      causeName,
      why: damage,
      harm: 3,
      undated: 'week',
      chip: '材料损坏',
    }),
  );
}
