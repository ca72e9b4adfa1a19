import { isDay, isMoment } from '../time/moments.ts';
import { idNumberProblem } from '../identity/id-number.ts';
import { usccFormProblem } from '../identity/uscc.ts';
import { holds, type ValuesLike } from './conditions.ts';
import { glyphProblem } from '../chinese/printable.ts';
import type { Field } from './template.ts';
import type { FieldValue, RowValue } from './values.ts';

/** Longest text where a field names no limit of its own, in characters. */
const LONGEST = { text: 256, longText: 10_000 } as const;
const TYPED_MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;
const PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|400-?\d{3}-?\d{4}|12\d{3})$/;

/**
 * What makes a filled value impossible to keep, even in a draft: the wrong kind, too long, not one of the choices, no real day.
 * Returns the sentence, or undefined when the value can be kept. Rows, officers and lists are looked into elsewhere.
 */
export function shapeFault(field: Field, value: FieldValue): string | undefined {
  switch (field.type) {
    case 'text':
    case 'longText':
      return textFault(field, value, field.max ?? LONGEST[field.type]);
    case 'date':
      return isDay(value) ? undefined : `“${field.label}”不是有效的日期，请按“2026-11-22”的样式填写。`;
    case 'dateTime':
      return typeof value === 'string' && isTypedMoment(value)
        ? undefined
        : `“${field.label}”不是有效的时间，请写明年月日和时分，如“2026-11-22 09:30”。`;
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : `“${field.label}”应填数字。`;
    case 'flag':
      return typeof value === 'boolean' ? undefined : `“${field.label}”只能勾选或不勾选。`;
    case 'choice':
      return typeof value === 'string' ? choiceFault(field, [value]) : `“${field.label}”只能选一项。`;
    case 'choices':
      return isTexts(value) ? choiceFault(field, value) : `“${field.label}”应从所列各项中选择。`;
    case 'papers':
    case 'exhibits':
      return isTexts(value)
        ? undefined
        : `“${field.label}”应从本案的${field.type === 'papers' ? '文书' : '证据'}中选择。`;
    case 'rows':
    case 'officers':
      return isRecords(value) ? undefined : `“${field.label}”应逐行填写。`;
  }
}

/** What is still wrong with a well-shaped value before the paper may be issued: bounds, beginnings and checked numbers. */
export function contentFaults(field: Field, value: FieldValue, values: ValuesLike): string[] {
  const faults: (string | undefined | null)[] = [];
  if (typeof value === 'string')
    faults.push(glyphProblem(field.label, value), ...textContentFaults(field, value, values));
  if (typeof value === 'number') faults.push(...numberFaults(field, value));
  if (field.type === 'choices' || field.type === 'papers' || field.type === 'exhibits')
    faults.push(countFault(field, value, '项'));
  return faults.filter((fault) => typeof fault === 'string');
}

/** Too few or too many entries of a list; `unit` is the measure word. */
export function countFault(field: Field, value: FieldValue, unit: '行' | '项' | '人'): string | undefined {
  const count = Array.isArray(value) ? value.length : 0;
  if (field.min !== undefined && count < field.min)
    return `“${field.label}”至少要有${field.min}${unit}，现有${count}${unit}。`;
  if (field.max !== undefined && count > field.max)
    return `“${field.label}”最多${field.max}${unit}，现有${count}${unit}。`;
  return undefined;
}

/** A moment as it is typed: no seconds, no offset. */
const isTypedMoment = (text: string): boolean => TYPED_MOMENT.test(text) && isMoment(text);

export const isRecords = (value: FieldValue | undefined): value is RowValue[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

const isTexts = (value: FieldValue): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function textFault(field: Field, value: FieldValue, longest: number): string | undefined {
  if (typeof value !== 'string') return `“${field.label}”应填文字。`;
  const length = lengthOf(value);
  return length > longest
    ? `“${field.label}”最多${longest}字，现有${length}字，请删减${length - longest}字。`
    : undefined;
}

/** Characters as people count them: a rare name character of two UTF-16 units is one. */
const lengthOf = (text: string): number => [...text].length;

function choiceFault(field: Field, chosen: string[]): string | undefined {
  const wrong = chosen.find((text) => !field.choices?.includes(text));
  return wrong === undefined
    ? undefined
    : `“${field.label}”不能是“${wrong}”，只能选：${field.choices?.join('、') ?? ''}。`;
}

function textContentFaults(field: Field, value: string, values: ValuesLike): (string | undefined)[] {
  const text = value.trim();
  const length = lengthOf(text);
  return [
    field.min !== undefined && length < field.min ? `“${field.label}”至少${field.min}字，现有${length}字。` : undefined,
    field.startsWith !== undefined && !text.startsWith(field.startsWith)
      ? `“${field.label}”须以“${field.startsWith}”开头。`
      : undefined,
    field.formatWhen === undefined || holds(field.formatWhen, values) ? formatFault(field, text) : undefined,
  ];
}

function formatFault(field: Field, text: string): string | undefined {
  const problem = formatProblem(field.format, text);
  return problem === undefined ? undefined : `“${field.label}”有误：${problem}`;
}

function formatProblem(format: Field['format'], text: string): string | undefined {
  // Whether its check symbol fits is a finding (R26d, B05): codes from before 2016 may not, and are right.
  if (format === 'uscc') return usccFormProblem(text) ?? undefined;
  if (format === 'idNumber') return idNumberProblem(text) ?? undefined;
  if (format === 'phone' && !PHONE.test(text)) return '应为11位手机号，或带区号的固定电话（如0437-3226000）。';
  return undefined;
}

function numberFaults(field: Field, value: number): (string | undefined)[] {
  const unit = field.type === 'money' ? '元' : '';
  return [
    field.min !== undefined && value < field.min
      ? `“${field.label}”不能小于${field.min}${unit}，现为${value}${unit}。`
      : undefined,
    field.max !== undefined && value > field.max
      ? `“${field.label}”不能大于${field.max}${unit}，现为${value}${unit}。`
      : undefined,
    // Money is told to the 分; more decimals are a slip of the keyboard.
    field.type === 'money' && Number(value.toFixed(2)) !== value ? `“${field.label}”最多两位小数（到分）。` : undefined,
  ];
}
