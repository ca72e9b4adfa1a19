import * as z from 'zod';
import { CaseState, PaperStatus } from '../case-file.ts';
import { Id, Party, PartyDetails } from '../identity/party.ts';
import { call } from './base.ts';
import { readers } from './right.ts';

export const HouseholdHit = z.object({
  householdId: Id,
  name: z.string(),
  key: z.string(),
  kind: PartyDetails.shape.kind,
  address: z.string(),
  cases: z.int(),
  lastAt: z.string(),
});
export type HouseholdHit = z.infer<typeof HouseholdHit>;

/** By what a household is like a party that is being typed. */
export const SimilarBy = z.enum(['号码相同', '名称相同', '名称同音', '电话相同', '名称相近']);
export type SimilarBy = z.infer<typeof SimilarBy>;
export const SimilarHousehold = HouseholdHit.extend({ by: z.array(SimilarBy) });
export type SimilarHousehold = z.infer<typeof SimilarHousehold>;

/** A household that is read as part of another (合并). */
export const MergedHousehold = z.object({
  householdId: Id,
  name: z.string(),
  key: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type MergedHousehold = z.infer<typeof MergedHousehold>;

/** One entry of the 一户式 time line. */
export const TimelineEntry = z.object({
  at: z.string(),
  kind: z.enum(['案件', '文书', '证据', '音像', '案卷', '移送']),
  title: z.string(),
  detail: z.string(),
  caseId: Id,
  caseNumber: z.string(),
  paperId: Id.nullable(),
  exhibitId: Id.nullable(),
  /** Of a 案卷: which of the case's volumes. */
  volumeId: Id.nullable().optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A record of one household that holds what was looked for, with the sentence it was found by; `ranges` as of a `SearchHit`. */
export const FoundRecord = TimelineEntry.extend({
  text: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
});
export type FoundRecord = z.infer<typeof FoundRecord>;

export const CaseSummary = z.object({
  id: Id,
  number: z.string(),
  causeName: z.string(),
  procedure: z.string(),
  state: CaseState,
  createdAt: z.string(),
  partyNames: z.array(z.string()),
  /** The case it follows or was begun from; said in 一户式 alone, where that case is listed too. */
  beforeId: Id.nullable().optional(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** What stands on the line of years above the records: one case with its decisions, services and recordings. */
export const LaneCase = z.object({
  caseId: Id,
  causeName: z.string(),
  number: z.string(),
  state: CaseState,
  from: z.string(),
  /** When a closed case was last touched; null while it runs. */
  to: z.string().nullable(),
  marks: z.array(z.object({ at: z.string(), kind: z.enum(['决定', '送达', '音像']), name: z.string() })),
});
export type LaneCase = z.infer<typeof LaneCase>;

/** A household with the same 法定代表人, address or phone. */
export const RelatedHousehold = z.object({
  householdId: Id,
  name: z.string(),
  by: z.enum(['法定代表人', '地址', '电话']),
});
export type RelatedHousehold = z.infer<typeof RelatedHousehold>;

/** 一户式 at a glance, of the cases that whoever asks may open. */
export const HouseholdOverview = z.object({
  cases: z.int(),
  running: z.int(),
  /** 行政处罚决定书 that were issued, and the yuan of fines in them. */
  penalties: z.int(),
  fines: z.number(),
  /** Duties of the party whose last day has passed without being met. */
  overdueDuties: z.int(),
  recordings: z.int(),
  /** The 案由 that more than one case has, the most frequent one. */
  sameCause: z.object({ causeName: z.string(), count: z.int() }).nullable(),
  related: z.array(RelatedHousehold),
  /** The newest cases, oldest first. */
  lane: z.array(LaneCase),
});
export type HouseholdOverview = z.infer<typeof HouseholdOverview>;

export const SearchKind = z.enum(['household', 'case', 'paper', 'exhibit']);
export type SearchKind = z.infer<typeof SearchKind>;

/** A hit of the search field on top: party, case, paper or exhibit. `ranges` are [start, length] of matches in `text`. */
export const SearchHit = z.object({
  kind: SearchKind,
  id: Id,
  caseId: Id.nullable(),
  householdId: Id.nullable(),
  title: z.string(),
  /** Whose it is: parties and number of its case; empty for what belongs to no case. */
  party: z.string(),
  caseNumber: z.string(),
  /** The sentence it was found by, and the field of the paper that holds it; empty where the title alone was found. */
  text: z.string(),
  field: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
  at: z.string(),
  /** Its whole number was typed. */
  isExact: z.boolean(),
  /** How the case or the paper stands. */
  state: z.union([CaseState, PaperStatus]).nullable(),
  /** What else is known of it, for the preview. */
  facts: z.array(z.object({ term: z.string(), text: z.string() })),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Of each kind the newest hits, and how many more there are, counted up to 99. */
export const SearchHits = z.object({
  hits: z.array(SearchHit),
  more: z.array(z.object({ kind: SearchKind, more: z.int() })),
});
export type SearchHits = z.infer<typeof SearchHits>;

export const households = {
  /** Name, part of a name (1–20 characters), pinyin initials, 统一社会信用代码, ID number or phone. */
  find: call({ act: '查找当事人', roles: readers, article: 42 })
    .input(z.strictObject({ query: z.string().trim().min(1).max(40), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(HouseholdHit)),
  /** The parties of the newest cases this person may open. */
  recent: call({ act: '查找当事人', roles: readers, article: 42 })
    .input(z.strictObject({ limit: z.int().min(1).max(50).default(20) }))
    .output(z.array(HouseholdHit)),
  /** Whom a party that is being typed may be already; `except` is the household that is being changed. */
  similar: call({ act: '查找当事人', roles: readers, article: 35 })
    .input(
      PartyDetails.pick({ kind: true, uscc: true, idType: true, idNumber: true, phone: true }).extend({
        name: z.string().trim().max(128).default(''),
        except: Id.nullable().default(null),
      }),
    )
    .output(z.array(SimilarHousehold)),
  create: call({ act: '建立一户式档案', roles: ['窗口', '承办人', '承办单位负责人'], article: 35 })
    .input(PartyDetails)
    .output(Party),
  update: call({ act: '修改当事人信息', roles: ['窗口', '承办人', '承办单位负责人'], article: 35 })
    .input(PartyDetails.extend({ householdId: Id, version: z.int(), reason: z.string().trim().max(256).default('') }))
    .output(Party),
  /** 合并: one target that was registered twice is read as one file. Nothing of either is rewritten; `intoId` is the one that stands. */
  merge: call({ act: '合并一户式档案', roles: ['承办人', '承办单位负责人', '法规科'], article: 35 })
    .input(z.strictObject({ fromId: Id, intoId: Id, reason: z.string().trim().min(4).max(512) }))
    .output(z.object({ householdId: Id })),
  /** 分开: the merge taken back; each has again what is its own. */
  separate: call({ act: '分开一户式档案', roles: ['承办人', '承办单位负责人', '法规科'], article: 35 })
    .input(z.strictObject({ fromId: Id, reason: z.string().trim().min(4).max(512) }))
    .output(z.object({ householdId: Id })),
  open: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(z.strictObject({ householdId: Id }))
    .output(
      z.object({
        party: Party,
        formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
        cases: z.array(CaseSummary),
        merged: z.array(MergedHousehold).default([]),
      }),
    ),
  overview: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(z.strictObject({ householdId: Id }))
    .output(HouseholdOverview),
  timeline: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(
      z.strictObject({
        householdId: Id,
        /** Of this case alone. */
        caseId: Id.nullable().default(null),
        kinds: z.array(TimelineEntry.shape.kind).default([]),
        year: z.int().nullable().default(null),
        before: z.string().nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.array(TimelineEntry)),
  /** Papers, exhibits and recordings of one household, by title and text (Ctrl+F): the newest, and how many more there are, counted up to 198. */
  findRecords: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(
      z.strictObject({
        householdId: Id,
        query: z.string().trim().min(1).max(40),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ records: z.array(FoundRecord), more: z.int() })),
  /** Everything: the search field on top (F3). `limit` hits of each kind. */
  search: call({ act: '搜索', roles: readers, article: 42 })
    .input(
      z.strictObject({
        query: z.string().trim().min(1).max(40),
        kinds: z.array(SearchKind).default([...SearchKind.options]),
        /** Only where the number (文号、案号) holds what is looked for. */
        inNumber: z.boolean().default(false),
        limit: z.int().min(1).max(100).default(5),
      }),
    )
    .output(SearchHits),
  /** 最近打开: what this person opened last, as 查阅记录 has it. */
  recentlyOpened: call({ act: '搜索', roles: readers, article: 42 })
    .input(z.strictObject({ limit: z.int().min(1).max(50).default(12) }))
    .output(z.array(SearchHit)),
};
