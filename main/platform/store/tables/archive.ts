import { EntitySchema } from 'typeorm';
import type { Volume } from '../../../../shared/case-file.ts';
import type { CatalogueRow, Supplement } from '../../../../shared/contract/archive.ts';
import type { Handover, HandoverItem } from '../../../../shared/contract/handover.ts';
import type { Job } from '../../../../shared/contract/supervision.ts';
import { id, integer, json, nullableText, text } from '../columns.ts';

export interface VolumeRow extends Volume {
  rows: CatalogueRow[];
  situation: string;
  createdAt: string;
}
export const volumeTable = new EntitySchema<VolumeRow>({
  name: 'volume',
  columns: {
    id: id(),
    caseId: text(),
    filedAt: text(),
    filer: text(),
    inspector: text(),
    retention: text(),
    archiveNo: text(),
    items: integer(),
    pages: integer(),
    sha256: text(),
    rows: json(),
    situation: text(),
    createdAt: text(),
    supplementId: nullableText(),
    part: nullableText(),
  },
});

/** What is asked to be added to a filed case (补卷); ids of people beside their names tell two of one name apart. */
export interface SupplementRow extends Supplement {
  askedById: string;
  answeredById: string | null;
}
export const supplementTable = new EntitySchema<SupplementRow>({
  name: 'supplement',
  columns: {
    id: id(),
    caseId: text(),
    reason: text(),
    state: text(),
    askedBy: text(),
    askedById: text(),
    askedAt: text(),
    answeredBy: nullableText(),
    answeredById: nullableText(),
    answeredAt: nullableText(),
    opinion: text(),
    volumeId: nullableText(),
  },
});

/** The frozen set and all that was asked for stay with the hand-over, so that it can be shown again as it was. */
export interface HandoverRow extends Handover {
  items: HandoverItem[];
  request: object;
  duplicate: string | null;
  createdBy: string;
}
export const handoverTable = new EntitySchema<HandoverRow>({
  name: 'handover',
  columns: {
    id: id(),
    caseId: text(),
    kind: text(),
    recipient: text(),
    state: text(),
    form: text(),
    folder: text(),
    itemCount: integer(),
    bytes: integer(),
    manifestSha256: text(),
    manifestSm3: text(),
    anchor: text(),
    due: nullableText(),
    createdAt: text(),
    createdBy: text(),
    verifiedAt: nullableText(),
    receipt: { type: 'simple-json', nullable: true },
    failure: nullableText(),
    items: json(),
    request: json(),
    duplicate: nullableText(),
  },
});

export interface JobRow extends Omit<Job, 'faults'> {
  /** Each with whom it concerns; see audit/finding.ts. */
  faults: { sentence: string; concern: string }[];
  caseId: string | null;
  cursor: object | null;
  startedAt: string;
  endedAt: string | null;
}
export const jobTable = new EntitySchema<JobRow>({
  name: 'job',
  columns: {
    id: id(),
    kind: text(),
    subject: text(),
    state: text(),
    done: integer(),
    total: integer(),
    step: text(),
    secondsLeft: { type: 'integer', nullable: true },
    faults: json(),
    resultId: nullableText(),
    cursor: { type: 'simple-json', nullable: true },
    startedAt: text(),
    endedAt: nullableText(),
    caseId: nullableText(),
  },
});
