import { backupDueDays } from '../../../shared/contract/backup.ts';
import { readsOf } from '../../../shared/contract/right.ts';
import { addDays, daysBetween, dayOf } from '../../../shared/time/moments.ts';
import { withoutBackupSince } from '../backup/make-backup.ts';
import { hasRole, type OfficeContext, todayOf } from '../context.ts';
import { listPeople } from '../staff/people-list.ts';
import { type Line, lineOf } from './item.ts';

/** So many days before its last day a certificate (执法证) is told. */
const CERTIFICATE_DAYS = 60;
/** So many days after the last verification another one is asked for. */
export const VERIFICATION_DAYS = 30;

/** What the office database alone asks of a person: backup, certificates, people. */
export const officeLines = (context: OfficeContext): Line[] => [
  ...backupLine(context),
  ...certificateLines(context),
  ...unplacedLine(context),
  ...separationLine(context),
];

/** An office that loses its disk loses everything since the last backup. */
function backupLine(context: OfficeContext): Line[] {
  if (!hasRole(context.operator, '系统管理员', '档案员', '法规科')) return [];
  const since = withoutBackupSince(context);
  const days = daysBetween(dayOf(since), todayOf(context));
  if (days <= backupDueDays) return [];
  return [
    lineOf({
      key: 'backup',
      kind: 'backup',
      title: `备份案卷库，已有${days}天没有备份`,
      verb: '去备份',
      go: { at: 'supervision', tab: 'backup' },
      why: `磁盘损坏时，这${days}天的内容无法找回。`,
      harm: 3,
      chip: `${days} 天没有备份`,
      since,
      undated: 'week',
    }),
  ];
}

/** Their own to everybody, those of the unit to its head, all to who keeps the list of people. */
function certificateLines(context: OfficeContext): Line[] {
  const { operator, store } = context;
  const today = todayOf(context);
  const all = hasRole(operator, '系统管理员');
  const head = hasRole(operator, '承办单位负责人');
  return listPeople(store)
    .filter(
      ({ personId, unitId, active, certNo, certTo }) =>
        active &&
        certNo !== '' &&
        certTo !== '' &&
        certTo <= addDays(today, CERTIFICATE_DAYS) &&
        (all || personId === operator.personId || (head && unitId === operator.unitId)),
    )
    .map(({ personId, name, certNo, certTo }) =>
      lineOf({
        key: `certificate:${personId}`,
        kind: 'certificate',
        title: personId === operator.personId ? '换发本人的执法证' : `为${name}换发执法证`,
        verb: '看人员',
        go: { at: 'settings', section: 'people' },
        number: certNo,
        why: '执法证到期以后，不能再作为承办人签名。',
        due: certTo,
        overdue: certTo < today,
        harm: 2,
        chip: certTo < today ? `过期 ${daysBetween(certTo, today)} 天` : `剩 ${daysBetween(today, certTo)} 天`,
      }),
    );
}

/** Officers and heads without a unit: no head answers for their cases. */
function unplacedLine(context: OfficeContext): Line[] {
  if (!hasRole(context.operator, '系统管理员')) return [];
  const names = listPeople(context.store)
    .filter(({ active, unitId, roles }) => active && unitId === null && roles.some((role) => role.startsWith('承办')))
    .map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    lineOf({
      key: 'unplaced',
      kind: 'people',
      title: `给${names.length}人选定科室`,
      verb: '去选定',
      go: { at: 'settings', section: 'people' },
      why: `${names.join('、')}没有科室，他们的案件没有承办单位负责人过问。`,
    }),
  ];
}

/** An office of few people can begin with one for everything; 等保 wants them apart as soon as there are enough. */
function separationLine({ operator: { roles } }: OfficeContext): Line[] {
  if (!roles.includes('系统管理员') || readsOf(roles) === 'office') return [];
  const others = roles.filter((role) => role !== '系统管理员').join('、');
  return [
    lineOf({
      key: 'separation',
      kind: 'people',
      title: '把系统管理员交给不看案卷的人',
      verb: '看人员',
      go: { at: 'settings', section: 'people' },
      why: `您既是系统管理员，又是${others}。等级保护要求系统管理、安全管理和审计由不同的人负责。`,
    }),
  ];
}

/** 验证: for who answers for the record; told when nothing was found whole for long. */
export function verificationLine(context: OfficeContext, verifiedAt: string | null): Line[] {
  if (!hasRole(context.operator, '法规科', '系统管理员')) return [];
  const days = verifiedAt === null ? null : daysBetween(dayOf(verifiedAt), todayOf(context));
  if (days !== null && days <= VERIFICATION_DAYS) return [];
  return [
    lineOf({
      key: 'verification',
      kind: 'verification',
      title: days === null ? '验证记录和材料，还从没有验证过' : `验证记录和材料，上次在${days}天以前`,
      verb: '去验证',
      go: { at: 'supervision', tab: context.operator.reads === 'content' ? 'audit' : 'office' },
      why: '验证重新计算全部记录和材料，被改动、缺失或者损坏的会一一指出。',
      harm: 2,
      chip: days === null ? '从未验证' : `${days} 天没有验证`,
      since: verifiedAt,
      undated: 'week',
    }),
  ];
}
