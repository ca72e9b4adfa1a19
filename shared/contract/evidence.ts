import * as z from 'zod';
import { Exhibit, ExhibitDetails } from '../case-file.ts';
import { Id } from '../identity/party.ts';
import { call } from './base.ts';

/** Bytes of one chunk of an intake: `POST /intake/:id/:seq` with the raw bytes, in order, each answered when it is taken. */
export const intakeChunkBytes = 4 * 1024 * 1024;

/**
 * Exhibits (证据). The sealed file is `GET /exhibits/:id` (with Range), its picture `GET /exhibits/:id/thumbnail`.
 */
export const evidence = {
  /** Opens an intake for one file of `bytes` bytes; the ticket serves once. */
  begin: call
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
  finish: call.input(z.strictObject({ intakeId: Id, chunks: z.int().min(0) })).output(Exhibit),
  cancel: call.input(z.strictObject({ intakeId: Id })).output(z.object({ done: z.literal(true) })),
  describe: call.input(ExhibitDetails.extend({ exhibitId: Id })).output(Exhibit),
  /** Takes an exhibit out of the case with a reason; the sealed file stays (第四十八条). */
  withdraw: call.input(z.strictObject({ exhibitId: Id, reason: z.string().trim().min(2).max(256) })).output(Exhibit),
};
