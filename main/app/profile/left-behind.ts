import { followLapses } from '../../features/cases/case-periods.ts';
import type { AnchorFile } from '../../platform/audit/anchor.ts';
import { recordBaseline } from '../../platform/audit/baseline.ts';
import type { Features } from './features.ts';
import { checkKeyring } from './keyring-record.ts';
import type { ProfileParts } from './opening.ts';

/** Takes up what the last session left behind; resolves with the sentences the clerk has to read about it. */
export async function takeUpLeftBehind(
  parts: Pick<ProfileParts, 'context' | 'blobs' | 'keyring' | 'vaultKey'>,
  { jobs, intakes, handovers, verification }: Features,
  anchorFile: AnchorFile,
): Promise<string[]> {
  const { context } = parts;
  const { warning, endedInOrder } = await anchorFile.compare(context.store);
  if (warning !== null) await recordLoss(context, warning);
  await recordBaseline(context.store, context.audit);
  const keyring = await checkKeyring(parts);
  await jobs.settle();
  await followLapses(context);
  // Only a session that was cut off leaves files behind; to look for them among all would make every log-in wait.
  const swept = endedInOrder ? [] : await sweep(parts, new Set(verification.knownFiles().map(({ sha256 }) => sha256)));
  return [
    ...(warning === null ? [] : [warning]),
    ...keyring,
    ...(await intakes.nameInterrupted()),
    ...swept,
    ...(await handovers.nameInterrupted()),
  ];
}

/** The next anchor covers what is there now, so that records were missing has to stay on record itself (第四十八条). */
async function recordLoss({ store, audit }: ProfileParts['context'], warning: string): Promise<void> {
  await store.unit.run(async () => audit.append({ verb: '发现记录缺失', what: warning }));
}

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
