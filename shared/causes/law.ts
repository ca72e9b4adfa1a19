import * as z from 'zod';

/** One version of a law in the table of laws (resources/laws.yaml), by the days it is in force. */
export const LawVersion = z.strictObject({
  from: z.iso.date(),
  /** The first day it is in force no more; null while it is. */
  until: z.iso.date().nullable().default(null),
  articles: z.int().min(1).max(999),
  /** The text its articles were counted in and its provisions read in; '' where nobody has compared it yet. */
  text: z.string().max(64).default(''),
  /** How many paragraphs (款) each article has, in order; empty where the text was not at hand. */
  paragraphs: z.array(z.int().min(1)).default([]),
  /** How many items (项) the articles have that have any. */
  items: z.record(z.string(), z.int().min(1)).default({}),
});
export type LawVersion = z.infer<typeof LawVersion>;

/** A law, regulation or rule (法律、行政法规、规章) that provisions are cited from. */
export const Law = z.strictObject({
  /** As clerks call it: 劳动合同法. */
  name: z.string().min(2).max(64),
  /** As papers cite it: 中华人民共和国劳动合同法. */
  title: z.string().min(2).max(64),
  /** The oldest first. */
  versions: z.array(LawVersion).min(1),
});
export type Law = z.infer<typeof Law>;

const shortened = (title: string): string => title.normalize('NFKC').replace(/^中华人民共和国/, '');

/** The law of this name, in full or as clerks call it. */
export const lawNamed = (laws: readonly Law[], name: string): Law | undefined =>
  laws.find((law) => [law.name, law.title].some((known) => shortened(known) === shortened(name)));

/** The version in force on a day. */
export const versionOn = ({ versions }: Law, day: string): LawVersion | undefined =>
  versions.find(({ from, until }) => from <= day && (until === null || day < until));
