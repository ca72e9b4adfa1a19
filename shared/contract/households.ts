import * as z from 'zod';
import { CaseState } from '../case-file.ts';
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
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const CaseSummary = z.object({
  id: Id,
  number: z.string(),
  causeName: z.string(),
  procedure: z.string(),
  state: CaseState,
  createdAt: z.string(),
  partyNames: z.array(z.string()),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** A hit of the search field on top: party, case, paper or exhibit. `ranges` are [start, length] of matches in `text`. */
export const SearchHit = z.object({
  kind: z.enum(['household', 'case', 'paper', 'exhibit']),
  id: Id,
  caseId: Id.nullable(),
  householdId: Id.nullable(),
  title: z.string(),
  text: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
  at: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const households = {
  /** Name, part of a name (1–20 characters), pinyin initials, 统一社会信用代码, ID number or phone. */
  find: call({ act: '查找当事人', roles: readers, article: 42 })
    .input(z.strictObject({ query: z.string().trim().min(1).max(40), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(HouseholdHit)),
  /** The parties of the newest cases this person may open. */
  recent: call({ act: '查找当事人', roles: readers, article: 42 })
    .input(z.strictObject({ limit: z.int().min(1).max(50).default(20) }))
    .output(z.array(HouseholdHit)),
  create: call({ act: '建立一户式档案', roles: ['窗口', '承办人', '承办单位负责人'], article: 35 })
    .input(PartyDetails)
    .output(Party),
  update: call({ act: '修改当事人信息', roles: ['窗口', '承办人', '承办单位负责人'], article: 35 })
    .input(PartyDetails.extend({ householdId: Id, version: z.int(), reason: z.string().trim().max(256).default('') }))
    .output(Party),
  open: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(z.strictObject({ householdId: Id }))
    .output(
      z.object({
        party: Party,
        formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
        cases: z.array(CaseSummary),
      }),
    ),
  timeline: call({ act: '查阅一户式档案', roles: readers, article: 42 })
    .input(
      z.strictObject({
        householdId: Id,
        kinds: z.array(TimelineEntry.shape.kind).default([]),
        year: z.int().nullable().default(null),
        before: z.string().nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.array(TimelineEntry)),
  /** Everything: the search field on top (F3). */
  search: call({ act: '搜索', roles: readers, article: 42 })
    .input(z.strictObject({ query: z.string().trim().min(1).max(20), limit: z.int().min(1).max(100).default(50) }))
    .output(z.array(SearchHit)),
};
