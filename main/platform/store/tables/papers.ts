import { EntitySchema } from 'typeorm';
import type { Exhibit, ExhibitDetails, Paper } from '../../../../shared/case-file.ts';
import type { TrayOrigin } from '../../../../shared/contract/tray.ts';
import { flag, id, integer, json, nullableInteger, nullableText, text } from '../columns.ts';

export interface PaperRow extends Paper {
  createdBy: string;
  updatedBy: string;
  /** The role the approval chain waits for, and since when; null when it waits for nobody. */
  waitsForRole: string | null;
  waitsSince: string | null;
}
export const paperTable = new EntitySchema<PaperRow>({
  name: 'paper',
  columns: {
    id: id(),
    caseId: text(),
    partyId: nullableText(),
    templateId: text(),
    templateVersion: integer(),
    name: text(),
    version: integer(),
    status: text(),
    number: nullableText(),
    values: json(),
    signatures: json(),
    approvals: json(),
    createdAt: text(),
    createdBy: text(),
    updatedAt: text(),
    updatedBy: text(),
    issuedAt: nullableText(),
    issuedBy: nullableText(),
    sha256: nullableText(),
    pages: nullableInteger(),
    voidReason: nullableText(),
    prints: json(),
    waitsForRole: nullableText(),
    waitsSince: nullableText(),
  },
});

/** One number of a 文种 and year; voided numbers stay (作废登记), a reserved one waits for the paper filled by hand. */
export interface PaperNumberRow {
  number: string;
  code: string;
  letters: string;
  year: number;
  seq: number;
  paperId: string | null;
  templateId: string;
  paperName: string;
  status: 'used' | 'void' | 'reserved';
  reason: string;
  at: string;
  /** Who took the blank form with this number, and when; '' and null for a number given at issue. */
  holder: string;
  takenAt: string | null;
  /** Who did the last of it: gave the form out, issued the paper, voided the number. */
  by: string;
}
export const paperNumberTable = new EntitySchema<PaperNumberRow>({
  name: 'paper_number',
  columns: {
    number: id(),
    code: text(),
    letters: text(),
    year: integer(),
    seq: integer(),
    paperId: nullableText(),
    templateId: text(),
    paperName: text(),
    status: text(),
    reason: text(),
    at: text(),
    holder: text(),
    takenAt: nullableText(),
    by: text(),
  },
});

export interface ExhibitRow extends Omit<Exhibit, 'hasThumbnail' | 'encoding' | 'gatheredAt'> {
  thumbnail: string | null;
  /** Null in rows from before it could be chosen. */
  encoding: Exhibit['encoding'] | null;
  /** Null in rows from before it was asked. */
  gatheredAt: string | null;
}
export const exhibitTable = new EntitySchema<ExhibitRow>({
  name: 'exhibit',
  columns: {
    id: id(),
    caseId: text(),
    title: text(),
    kind: text(),
    source: text(),
    maker: text(),
    proves: text(),
    originality: text(),
    paperId: nullableText(),
    stepId: nullableText(),
    place: text(),
    device: text(),
    startAt: text(),
    endAt: text(),
    noticeSpoken: flag(),
    transcript: text(),
    fileName: text(),
    mime: text(),
    bytes: integer(),
    sha256: text(),
    /** Null until it is computed, after the file was taken in. */
    sm3: nullableText(),
    importedAt: text(),
    importedBy: text(),
    thumbnail: nullableText(),
    damage: nullableText(),
    withdrawnReason: nullableText(),
    encoding: nullableText(),
    fromCaseId: nullableText(),
    fromId: nullableText(),
    supplementId: nullableText(),
    gatheredAt: nullableText(),
  },
});

/** How a file came into 收件; from the folder of the scanner with when it was written there, in milliseconds since 1970. */
export interface CameIn {
  origin: TrayOrigin;
  changedAt: number | null;
}

/** An import under way; what is left of it at the next start was interrupted and is named. */
export interface IntakeRow {
  id: string;
  /** Null where it goes into 收件. */
  caseId: string | null;
  fileName: string;
  bytes: number;
  mime: string;
  /** What is known of the exhibit it becomes; how it came into 收件 where it goes there. */
  details: ExhibitDetails | CameIn;
  startedAt: string;
  startedBy: string;
}
export const intakeTable = new EntitySchema<IntakeRow>({
  name: 'intake',
  columns: {
    id: id(),
    caseId: nullableText(),
    fileName: text(),
    bytes: integer(),
    mime: text(),
    details: json(),
    startedAt: text(),
    startedBy: text(),
  },
});
