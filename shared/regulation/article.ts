import * as z from 'zod';

/** One article of 《行政执法全过程记录制度》, word for word. */
export const Article = z.strictObject({
  number: z.int().min(1).max(51),
  chapter: z.string(),
  section: z.string().optional(),
  text: z.string().min(1),
});
export type Article = z.infer<typeof Article>;

/** resources/regulation/articles.yaml: the regulation the workstation is built on. */
export const Regulation = z.strictObject({
  title: z.string(),
  issuer: z.string(),
  issuedAt: z.iso.date(),
  articles: z.array(Article).length(51),
});
export type Regulation = z.infer<typeof Regulation>;
