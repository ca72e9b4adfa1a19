import * as z from 'zod';
import { Exhibit, ExhibitDetails } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { call } from './base.ts';

/** Bytes of one chunk of an intake (`byteRoutes.intakeChunk`) at most. */
export const intakeChunkBytes = 4 * 1024 * 1024;

/** Exhibits (证据). The sealed file is `byteRoutes.exhibit`, its picture `byteRoutes.exhibitThumbnail`. */
export const evidence = {
  /** Opens an intake for one file of `bytes` bytes; the ticket serves once. Who keeps the archive takes in what a 补卷 is made of, nothing else. */
  begin: call({ act: '收取证据', roles: ['窗口', '承办人', '承办单位负责人', '档案员'], article: 9 })
    .input(
      z.strictObject({
        caseId: Id,
        fileName: z.string().min(1).max(255),
        bytes: z.int().min(0),
        mime: z.string().max(128),
        details: ExhibitDetails,
      }),
    )
    .output(z.object({ intakeId: Id })),
  /** All chunks are there: seals, hashes and admits. */
  finish: call({ act: '收取证据', roles: ['窗口', '承办人', '承办单位负责人', '档案员'], article: 9 })
    .input(z.strictObject({ intakeId: Id, chunks: z.int().min(0) }))
    .output(Exhibit),
  cancel: call({ act: '取消导入', roles: ['窗口', '承办人', '承办单位负责人', '档案员'], article: 9 })
    .input(z.strictObject({ intakeId: Id }))
    .output(z.object({ done: z.literal(true) })),
  /** Exhibits and issued papers of the case this one was begun from (由本案另立案件), by reference to the same sealed files. */
  takeOver: call({ act: '从来源案件带入证据', roles: ['承办人', '承办单位负责人'], article: 9 })
    .input(
      z.strictObject({
        caseId: Id,
        exhibitIds: z.array(Id).max(5_000).default([]),
        paperIds: z.array(Id).max(500).default([]),
      }),
    )
    .output(z.array(Exhibit)),
  describe: call({ act: '说明证据', roles: ['窗口', '承办人', '承办单位负责人'], article: 9 })
    .input(ExhibitDetails.extend({ exhibitId: Id }))
    .output(Exhibit),
  /** Takes an exhibit out of the case with a reason; the sealed file stays (第四十八条). */
  withdraw: call({ act: '撤下证据', roles: ['承办人', '承办单位负责人'], article: 48 })
    .input(z.strictObject({ exhibitId: Id, reason: z.string().trim().min(2).max(256) }))
    .output(Exhibit),
};
