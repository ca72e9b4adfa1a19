import { momentOf } from '../../../shared/time/moments.ts';
import { followLapses } from '../../features/cases/case-periods.ts';
import type { AnchorFile } from '../../platform/audit/anchor.ts';
import type { OfficeContext } from '../../features/context.ts';
import { compareSecondAnchor } from '../../features/supervision/second-anchor.ts';
import { listPeople } from '../../features/staff/people-list.ts';
import { recordBaseline } from '../../platform/audit/baseline.ts';
import type { Features } from './features.ts';
import { otherCases, otherOffice } from './other-heads.ts';
import { settleKeys } from './keyring-record.ts';
import type { OpenRequest, ProfileParts } from './opening.ts';
import { dropMovedSettings } from './split-office.ts';
import { isNewInCases, registerOwnKey, unregisteredInCases } from './signing-keys.ts';

/** What the last session left behind in the office database; resolves with the sentences the clerk has to read about it. */
export async function takeUpOffice(
  parts: Pick<OpenRequest, 'keyring' | 'keys' | 'wrongPasswords'> & { context: OfficeContext },
  anchorFile: AnchorFile,
): Promise<string[]> {
  const { warning } = await anchorFile.compare(parts.context.store);
  const keyring = await settleKeys(parts);
  const told = warning === null ? [] : [`机关库：${warning}`];
  for (const sentence of told) await recordLoss(parts.context, sentence);
  return [...told, ...keyring, ...(await recordWrongPasswords(parts))];
}

/** The same in the database of the cases. */
export async function takeUpLeftBehind(
  { context, blobs, keys }: Pick<ProfileParts, 'context' | 'blobs' | 'keys'>,
  { jobs, intakes, handovers, verification }: Features,
  { anchorFile, isNewKey }: { anchorFile: AnchorFile; isNewKey: boolean },
): Promise<string[]> {
  const { warning, endedInOrder } = await anchorFile.compare(context.store);
  const second = await compareSecondAnchor(context);
  const isNew = isNewKey || isNewInCases(context, keys.personId);
  const signing = [...(await registerOwnKey(context, keys, isNew)), ...unregisteredInCases(context)];
  // Both anchors say the same when both are ahead of the database; what an anchor says in full the other database need not repeat.
  const anchored = [...new Set([warning, second.loss].filter((loss) => loss !== null))];
  const lost = [...anchored, ...(anchored.length === 0 ? otherCases(context) : []), ...otherOffice(context)];
  for (const sentence of lost) await recordLoss(context, sentence);
  await recordBaseline(context.store, context.audit);
  await dropMovedSettings(context);
  await jobs.settle();
  await followLapses(context);
  // Only a session that was cut off leaves files behind; to look for them among all would make every log-in wait.
  const known = (): Set<string> => new Set(verification.knownFiles().map(({ sha256 }) => sha256));
  const swept = endedInOrder ? [] : await sweep({ context, blobs }, known());
  const absent = second.absence === null ? [] : [second.absence];
  return [
    ...lost,
    ...absent,
    ...signing,
    ...(await intakes.nameInterrupted()),
    ...swept,
    ...(await handovers.nameInterrupted()),
  ];
}

/** The next anchor covers what is there now, so that records were missing has to stay on record itself (第四十八条). */
async function recordLoss({ store, audit }: Pick<OfficeContext, 'store' | 'audit'>, warning: string): Promise<void> {
  await store.unit.run(async () => audit.append({ verb: '发现记录缺失', what: warning }));
}

/** A person's own wrong passwords are told from this many on: fewer are a slip of the hand. */
const TOLD_FROM = 5;

/** Nobody could put wrong passwords on record before somebody is in; whose name was tried is told, in case it was another hand. */
async function recordWrongPasswords({
  context,
  wrongPasswords,
}: Pick<OpenRequest, 'wrongPasswords'> & { context: OfficeContext }): Promise<string[]> {
  const tries = await wrongPasswords.unrecorded();
  const { personId: mine } = context.operator;
  const own = await wrongPasswords.untold(mine);
  if (tries.length === 0 && own.count === 0) return [];
  const names = new Map(listPeople(context.store).map(({ personId, name }) => [personId, name]));
  await context.store.unit.run(async () => {
    for (const { personId, count, lastAt } of tries)
      context.audit.append({
        verb: '输错密码',
        what: `${names.get(personId) ?? '不在册的人'}${count}次，最近一次${clockOf(lastAt)}`,
        subjectId: personId,
      });
  });
  await wrongPasswords.recorded(mine);
  if (own.count < TOLD_FROM) return [];
  return [
    `您上次登录以后，有人用您的姓名输错密码${own.count}次，最近一次在${clockOf(own.lastAt)}。不是您本人的，请修改密码并报告系统管理员。`,
  ];
}

/** As the office's clock shows it. */
const clockOf = (moment: Date): string => momentOf(moment.toISOString()).replace('T', ' ');

/** Names what a crash left behind: files that no row knows go to quarantine with a line in the audit (第四十八条). */
async function sweep(
  { context, blobs }: Pick<ProfileParts, 'context' | 'blobs'>,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const moved = await blobs.sweep((sha256) => known.has(sha256));
  if (moved.length === 0) return [];
  await context.store.unit.run(async () => {
    for (const file of moved) context.audit.append({ verb: '隔离文件', what: file.name, detail: { ...file } });
  });
  return [`发现${moved.length}个没有收完的文件，已移入隔离区并记录；原来的材料没有变化。`];
}
