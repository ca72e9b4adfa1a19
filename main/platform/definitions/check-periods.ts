import type { ChargeRule, PeriodEvent, PeriodRule } from '../../../shared/periods/rule.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Path, Source } from './source.ts';

interface Known {
  templates: ReadonlyMap<string, Template>;
  procedures: ReadonlyMap<string, Procedure>;
  rules: ReadonlySet<string>;
}

/** Checks that the events of all period rules name papers, fields, rules and procedures that exist. */
export function checkPeriods(
  source: Source,
  rules: readonly PeriodRule[],
  templates: Known['templates'],
  procedures: Known['procedures'],
): void {
  const known = { templates, procedures, rules: new Set(rules.map((rule) => rule.id)) };
  rules.forEach((rule, index) => {
    if (rules.findIndex((other) => other.id === rule.id) < index)
      source.refuse([index, 'id'], `期限“${rule.id}”写了两次`);
    // Nothing is silently dead: who reads the rule learns what starts it, or why nothing in the program can.
    if (rule.start.length === 0 && rule.startsBy === undefined)
      source.refuse([index], `期限“${rule.name}”没有起算事件start，也没有用startsBy写明为什么不自动起算`);
    rule.provided?.forEach((event, e) => checkEvent(source, event, known, [index, 'provided', e]));
    if (rule.charge !== undefined) checkCharge(source, rule.charge, known, [index, 'charge']);
    rule.notBefore?.papers.forEach((event, e) => checkEvent(source, event, known, [index, 'notBefore', 'papers', e]));
    rule.start.forEach((event, e) => checkEvent(source, event, known, [index, 'start', e]));
    (rule.metWith?.parts ?? [])
      .flatMap(({ by }) => by)
      .forEach((event) => checkEvent(source, event, known, [index, 'metWith']));
    rule.met.forEach((event, e) => checkEvent(source, event, known, [index, 'met', e]));
    checkChanges(source, rule, known, index);
  });
}

/** The papers that extend or stop a period by themselves. */
function checkChanges(source: Source, { extension, suspension }: PeriodRule, known: Known, index: number): void {
  extension?.papers.forEach((event, e) => checkEvent(source, event, known, [index, 'extension', 'papers', e]));
  suspension?.papers.forEach(({ from, to, workingDays }, e) => {
    const path = [index, 'suspension', 'papers', e];
    checkEvent(source, from, known, [...path, 'from']);
    if (to !== undefined) checkEvent(source, to, known, [...path, 'to']);
    const days = fieldsOf(template(source, from.paper, known, path)).find((field) => field.key === workingDays);
    if (workingDays !== undefined && days?.type !== 'number')
      source.refuse([...path, 'workingDays'], `${from.paper}没有数字字段“${workingDays}”`);
  });
}

function checkCharge(
  source: Source,
  { principal, pausedFrom, pausedUntil }: ChargeRule,
  known: Known,
  path: Path,
): void {
  principal.forEach(({ paper, field, column, when }, p) => {
    const fields = fieldsOf(template(source, paper, known, [...path, 'principal', p]));
    const holder = fields.find((candidate) => candidate.key === field);
    const asked = column === undefined ? holder : holder?.fields?.find((candidate) => candidate.key === column);
    if (asked?.type !== 'money')
      source.refuse([...path, 'principal', p], `${paper}没有金额字段“${[field, column].filter(Boolean).join('.')}”`);
    checkWhen(source, fields, when, [...path, 'principal', p]);
  });
  [...pausedFrom, ...pausedUntil].forEach((event) => checkEvent(source, event, known, path));
}

function checkEvent(source: Source, event: PeriodEvent, known: Known, path: Path): void {
  if ('endOf' in event) {
    if (!known.rules.has(event.endOf)) source.refuse([...path, 'endOf'], `期限“${event.endOf}”不存在`);
    event.papers.forEach((id) => template(source, id, known, [...path, 'papers']));
  }
  if ('serviceOf' in event) {
    checkWhen(source, fieldsOf(template(source, event.serviceOf, known, [...path, 'serviceOf'])), event.when, path);
  }
  if ('paper' in event) {
    const fields = fieldsOf(template(source, event.paper, known, [...path, 'paper']));
    const holder = fields.find((field) => field.key === event.field);
    const field =
      event.column === undefined ? holder : holder?.fields?.find((candidate) => candidate.key === event.column);
    if (event.field !== undefined && field?.type !== 'date' && field?.type !== 'dateTime')
      source.refuse(
        [...path, 'field'],
        `${event.paper}没有日期字段“${[event.field, event.column].filter(Boolean).join('.')}”`,
      );
    checkWhen(source, fields, event.when, path);
  }
}

function template(source: Source, id: string, known: Known, path: Path): Template {
  return known.templates.get(id) ?? source.refuse(path, `文书模板${id}不存在`);
}

type Whens = Extract<PeriodEvent, { paper: string }>['when'];

function checkWhen(source: Source, fields: readonly Field[], whens: Whens, path: Path): void {
  for (const when of [whens ?? []].flat()) checkOne(source, fields, when, path);
}

function checkOne(
  source: Source,
  fields: readonly Field[],
  when: Exclude<NonNullable<Whens>, unknown[]>,
  path: Path,
): void {
  const field = fields.find((candidate) => candidate.key === when.field);
  if (field === undefined) return source.refuse([...path, 'when'], `条件中的字段“${when.field}”不存在`);
  const asked = when.column === undefined ? field : field.fields?.find((column) => column.key === when.column);
  if (asked === undefined) return source.refuse([...path, 'when'], `条件中的列“${when.column}”不存在`);
  const odd = when.is.find((value) => asked.choices !== undefined && !asked.choices.includes(String(value)));
  if (odd !== undefined) source.refuse([...path, 'when'], `“${asked.label}”没有“${String(odd)}”这一选择`);
}
