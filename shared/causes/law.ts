import * as z from 'zod';

const Day = z.iso.date().or(z.literal('')).default('');

/** One version of a law in the table of laws (resources/laws), by the days it is in force. What no source says is '' or null, and not judged. */
export const LawVersion = z.strictObject({
  /** The first day it is in force; '' where that is not on record, so that no day is too early for it. */
  from: Day,
  /** The first day it is in force no more; null while it is. */
  until: z.iso.date().nullable().default(null),
  /** 公布（通过、修改）之日. */
  adopted: Day,
  /** 制定机关 of this version. */
  organ: z.string().max(64).default(''),
  /** 文号: 国务院令第423号. */
  number: z.string().max(64).default(''),
  articles: z.int().min(1).max(1999).nullable().default(null),
  /** The text its articles were counted in and its provisions read in; '' where nobody has compared it yet. */
  text: z.string().max(64).default(''),
  /** How many paragraphs (款) each article has, in order; empty where the text was not at hand. */
  paragraphs: z.array(z.int().min(1)).default([]),
  /** How many items (项) the articles have that have any. */
  items: z.record(z.string(), z.int().min(1)).default({}),
  /** Articles an amendment put between others, with their paragraphs and items: 第二百七十六条之一 is 276之1. */
  inserted: z.record(z.string().regex(/^\d+之\d+$/), z.tuple([z.int().min(1), z.int().min(0)])).default({}),
});
export type LawVersion = z.infer<typeof LawVersion>;

/** A law, regulation or rule (法律、行政法规、规章、司法解释) that provisions are cited from. */
export const Law = z.strictObject({
  /** As clerks call it: 劳动合同法. */
  name: z.string().min(2).max(64),
  /** As papers cite it: 中华人民共和国劳动合同法. */
  title: z.string().min(2).max(64),
  /** Other names in use: 处罚法. */
  also: z.array(z.string().min(2).max(64)).default([]),
  /** It says how a bureau acts and what can be done against it, so that the day of the acting counts, not that of the act (实体从旧、程序从新). */
  procedural: z.boolean().default(false),
  /** The oldest first. */
  versions: z.array(LawVersion).min(1),
});
export type Law = z.infer<typeof Law>;

/** A name without what is written now so, now so: 中华人民共和国, the brackets of a law named within. */
const key = (name: string): string => name.normalize('NFKC').replaceAll(/中华人民共和国|[《》〈〉<>\s]/g, '');

interface Index {
  byKey: ReadonlyMap<string, Law>;
  bySpelling: ReadonlyMap<string, Law>;
  /** Of the spellings, the longest first. */
  lengths: readonly number[];
}

const indexes = new WeakMap<readonly Law[], Index>();

/** The laws by all their names; made once for a table of laws, as every key typed asks it. */
function indexOf(laws: readonly Law[]): Index {
  const known = indexes.get(laws);
  if (known !== undefined) return known;
  const names = laws.flatMap((law) => [law.name, law.title, ...law.also].map((name) => [name, law] as const));
  const made: Index = {
    byKey: new Map(names.map(([name, law]) => [key(name), law])),
    bySpelling: new Map(names),
    lengths: [...new Set(names.map(([name]) => name.length))].toSorted((a, b) => b - a),
  };
  indexes.set(laws, made);
  return made;
}

/** The law of this name, in full, as clerks call it or by another name in use. */
export const lawNamed = (laws: readonly Law[], name: string): Law | undefined => indexOf(laws).byKey.get(key(name));

/** The law whose name, the longest there is, ends at this place of a text. */
export function lawEndingAt(laws: readonly Law[], text: string, end: number): Law | undefined {
  const { bySpelling, lengths } = indexOf(laws);
  for (const length of lengths) {
    const law = length > end ? undefined : bySpelling.get(text.slice(end - length, end));
    if (law !== undefined) return law;
  }
  return undefined;
}

/** The version in force on a day. */
export const versionOn = ({ versions }: Law, day: string): LawVersion | undefined =>
  versions.find(({ from, until }) => from <= day && (until === null || day < until));
