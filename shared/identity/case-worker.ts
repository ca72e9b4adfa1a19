import * as z from 'zod';
import { isDay } from '../time/moments.ts';
import { idNumberProblem } from './id-number.ts';
import { isSameName } from './person-name.ts';

const Yuan = z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null);

/** A worker (劳动者) a case is about, with what is owed to them. Amounts are yuan with at most two decimals. */
export const WorkerDetails = z.strictObject({
  name: z.string().trim().min(1).max(32),
  idNumber: z.string().max(32).default(''),
  phone: z.string().max(32).default(''),
  job: z.string().max(64).default(''),
  /** First and last day of what is owed, `YYYY-MM-DD`; '' where it is not known. */
  from: z.string().max(10).default(''),
  to: z.string().max(10).default(''),
  agreed: Yuan,
  paid: Yuan,
  owed: Yuan,
  note: z.string().max(128).default(''),
});
export type WorkerDetails = z.infer<typeof WorkerDetails>;

export const CaseWorker = WorkerDetails.extend({ id: z.string(), version: z.int() });
export type CaseWorker = z.infer<typeof CaseWorker>;

/** Most workers of one case. */
export const MOST_WORKERS = 2_000;

const cents = (yuan: number | null): number => Math.round((yuan ?? 0) * 100);

/** agreed − paid, where both are known. */
export const owedOf = ({ agreed, paid }: Pick<WorkerDetails, 'agreed' | 'paid'>): number | null =>
  agreed === null || paid === null ? null : (cents(agreed) - cents(paid)) / 100;

export interface WorkerSums {
  count: number;
  agreed: number;
  paid: number;
  owed: number;
}

/** Sums to the 分, over all workers. */
export function sumsOf(workers: readonly WorkerDetails[]): WorkerSums {
  const sum = (of: (worker: WorkerDetails) => number | null): number =>
    workers.reduce((total, worker) => total + cents(of(worker)), 0) / 100;
  return {
    count: workers.filter((worker) => !isEmptyWorker(worker)).length,
    agreed: sum(({ agreed }) => agreed),
    paid: sum(({ paid }) => paid),
    owed: sum(({ owed }) => owed),
  };
}

export interface WorkerFault {
  /** From 0. */
  row: number;
  field: keyof WorkerDetails;
  sentence: string;
  /** It contradicts itself and cannot be kept; otherwise it has to be looked at. */
  refuses: boolean;
}

/** What is wrong with a list of workers, each with its row. */
export const workerFaults = (workers: readonly WorkerDetails[]): WorkerFault[] =>
  workers.flatMap((worker, row) => (isEmptyWorker(worker) ? [] : faultsOfRow(worker, row, workers)));

/** A line nobody has written anything in. */
const isEmptyWorker = (worker: WorkerDetails): boolean =>
  Object.values(worker).every((value) => value === null || value === '');

function faultsOfRow(worker: WorkerDetails, row: number, all: readonly WorkerDetails[]): WorkerFault[] {
  const faults: WorkerFault[] = [];
  const add = (field: keyof WorkerDetails, sentence: string | null, refuses: boolean): void => {
    if (sentence !== null) faults.push({ row, field, sentence, refuses });
  };
  add('name', worker.name.trim() === '' ? '没有写姓名。' : null, true);
  add('idNumber', worker.idNumber === '' ? null : idNumberProblem(worker.idNumber), false);
  add('name', twinOf(worker, row, all), false);
  add('from', worker.from === '' || isDay(worker.from) ? null : `“${worker.from}”不是有效的日期。`, true);
  add('to', worker.to === '' || isDay(worker.to) ? null : `“${worker.to}”不是有效的日期。`, true);
  add('to', isDay(worker.from) && isDay(worker.to) && worker.to < worker.from ? '结束日期早于开始日期。' : null, true);
  for (const field of ['agreed', 'paid', 'owed'] as const) add(field, faultOfAmount(worker[field]), true);
  add('owed', differenceWords(worker), true);
  return faults;
}

function faultOfAmount(amount: number | null): string | null {
  if (amount === null) return null;
  if (amount < 0) return '金额不能小于0。';
  return Number(amount.toFixed(2)) === amount ? null : '金额最多两位小数（到分）。';
}

function differenceWords(worker: WorkerDetails): string | null {
  const owed = owedOf(worker);
  if (owed === null || worker.owed === null || cents(owed) === cents(worker.owed)) return null;
  return `应发${String(worker.agreed)}元减已发${String(worker.paid)}元是${owed}元，这里是${worker.owed}元。`;
}

/** The same person on an earlier line. */
function twinOf(worker: WorkerDetails, row: number, all: readonly WorkerDetails[]): string | null {
  const twin = all
    .slice(0, row)
    .findIndex((other) =>
      worker.idNumber !== '' && other.idNumber !== ''
        ? worker.idNumber === other.idNumber
        : isSameName(worker.name, other.name),
    );
  return twin < 0 ? null : `与第${twin + 1}行是同一人，请核对。`;
}

/** 「张三、李四等7人」: how a list of workers is called in a sentence. */
export function workersWords(workers: readonly Pick<WorkerDetails, 'name'>[]): string {
  const names = workers.map(({ name }) => name);
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等${names.length}人`;
}
