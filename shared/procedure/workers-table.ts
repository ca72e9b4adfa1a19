import { MOST_WORKERS, owedOf, type WorkerDetails, type WorkerFault } from '../identity/case-worker.ts';
import type { Field } from '../template/template.ts';
import type { RowValue } from '../template/values.ts';

const column = (key: keyof WorkerDetails, label: string, type: Field['type'], over: Partial<Field> = {}): Field => ({
  key,
  label,
  type,
  required: false,
  ...over,
});

/** 劳动者名单 as a table of fields, so that it is typed in, pasted into and imported like any table of a paper. */
export const workersField: Field = {
  key: 'workers',
  label: '劳动者名单',
  type: 'rows',
  required: false,
  max: MOST_WORKERS,
  fields: [
    column('name', '姓名', 'text', { required: true, max: 32 }),
    column('idNumber', '身份证号码', 'text', { format: 'idNumber', max: 32 }),
    column('job', '工种（岗位）', 'text', { max: 64 }),
    column('from', '拖欠期间起', 'date'),
    column('to', '拖欠期间止', 'date'),
    column('agreed', '应发（元）', 'money'),
    column('paid', '已发（元）', 'money'),
    column('owed', '拖欠（元）', 'money'),
    column('phone', '电话', 'text', { format: 'phone', max: 32 }),
    column('note', '备注', 'text', { max: 128 }),
  ],
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const amountOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A row of the table as a worker; what a column cannot hold is left out here and said by `unreadAmounts`. */
export const workerOfRow = (row: RowValue): WorkerDetails => ({
  name: textOf(row['name']).trim(),
  idNumber: textOf(row['idNumber']).trim(),
  phone: textOf(row['phone']).trim(),
  job: textOf(row['job']).trim(),
  from: textOf(row['from']),
  to: textOf(row['to']),
  agreed: amountOf(row['agreed']),
  paid: amountOf(row['paid']),
  owed: amountOf(row['owed']),
  note: textOf(row['note']).trim(),
});

/** A worker as a row of a table with these columns. */
export const rowOfWorker = (worker: WorkerDetails, columns: readonly Pick<Field, 'key'>[]): RowValue =>
  Object.fromEntries(
    columns.flatMap(({ key }) => {
      const value: unknown = Object.hasOwn(worker, key) ? Reflect.get(worker, key) : undefined;
      return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [[key, value]] : [];
    }),
  );

/** What the columns are called in the lists that people bring, by key. */
export const workerAliases: Readonly<Record<string, readonly string[]>> = {
  name: ['职工姓名', '劳动者', '劳动者姓名', '工人姓名', '名字'],
  idNumber: ['身份证', '身份证号', '证件号码', '证件号', '公民身份号码'],
  job: ['工种', '岗位', '职务', '工作岗位'],
  from: ['开始日期', '起始日期', '起', '期间起', '入职日期'],
  to: ['结束日期', '截止日期', '止', '期间止', '离职日期'],
  agreed: ['应发', '应发工资', '应发金额', '应付工资', '工资总额', '约定工资'],
  paid: ['已发', '已发工资', '已发金额', '实发', '实发工资', '已付工资'],
  owed: ['拖欠', '拖欠金额', '拖欠工资', '欠发', '欠发工资', '欠薪', '欠薪金额', '未发工资'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '电话号码'],
};

/** What follows when a cell of a row changes: what is owed, unless somebody wrote it otherwise. */
export function withOwed(before: RowValue, after: RowValue): RowValue {
  const [old, now] = [owedOf(workerOfRow(before)), owedOf(workerOfRow(after))];
  const wasFollowing = amountOf(before['owed']) === old || before['owed'] === undefined || before['owed'] === null;
  return before['owed'] === after['owed'] && wasFollowing && now !== old ? { ...after, owed: now } : after;
}

const amounts = ['agreed', 'paid', 'owed'] as const;

/** Amounts and lists that a row of the table cannot hold as they stand. */
export function unreadAmounts(rows: readonly RowValue[]): WorkerFault[] {
  return rows.flatMap((values, row) =>
    amounts
      .filter((field) => typeof values[field] === 'string')
      .map((field) => ({ row, field, sentence: `“${textOf(values[field])}”不是数字。`, refuses: true })),
  );
}

/** Rows somebody wrote something in. */
export const writtenRows = (rows: readonly RowValue[]): RowValue[] =>
  rows.filter((row) => Object.entries(row).some(([key, value]) => key !== 'id' && value !== null && value !== ''));
