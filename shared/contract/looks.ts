import * as z from 'zod';

export const LookKind = z.enum(['案件', '文书', '证据', '案卷', '移送材料', '一户式档案', '一户式目录', '搜索']);
export type LookKind = z.infer<typeof LookKind>;

/** Who looked at what (查阅记录); `what` is its title, or the words that were searched. */
export const Look = z.object({ seq: z.int(), at: z.string(), who: z.string(), kind: LookKind, what: z.string() });
export type Look = z.infer<typeof Look>;

/** A page of looks, the newest first. */
export const LookPage = { before: z.int().nullable().default(null), limit: z.int().min(1).max(500).default(100) };
