import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { CaseFile } from '../../../shared/case-file.ts';
import { type CaseWorker, sumsOf, type WorkerDetails, workerFaults } from '../../../shared/identity/case-worker.ts';
import { settledName } from '../../../shared/identity/person-name.ts';
import { workersField } from '../../../shared/procedure/workers-table.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import { type CaseWorkerRow, caseWorkerTable } from '../../platform/store/tables/people.ts';
import { type FeatureContext, nowOf } from '../context.ts';
import { requireAccess } from '../staff/access.ts';
import { readCaseFile } from './case-file.ts';
import { changePartsOfCase } from './change-parts.ts';

/** A line of the list as it is wanted; `id` null for a new one. */
type WantedWorker = WorkerDetails & { id: string | null };

interface WorkersRequest {
  caseId: string;
  /** The list the wanted one was made from. */
  known: { id: string; version: number }[];
  workers: WantedWorker[];
}

/** Puts the wanted list of workers in the place of the one there is, all of it or nothing; see `cases.saveWorkers`. */
export async function saveWorkers(
  context: FeatureContext,
  { caseId, known, workers }: WorkersRequest,
): Promise<CaseFile> {
  requireAccess(context, caseId);
  const file = readCaseFile(context, caseId);
  const wanted = workers.map((worker) => ({ ...worker, name: settledName(worker.name) }));
  refuse(file, known, wanted);
  const changes = changesOf(file.workers, wanted);
  const detail = {
    before: sumsOf(file.workers),
    after: sumsOf(wanted),
    added: changes.added.map(({ worker }) => worker),
    changed: changes.changed.map(({ before, worker }) => ({ before, after: worker })),
    removed: changes.removed,
  };
  const act = { verb: '登记劳动者名单', what: `${wanted.length}人`, detail };
  return changePartsOfCase(context, caseId, act, (tx) => write(context, tx, caseId, changes));
}

function refuse(file: CaseFile, known: WorkersRequest['known'], wanted: readonly WantedWorker[]): void {
  const { causeName, createdAt, state } = file.case;
  if (state === 'filed')
    throw new RefusalError({ code: 'wrong-status', what: causeName, is: '已归档', act: '修改劳动者名单' });
  const versions = (list: WorkersRequest['known']): string =>
    JSON.stringify(list.map(({ id, version }) => [id, version]).toSorted());
  const isStale =
    versions(known) !== versions(file.workers) ||
    wanted.some(({ id }) => id !== null && !known.some((one) => one.id === id));
  if (isStale) throw new RefusalError({ code: 'stale', what: '劳动者名单', by: '其他人', at: createdAt });
  const faults = workerFaults(wanted).filter(({ refuses }) => refuses);
  if (faults.length > 0)
    throw invalid(
      faults.map(({ row, field, sentence }) => ({
        field: `workers.${row}.${field}`,
        label: workersField.fields?.find(({ key }) => key === field)?.label ?? field,
        sentence: `第${row + 1}行：${sentence}`,
        article: null,
      })),
    );
}

interface Placed {
  position: number;
  worker: WorkerDetails;
}

interface Changes {
  added: Placed[];
  changed: (Placed & { before: CaseWorker })[];
  moved: { before: CaseWorker; position: number }[];
  removed: CaseWorker[];
}

function changesOf(list: readonly CaseWorker[], wanted: readonly WantedWorker[]): Changes {
  const changes: Changes = {
    added: [],
    changed: [],
    moved: [],
    removed: list.filter(({ id }) => !wanted.some((worker) => worker.id === id)),
  };
  wanted.forEach(({ id, ...worker }, position) => {
    const before = list.find((candidate) => candidate.id === id);
    if (before === undefined) changes.added.push({ position, worker });
    else if (!isSame(before, worker)) changes.changed.push({ position, worker, before });
    else if (list.indexOf(before) !== position) changes.moved.push({ before, position });
  });
  return changes;
}

const isSame = (before: CaseWorker, worker: WorkerDetails): boolean =>
  Object.entries(worker).every(([key, value]) => Reflect.get(before, key) === value);

async function write(context: FeatureContext, tx: EntityManager, caseId: string, changes: Changes): Promise<void> {
  for (const { id } of changes.removed) await tx.delete(caseWorkerTable, { id });
  for (const { before, position } of changes.moved) await tx.update(caseWorkerTable, { id: before.id }, { position });
  for (const { before, position, worker } of changes.changed)
    await tx.update(caseWorkerTable, { id: before.id }, { ...inCents(worker), position, version: before.version + 1 });
  const rows = changes.added.map(({ position, worker }): CaseWorkerRow => ({
    ...inCents(worker),
    id: newId(),
    caseId,
    position,
    version: 1,
    createdAt: nowOf(context),
  }));
  if (rows.length > 0) await tx.insert(caseWorkerTable, rows);
}

const cents = (yuan: number | null): number | null => (yuan === null ? null : Math.round(yuan * 100));

/** Money as the table holds it. */
export const inCents = (worker: WorkerDetails): WorkerDetails => ({
  ...worker,
  agreed: cents(worker.agreed),
  paid: cents(worker.paid),
  owed: cents(worker.owed),
});
