import type { Exhibit } from '../../../shared/case-file.ts';
import { type FeatureContext, emitChanged } from '../context.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import { damageSentence, withVault } from '../../platform/vault/vault-refusals.ts';
import type { Exhibits } from './exhibits.ts';

/** An exhibit whose SM3 is known, as everything that prints or hands it over needs it. */
export type HashedExhibit = Exhibit & { sm3: string };
export type ExhibitSm3 = ReturnType<typeof createExhibitSm3>;
type Pending = Pick<Exhibit, 'id' | 'caseId' | 'title' | 'sha256' | 'importedAt'>;

/**
 * SM3 (GB/T 32905) of exhibits. It takes several times as long as SHA-256, so a file is sealed without it and the rest follows here,
 * one file at a time; rows without one are the queue, which outlives lock and crash. Who cannot wait asks `withSm3`.
 */
export function createExhibitSm3(context: FeatureContext, blobs: BlobStore, exhibits: Exhibits) {
  const { store } = context;
  const stopper = new AbortController();
  const underWay = new Map<string, Promise<string>>();
  let catchingUp = false;
  const report = (error: unknown): void => void context.report(error, 'job', 'evidence.sm3');

  /** Computes in the background what is missing. What is damaged is told once and left alone; what else fails is tried again the next time. */
  function catchUp(): void {
    if (catchingUp) return;
    catchingUp = true;
    void computeAll()
      .catch(report)
      .finally(() => {
        catchingUp = false;
      });
  }

  async function computeAll(): Promise<void> {
    for (let next = pendingAfter(store, null); next; next = pendingAfter(store, next)) {
      await sm3Of(next).catch((error: unknown) => {
        if (!stopper.signal.aborted && !isVaultFault(error, 'damaged')) report(error);
      });
      if (stopper.signal.aborted) return;
    }
  }

  /** The exhibit with its SM3, computed now where it is not there yet. Throws the refusal `damaged`; `signal` ends the waiting. */
  async function withSm3(exhibit: Exhibit, signal: AbortSignal): Promise<HashedExhibit> {
    signal.throwIfAborted();
    if (exhibit.sm3 !== null) return { ...exhibit, sm3: exhibit.sm3 };
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const sm3 = await withVault(exhibit.title, () => Promise.race([sm3Of(exhibit), stopped]));
    return { ...exhibit, sm3 };
  }

  /** However many ask, a content is hashed once. */
  function sm3Of(exhibit: Pending): Promise<string> {
    const { sha256 } = exhibit;
    const computing = underWay.get(sha256) ?? compute(exhibit).finally(() => underWay.delete(sha256));
    underWay.set(sha256, computing);
    return computing;
  }

  async function compute(exhibit: Pending): Promise<string> {
    try {
      const sm3 = knownSm3(store, exhibit.sha256) ?? (await blobs.sm3(exhibit.sha256, { signal: stopper.signal }));
      await record(context, exhibit.sha256, sm3);
      return sm3;
    } catch (error) {
      if (isVaultFault(error, 'damaged')) await exhibits.raiseDamage(exhibit, damageSentence(error.fault.damage));
      throw error;
    }
  }

  /** Stops at lock; resolves when nothing reads the sealed files any more. */
  async function close(): Promise<void> {
    stopper.abort();
    await Promise.allSettled(underWay.values());
  }

  return { catchUp, withSm3, close };
}

/** The next one of the queue, oldest first; `null` asks for the first. */
const pendingAfter = (store: FeatureContext['store'], last: Pending | null): Pending | undefined =>
  store.get<Pending>(
    `select id, caseId, title, sha256, importedAt from exhibit
     where sm3 is null and damage is null and (importedAt, id) > (?, ?) order by importedAt, id limit 1`,
    last?.importedAt ?? '',
    last?.id ?? '',
  );

/** Of another exhibit of the same content. */
const knownSm3 = (store: FeatureContext['store'], sha256: string): string | undefined =>
  store.get<{ sm3: string }>('select sm3 from exhibit where sha256 = ? and sm3 is not null limit 1', sha256)?.sm3;

async function record(context: FeatureContext, sha256: string, sm3: string): Promise<void> {
  const hashed = await context.store.unit.run(async () => {
    const rows = context.store.all<{ id: string; caseId: string; title: string }>(
      'select id, caseId, title from exhibit where sha256 = ? and sm3 is null',
      sha256,
    );
    context.store.run('update exhibit set sm3 = ? where sha256 = ? and sm3 is null', sm3, sha256);
    for (const { id, caseId, title } of rows)
      context.audit.append({ verb: '计算SM3', what: title, subjectId: id, caseId, detail: { sha256, sm3 } });
    return rows;
  });
  for (const caseId of new Set(hashed.map((row) => row.caseId))) emitChanged(context, ['cases'], caseId);
}
