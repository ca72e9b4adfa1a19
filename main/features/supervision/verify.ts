import type { Job } from '../../../shared/contract/supervision.ts';
import { rowsOfBaseline } from '../../platform/audit/baseline.ts';
import { anchorCode } from '../../platform/audit/chain.ts';
import { type Finding, ofOffice } from '../../platform/audit/finding.ts';
import { replacedKeys, unsignedEntries } from '../../platform/audit/signatures.ts';
import type { FeatureContext } from '../context.ts';
import type { KeyedDatabase, Store } from '../../platform/store/open.ts';
import type { SchemaName } from '../../platform/store/schema.ts';
import { emitAlarm } from '../staff/alarm.ts';
import { listPeople } from '../staff/people-list.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { damageSentence } from '../../platform/vault/vault-refusals.ts';
import type { Jobs, Progress } from '../jobs.ts';
import { checkDatabase } from './check-database.ts';
import { conclude, interruption, soundWords, verifiedAt } from './conclude.ts';

/** How far a verification has come: entries of the chain checked, then files by their hash. */
interface Cursor {
  seq: number;
  chainDone: boolean;
  lastFile: string;
}
export interface KnownFile {
  sha256: string;
  name: string;
  caseId: string;
  exhibitId: string | null;
}

export interface VerifyTools {
  blobs: BlobStore;
  jobs: Jobs;
  databases: Record<SchemaName, KeyedDatabase>;
  /** Checks the files of the keyring; resolves with a sentence for each thing that is wrong. */
  checkKeyring: () => Promise<string[]>;
  /** Whether the office database is the one the chain of the cases knows; a sentence for what is wrong. */
  checkHeads: () => string[];
}

/** A verification under way. Cursor and faults grow as it goes, and the job keeps them, so that it can go on later. */
interface Verification {
  cursor: Cursor;
  faults: Finding[];
  report: (progress: Progress) => void;
  signal: AbortSignal;
}

/**
 * 验证 (第四十八条): the keyring, the chain, the database, every row of facts and every sealed file; names what is damaged or changed; goes on
 * where it was stopped.
 */
export const createVerification = (context: FeatureContext, tools: VerifyTools) => ({
  start: () => startVerification(context, tools),
  last: () => lastVerification(context, tools.jobs),
  knownFiles: () => knownFiles(context),
});

/** Every sealed file that a row names, with what a clerk calls it. */
export const knownFiles = ({ store }: { store: Pick<Store, 'all'> }): KnownFile[] =>
  store.all<KnownFile>(`
    select sha256, '证据“' || title || '”' as name, "caseId", id as exhibitId from exhibit
    union select thumbnail, '证据“' || title || '”的缩略图', "caseId", null from exhibit where thumbnail is not null
    union select sha256, '文书《' || name || '》' || coalesce(number, ''), "caseId", null from paper where sha256 is not null
    union select print.value ->> '$.sha256', '《' || name || '》印出的稿件', "caseId", null
      from paper, json_each(prints) print where prints <> '[]' and print.value ->> '$.sha256' is not paper.sha256
    union select print.value ->> '$.back.sha256', '《' || name || '》的签字件', "caseId", null
      from paper, json_each(prints) print where print.value ->> '$.back.sha256' is not null
    union select signed.value ->> '$.sha256', '《' || name || '》屏上签名后的稿件', "caseId", null
      from paper, json_each(prints) print, json_each(print.value -> '$.onScreen') signed where prints <> '[]'
    union select signed.value ->> '$.ink', '《' || name || '》屏上签名的笔迹', "caseId", null
      from paper, json_each(prints) print, json_each(print.value -> '$.onScreen') signed where prints <> '[]'
    union select sha256, '收件“' || "fileName" || '”', null, null from tray_file
    union select picture, '收件“' || "fileName" || '”第' || seq || '张', null, null
      from tray_sheet join tray_file on tray_file.id = "fileId"
    union select "asRead", '收件“' || "fileName" || '”第' || seq || '张（旋转前）', null, null
      from tray_sheet join tray_file on tray_file.id = "fileId" where "asRead" is not null
    union select sha256, '案卷' || archiveNo, "caseId", null from volume
    union select duplicate, '移送留存副本（' || recipient || '）', "caseId", null from handover where duplicate is not null order by sha256`);

/** Begins a verification, or goes on with the one that was stopped. */
async function startVerification(context: FeatureContext, tools: VerifyTools): Promise<Job> {
  const stopped = tools.jobs.latest("kind = 'verify'");
  const resume = stopped !== null && stopped.state !== 'done' && stopped.cursor !== null ? stopped : undefined;
  return tools.jobs.start({
    kind: 'verify',
    caseId: null,
    subject: '验证',
    resume,
    failure: interruption,
    work: (report, signal) =>
      verify(context, tools, {
        cursor: (resume?.cursor as Cursor | undefined) ?? { seq: 0, chainDone: false, lastFile: '' },
        faults: [...(resume?.faults ?? [])],
        report,
        signal,
      }),
  });
}

async function verify(context: FeatureContext, tools: VerifyTools, verification: Verification): Promise<null> {
  const { cursor, faults, signal } = verification;
  const files = knownFiles(context);
  const entries = context.audit.head().seq;
  const report = (done: number, step: string): void =>
    verification.report({ done, total: entries + files.length, step, cursor: { ...cursor }, faults: [...faults] });
  if (!cursor.chainDone) {
    if (cursor.seq === 0) {
      faults.push(...[...(await tools.checkKeyring()), ...tools.checkHeads()].map(ofOffice));
      await checkDatabase(tools.databases.office, { schema: 'office', afterSeq: 0 }, signal, (news) => {
        if (news.kind === 'fault') faults.push({ ...news.finding, sentence: `机关库：${news.finding.sentence}` });
      });
    }
    await checkChain(tools, verification, (seq, step) => report(seq, step));
    cursor.chainDone = true;
  }
  let checked = files.filter((file) => file.sha256 <= cursor.lastFile).length;
  for (const file of files.filter((candidate) => candidate.sha256 > cursor.lastFile)) {
    signal.throwIfAborted();
    report(entries + checked, `核对第${checked + 1}份材料，共${files.length}份`);
    await checkFile(context, tools.blobs, file, verification);
    cursor.lastFile = file.sha256;
    checked += 1;
  }
  await conclude(context, faults);
  report(entries + files.length, faults.length === 0 ? soundWords : `发现${faults.length}处问题`);
  return null;
}

/** Chain, database and rows of the cases. */
function checkChain(
  { databases }: VerifyTools,
  { cursor, faults, signal }: Verification,
  onProgress: (seq: number, step: string) => void,
): Promise<void> {
  return checkDatabase(databases.content, { schema: 'content', afterSeq: cursor.seq }, signal, (news) => {
    if (news.kind === 'fault') faults.push(news.finding);
    if (news.kind === 'entries') {
      cursor.seq = news.seq;
      onProgress(news.seq, '核对记录链和数据库');
    }
    if (news.kind === 'rows') onProgress(cursor.seq, '核对登记内容与记录链');
  });
}

async function checkFile(
  context: FeatureContext,
  blobs: BlobStore,
  file: KnownFile,
  { faults, signal }: Verification,
): Promise<void> {
  const result = await blobs.verify(file.sha256, { signal });
  if (result.ok) return;
  const sentence = `${file.name}已损坏：${damageSentence(result.damage)}。`;
  faults.push({ sentence, concern: file.caseId });
  emitAlarm(context, { sentence, exhibitId: file.exhibitId, caseId: file.caseId });
  if (file.exhibitId === null) return;
  await recordDamage(context, file.exhibitId, damageSentence(result.damage));
}

async function recordDamage({ store, audit }: FeatureContext, exhibitId: string, damage: string): Promise<void> {
  await store.unit.run(async () => {
    const exhibit = store.get<{ caseId: string; title: string }>(
      'update exhibit set damage = @damage where id = @exhibitId and damage is not @damage returning "caseId", title',
      { damage, exhibitId },
    );
    if (exhibit === undefined) return;
    const { caseId, title } = exhibit;
    audit.append({ verb: '发现损坏', what: title, subjectId: exhibitId, caseId, detail: { damage } });
  });
}

export interface Verified {
  job: Job | null;
  verifiedAt: string | null;
  anchor: string;
  entries: number;
  unrecorded: number;
  unsigned: number;
  replacedKeys: string[];
}

function lastVerification(context: FeatureContext, jobs: Jobs): Verified {
  const job = jobs.latest("kind = 'verify'");
  const head = context.audit.head();
  return {
    job: job ? jobs.get(job.id) : null,
    verifiedAt: verifiedAt(context),
    anchor: anchorCode(head),
    entries: head.seq,
    unrecorded: rowsOfBaseline(context.store),
    unsigned: unsignedEntries(context.store.db),
    replacedKeys: allReplacedKeys(context),
  };
}

/** Those of both chains; a key that was replaced in the office is told from there, by whoever replaced it. */
function allReplacedKeys({ store, office }: FeatureContext): string[] {
  const names = new Map(listPeople(office.store).map(({ personId, name }) => [personId, name]));
  return [...new Map([...replacedKeys(store.db, names), ...replacedKeys(office.store.db, names)]).values()];
}
