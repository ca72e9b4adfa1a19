import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PeriodEvent } from '../../../shared/periods/rule.ts';
import { resources, ruleOf, rules } from './data.ts';

const ALL_IDS = [
  'S13',
  'S35',
  'S35b',
  'S36',
  'S36a',
  'S36b',
  'S37',
  'S37b',
  'S14',
  'J05W',
  'J60',
  'J15',
  'J2Y',
  'P7a',
  'P90',
  'P5',
  'P7b',
  'P7c',
  'P15',
  'P2',
  'P3',
  'P3pct',
  'P2Y',
  'PUB7',
  'PUB20',
  'Q24',
  'Q30',
  'QC10',
  'Q3M',
  'QF5',
  'QF7',
  'X5',
  'X20',
  'X10',
  'XH5',
  'XH20',
  'XH7',
  'X30',
  'XR20',
  'XM3',
  'G30',
  'G1Y',
  'G15',
  'G60',
  'G15b',
  'G20',
  'G50Y',
  'G60L',
  'G15L',
  'A3',
  'A5',
  'A10',
  'ALF',
  'Y3',
  'Y24',
  'Y3b',
  'Y3c',
  'F60',
  'F6M',
  'F15R',
  'FR10',
  'FR5',
  'FR5b',
  'FS15',
  'FS15b',
  'FSX15',
  'FA15',
  'FI60',
  'DN30',
  'AR',
];

/** Found missing later. */
const LATER_IDS = [
  'S28',
  'P2b',
  'FA10',
  'Q3J',
  'Q2J',
  'XR20d',
  'X5N',
  'X10C',
  'X60',
  'G15s',
  'QA15',
  'FD60',
  'FD30',
  'FN',
  'Q39',
  'L3Y',
];

/** All fields of a template file as it stands, with those of its groups, by key; rows carry their columns. */
interface FieldData {
  key?: string;
  use?: string;
  type?: string;
  fields?: FieldData[];
  choices?: string[];
}
type FileData = { sections: { fields: FieldData[] }[] };
const readTemplates = (name: string): unknown => parse(readFileSync(join(resources, 'templates', name), 'utf8'));

function fieldsOf(templateId: string): FieldData[] {
  return (readTemplates(`${templateId}.yaml`) as FileData).sections.flatMap((section) => section.fields);
}

const eventsOf = (pick: (rule: (typeof rules)[number]) => PeriodEvent[]) =>
  rules.flatMap((rule) => pick(rule).map((event) => ({ rule: rule.id, event })));
const everyEvent = eventsOf((rule) => [
  ...rule.start,
  ...rule.met,
  ...(rule.extension?.papers ?? []),
  ...(rule.suspension?.papers ?? []).flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  ...(rule.notBefore?.papers ?? []),
  ...(rule.metWith?.parts ?? []).flatMap(({ by }) => by),
  ...(rule.provided ?? []),
  ...(rule.charge ? [...rule.charge.pausedFrom, ...rule.charge.pausedUntil] : []),
]);

/** What is wrong with the templates and fields an event names; empty when all exist. */
function faultsOf(event: PeriodEvent): string[] {
  const named =
    'paper' in event ? [event.paper] : 'serviceOf' in event ? [event.serviceOf] : 'endOf' in event ? event.papers : [];
  const missing = named.filter((id) => !existsSync(join(resources, 'templates', `${id}.yaml`)));
  if (missing.length > 0 || !('paper' in event || 'serviceOf' in event)) return missing;
  const fields = fieldsOf(named.join());
  const find = (key: string, column: string | undefined): FieldData | undefined => {
    const holder = fields.find((field) => field.key === key);
    return column === undefined ? holder : holder?.fields?.find((field) => field.key === column);
  };
  const field = 'paper' in event ? event.field : undefined;
  const faults =
    field !== undefined && !(find(field, 'paper' in event ? event.column : undefined)?.type ?? '').startsWith('date')
      ? [field]
      : [];
  return [
    ...faults,
    ...[event.when ?? []].flat().flatMap(({ field: asked, column, is }) => {
      const value = find(asked, column);
      return value === undefined || (value.choices && !is.every((choice) => value.choices?.includes(String(choice))))
        ? [asked]
        : [];
    }),
  ];
}

describe('the rules file', () => {
  it('holds the 70 periods, each once, the reminder to check a correction, the second halves of two that are really two (处罚法71, 行诉法85), both answers of the disputed ones (强制法53, 行诉解释153; 人力资源市场条例19), and what an audit missed', () => {
    expect(ALL_IDS).toHaveLength(70);
    expect(rules.map((rule) => rule.id).toSorted()).toEqual([...ALL_IDS, ...LATER_IDS].toSorted());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is whole and consistent', (_, rule) => {
    for (const text of [rule.name, rule.trigger, rule.basis]) expect(text).toMatch(/\S/);
    // What a clerk reads carries no codes of the sources and no dashes for nothing.
    for (const text of [rule.name, rule.trigger, rule.basis, rule.extend, rule.suspend])
      expect(text).not.toMatch(/seed|[→—]/);
    // Only days, months and years can roll over; counting in working days or hours leaves no question.
    if (rule.unit === 'WD') expect(rule.roll).toBe('na');
    if (rule.unit === 'H' || rule.kind !== 'max') expect(rule.roll).not.toBe('yes');
    if (rule.lapses) expect(rule.duty).toBe('当事人');
    if (rule.extend === '无') expect(rule.extension).toBeUndefined();
    expect(rule.versions.every((version) => version.n === null || version.n > 0)).toBe(true);
  });

  it('starts the periods of the 普通程序 by themselves', () => {
    for (const id of [
      'S13',
      'S14',
      'S35',
      'S35b',
      'S36',
      'J05W',
      'J60',
      'J15',
      'P90',
      'P5',
      'P7b',
      'P7c',
      'P15',
      'F60',
      'F6M',
      'Q3M',
    ])
      expect(ruleOf(id).start, id).not.toEqual([]);
  });

  it('starts every period by an event, or says to the clerk why the program cannot', () => {
    expect(
      rules.filter((rule) => (rule.start.length === 0) === (rule.startsBy === undefined)).map((rule) => rule.id),
    ).toEqual([]);
    expect(rules.filter((rule) => rule.startsBy !== undefined).map((rule) => rule.id)).toEqual(['G60L', 'G15L']);
  });

  it('gives every period that starts a way to end', () => {
    const endless = rules.filter(
      (rule) => rule.start.length > 0 && rule.met.length === 0 && !rule.lapses && rule.kind !== 'min',
    );
    expect(endless.map((rule) => rule.id)).toEqual([]);
  });

  it('names a rule of the file wherever a period follows on another', () => {
    const followed = new Set(everyEvent.flatMap(({ event }) => ('endOf' in event ? [event.endOf] : [])));
    expect([...followed]).toEqual(['P15', 'F6M', 'F60', 'F15R', 'FD60', 'FD30']);
    for (const id of ['F6M', 'F60', 'F15R']) expect(ruleOf(id).lapses).toBe(true);
  });

  it('reports to 法规科 what the procedures of own motion report', () => {
    const procedures = readdirSync(join(resources, 'procedures')).map(
      (name) => parse(readFileSync(join(resources, 'procedures', name), 'utf8')) as { id: string; ownMotion: boolean },
    );
    const reported = procedures.filter(({ id }) =>
      ruleOf('S35b').procedures?.some((procedure) => id === procedure || id.startsWith(`${procedure}.`)),
    );
    expect(reported.map(({ id }) => id)).toEqual(procedures.filter(({ ownMotion }) => ownMotion).map(({ id }) => id));
  });

  it('names papers, fields and choices that exist', () => {
    expect(everyEvent.length).toBeGreaterThan(120);
    expect(
      everyEvent.flatMap(({ rule, event }) =>
        faultsOf(event).map((fault) => `${rule}: ${JSON.stringify(event)} ${fault}`),
      ),
    ).toEqual([]);
  });
});
