import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Job } from '../../../shared/contract/supervision.ts';
import { anchorCode } from '../../platform/audit/chain.ts';
import { type FeatureContext, nowOf, emitChanged } from '../context.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/open.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { damageSentence } from '../../platform/vault/vault-refusals.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import type { Jobs, Progress } from '../jobs.ts';
import type { VerifyNews, VerifyOrder } from './verify-worker.ts';

/** Where a verification is: entries of the chain checked, then files by their hash. */
interface Cursor {
  seq: number;
  chainDone: boolean;
  lastFile: string;
}
interface KnownFile {
  sha256: string;
  name: string;
  exhibitId: string | null;
}

export interface VerifyTools {
  blobs: BlobStore;
  jobs: Jobs;
  databaseFile: string;
  databaseKey: () => string;
}

/** 验证 (第四十八条): the chain, the database and every sealed file; names what is damaged; goes on where it was stopped. */
export function createVerification(context: FeatureContext, { blobs, jobs, databaseFile, databaseKey }: VerifyTools) {
  const { store } = context;

  const knownFiles = (): KnownFile[] =>
    store.all<KnownFile>(`
      select sha256, '证据“' || title || '”' as name, id as exhibitId from exhibit
      union select thumbnail, '证据“' || title || '”的缩略图', null from exhibit where thumbnail is not null
      union select sha256, '文书《' || name || '》' || coalesce(number, ''), null from paper where sha256 is not null
      union select sha256, '案卷' || archiveNo, null from volume
      union select duplicate, '移送留存副本（' || recipient || '）', null from handover where duplicate is not null order by sha256`);

  async function start(): Promise<Job> {
    const stopped = jobs.latest("kind = 'verify'");
    const resume = stopped !== null && stopped.state !== 'done' && stopped.cursor !== null ? stopped : undefined;
    return jobs.start({
      kind: 'verify',
      caseId: null,
      subject: '验证',
      resume,
      sentence: interruption,
      work: (report, signal) => run(resume?.cursor as Cursor | undefined, resume?.faults ?? [], report, signal),
    });
  }

  async function run(
    from: Cursor | undefined,
    earlier: string[],
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<null> {
    const cursor: Cursor = from ?? { seq: 0, chainDone: false, lastFile: '' };
    const faults = [...earlier];
    const files = knownFiles();
    const entries = context.audit.head().seq;
    const tell = (done: number, step: string): void =>
      report({ done, total: entries + files.length, step, cursor: { ...cursor }, faults: [...faults] });
    if (!cursor.chainDone) {
      await checkChain(cursor, signal, (seq) => tell(seq, '核对记录链和数据库'), faults);
      cursor.chainDone = true;
    }
    let checked = files.filter((file) => file.sha256 <= cursor.lastFile).length;
    for (const file of files.filter((candidate) => candidate.sha256 > cursor.lastFile)) {
      signal.throwIfAborted();
      tell(entries + checked, `核对${file.name}`);
      await checkFile(file, faults, signal);
      cursor.lastFile = file.sha256;
      checked += 1;
    }
    await conclude(faults);
    tell(entries + files.length, faults.length === 0 ? '全部完好' : `发现${faults.length}处问题`);
    return null;
  }

  async function checkChain(
    cursor: Cursor,
    signal: AbortSignal,
    tell: (seq: number) => void,
    faults: string[],
  ): Promise<void> {
    const order: VerifyOrder = {
      file: databaseFile,
      keyHex: databaseKey(),
      afterSeq: cursor.seq,
      checkDatabase: cursor.seq === 0,
    };
    const worker = new Worker(workerUrl('features/supervision/verify-worker'), { workerData: order });
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop);
    worker.on('message', (news: VerifyNews) => {
      if (news.kind === 'fault') faults.push(news.sentence);
      if (news.kind === 'entries') {
        cursor.seq = news.seq;
        tell(news.seq);
      }
    });
    await once(worker, 'exit');
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
  }

  async function checkFile(file: KnownFile, faults: string[], signal: AbortSignal): Promise<void> {
    const result = await blobs.verify(file.sha256, { signal });
    if (result.ok) return;
    const sentence = `${file.name}已损坏：${damageSentence(result.damage)}。`;
    faults.push(sentence);
    context.emit({ kind: 'alarm', sentence, exhibitId: file.exhibitId });
    if (file.exhibitId === null) return;
    const { exhibitId } = file;
    await store.unit.run(async (tx) => {
      await tx.query('update exhibit set damage = ? where id = ?', [damageSentence(result.damage), exhibitId]);
    });
  }

  /** A verification that found nothing sets the day shown in the status line. */
  async function conclude(faults: string[]): Promise<void> {
    await store.unit.run(async (tx) => {
      context.audit.append({
        verb: '验证',
        what: faults.length === 0 ? '全部完好' : `发现${faults.length}处问题`,
        detail: { faults },
      });
      if (faults.length === 0)
        await tx.upsert(settingTable, { key: 'verifiedAt', value: nowOf(context), updatedAt: nowOf(context) }, ['key']);
    });
    emitChanged(context, ['cases']);
  }

  function last(): { job: Job | null; verifiedAt: string | null; anchor: string; entries: number } {
    const job = jobs.latest("kind = 'verify'");
    const head = context.audit.head();
    return {
      job: job ? jobs.get(job.id) : null,
      verifiedAt: verifiedAt(context),
      anchor: anchorCode(head),
      entries: head.seq,
    };
  }

  return { start, last, knownFiles };
}

const interruption = (error: unknown): string =>
  refusalOfDatabase(error) instanceof RefusalError
    ? '数据库无法读完，已经损坏，请停止使用并从备份恢复。'
    : '验证中断：读取数据时出错，请再按一次“验证”继续。';

/** When everything was last found whole. */
export function verifiedAt(context: Pick<FeatureContext, 'store'>): string | null {
  const row = context.store.get<{ value: string }>("select value from setting where key = 'verifiedAt'");
  return row ? (JSON.parse(row.value) as string) : null;
}
