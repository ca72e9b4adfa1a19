import * as z from 'zod';
import { Volume } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { Finding } from '../regulation/finding.ts';
import { VolumePart } from '../template/template.ts';
import { call } from './base.ts';
import { readers } from './right.ts';
import { OverrideReason } from './documents.ts';

/** One row of the 卷内目录. */
export const CatalogueRow = z.object({
  seq: z.int(),
  docNo: z.string(),
  responsible: z.string(),
  title: z.string(),
  date: z.string(),
  pageFrom: z.int(),
  pageTo: z.int(),
  remark: z.string(),
  paperId: Id.nullable(),
  exhibitId: Id.nullable(),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;

/** A row with the volume it is bound in; each has its own numbers. */
export const PlannedRow = CatalogueRow.extend({ part: VolumePart });
export type PlannedRow = z.infer<typeof PlannedRow>;

export const VolumePlan = z.object({
  rows: z.array(PlannedRow),
  title: z.string(),
  retention: z.string(),
  archiveNo: z.string(),
  due: z.string().nullable(),
  findings: z.array(Finding),
});
export type VolumePlan = z.infer<typeof VolumePlan>;

/** What is asked to be added to a filed case (补卷). */
export const Supplement = z.object({
  id: Id,
  caseId: Id,
  reason: z.string(),
  state: z.enum(['asked', 'agreed', 'refused', 'made']),
  askedBy: z.string(),
  askedAt: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
  opinion: z.string(),
  /** Its volume, once it is made. */
  volumeId: Id.nullable(),
});
export type Supplement = z.infer<typeof Supplement>;

/** Filing (归档). The dossier of a volume is `byteRoutes.volumePdf`. */
export const archive = {
  /** Closed cases without a volume, with the day by which they must be filed. */
  queue: call({ act: '查看归档', roles: ['承办人', '承办单位负责人', '法规科', '档案员'], article: 35 }).output(
    z.array(
      z.object({
        caseId: Id,
        number: z.string(),
        causeName: z.string(),
        partyName: z.string(),
        closedAt: z.string(),
        due: z.string().nullable(),
        overdue: z.boolean(),
      }),
    ),
  ),
  plan: call({ act: '立卷', roles: ['承办人', '承办单位负责人', '档案员', '法规科'], article: 35 })
    .input(z.strictObject({ caseId: Id }))
    .output(VolumePlan),
  /** Makes the volume: cover, catalogue with pages, papers and exhibits in the preset order, 备考表, one PDF. */
  make: call({ act: '立卷归档', roles: ['承办人', '承办单位负责人', '档案员'], article: 35 })
    .input(
      z.strictObject({
        caseId: Id,
        retention: z.string().min(1).max(16),
        archiveNo: z.string().trim().max(64),
        /** 目录号 and 案卷号 on the cover, as the archive gives them. */
        catalogNo: z.string().trim().max(16).default(''),
        volumeNo: z.string().trim().max(16).default(''),
        inspectorId: Id,
        situation: z.string().trim().min(1).max(1000),
        overrides: z.array(OverrideReason).max(50).default([]),
        /** Papers and exhibits as the archivist put them, by id; empty leaves them as 法规科 has set the order. */
        order: z.array(Id).max(10_000).default([]),
      }),
    )
    .output(z.object({ jobId: Id })),
  /** 补卷 of a filed case, oldest first. */
  supplements: call({ act: '查看补卷', roles: readers, article: 42 })
    .input(z.strictObject({ caseId: Id }))
    .output(z.array(Supplement)),
  /** Asks to add to a filed case, with the reason; one at a time. */
  askSupplement: call({ act: '申请补卷', roles: ['档案员', '承办人'], article: 35 })
    .input(z.strictObject({ caseId: Id, reason: z.string().trim().min(4).max(512) }))
    .output(Supplement),
  /** Agrees or not; never who asked. From then on its material is taken in (`evidence.begin`). */
  answerSupplement: call({ act: '同意补卷', roles: ['承办单位负责人', '法规科'], article: 35 })
    .input(z.strictObject({ supplementId: Id, agreed: z.boolean(), opinion: z.string().trim().max(256).default('') }))
    .output(Supplement),
  /** Makes its volume: cover, catalogue and pages of its own; the first volume is not touched. */
  makeSupplement: call({ act: '补卷成卷', roles: ['档案员', '承办人'], article: 35 })
    .input(z.strictObject({ supplementId: Id, inspectorId: Id, situation: z.string().trim().max(500).default('') }))
    .output(z.object({ jobId: Id })),
  volumes: call({ act: '查看案卷', roles: readers, article: 42 })
    .input(z.strictObject({ caseId: Id }))
    .output(z.array(Volume)),
};
