import { EntitySchema } from 'typeorm';
import type { CaseRecord } from '../../../../shared/case-file.ts';
import type { PartyKind } from '../../../../shared/identity/party.ts';
import { id, integer, json, nullableInteger, nullableText, text } from '../columns.ts';

/** A household (一户式档案) holds the identity of its one target; `keyText` is unique for ever. `office` is where it was made. */
export interface HouseholdRow {
  id: string;
  office: string;
  keyText: string;
  keyKind: 'uscc' | 'id' | 'temporary';
  kind: PartyKind;
  name: string;
  uscc: string;
  legalRep: string;
  position: string;
  idType: string;
  idNumber: string;
  address: string;
  phone: string;
  /** Null in rows from before it was asked. */
  usccChecked: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}
export const householdTable = new EntitySchema<HouseholdRow>({
  name: 'household',
  columns: {
    id: id(),
    office: text(),
    keyText: text(),
    keyKind: text(),
    kind: text(),
    name: text(),
    uscc: text(),
    legalRep: text(),
    position: text(),
    idType: text(),
    idNumber: text(),
    address: text(),
    phone: text(),
    usccChecked: nullableText(),
    version: integer(),
    createdAt: text(),
    updatedAt: text(),
  },
});

/** Two households that are read as one (合并一户式档案) until `undoneAt`. */
export interface HouseholdMergeRow {
  id: string;
  fromId: string;
  intoId: string;
  reason: string;
  by: string;
  at: string;
  undoneReason: string | null;
  undoneBy: string | null;
  undoneAt: string | null;
}
export const householdMergeTable = new EntitySchema<HouseholdMergeRow>({
  name: 'household_merge',
  columns: {
    id: id(),
    fromId: text(),
    intoId: text(),
    reason: text(),
    by: text(),
    at: text(),
    undoneReason: nullableText(),
    undoneBy: nullableText(),
    undoneAt: nullableText(),
  },
});

export interface FormerNameRow {
  id: string;
  householdId: string;
  name: string;
  until: string;
}
export const formerNameTable = new EntitySchema<FormerNameRow>({
  name: 'former_name',
  columns: { id: id(), householdId: text(), name: text(), until: text() },
});

export interface CaseRow extends Omit<CaseRecord, 'registeredBy'> {
  office: string;
  updatedAt: string;
  closedAt: string | null;
  createdBy: string;
}
/** The state of a case that lists, figures and 今日 show: one that was laid aside (撤销登记, 并案) is on record alone. */
export const inLists = "state not in ('cancelled', 'joined')";

export const caseTable = new EntitySchema<CaseRow>({
  name: 'case_record',
  columns: {
    id: id(),
    office: text(),
    number: text(),
    procedure: text(),
    causeName: text(),
    state: text(),
    unitId: nullableText(),
    officerIds: json(),
    createdAt: text(),
    createdBy: text(),
    updatedAt: text(),
    closedAt: nullableText(),
    followsId: nullableText(),
    version: integer(),
    originId: nullableText(),
    originLead: nullableText(),
    cancelReason: nullableText(),
    modelId: nullableText(),
  },
});

/** `leftAt` and `leftReason`: it is no party of the case any more, but the household keeps what was made out to it. */
export interface CasePartyRow {
  caseId: string;
  householdId: string;
  position: number;
  leftAt: string | null;
  leftReason: string | null;
}
export const casePartyTable = new EntitySchema<CasePartyRow>({
  name: 'case_party',
  columns: { caseId: id(), householdId: id(), position: integer(), leftAt: nullableText(), leftReason: nullableText() },
});

/** 并案: one case is handled in another until `undoneAt`. `paperId` and `undonePaperId` are the approvals used, where they were needed. */
export interface CaseJoinRow {
  id: string;
  fromId: string;
  intoId: string;
  /** The state it goes back to when it is parted again (分案). */
  stateBefore: 'source' | 'open';
  reason: string;
  paperId: string | null;
  by: string;
  at: string;
  undoneReason: string | null;
  undonePaperId: string | null;
  undoneBy: string | null;
  undoneAt: string | null;
}
export const caseJoinTable = new EntitySchema<CaseJoinRow>({
  name: 'case_join',
  columns: {
    id: id(),
    fromId: text(),
    intoId: text(),
    stateBefore: text(),
    reason: text(),
    paperId: nullableText(),
    by: text(),
    at: text(),
    undoneReason: nullableText(),
    undonePaperId: nullableText(),
    undoneBy: nullableText(),
    undoneAt: nullableText(),
  },
});

/** `partyId` is '' for the whole case; `lapsesAt` is its last day while that is to come and the period is not met. */
export interface PeriodRow {
  caseId: string;
  ruleId: string;
  subjectId: string;
  partyId: string;
  due: string | null;
  warnAt: string | null;
  metAt: string | null;
  harm: number;
  period: object;
  lapsesAt: string | null;
}
export const periodTable = new EntitySchema<PeriodRow>({
  name: 'period',
  columns: {
    caseId: id(),
    ruleId: id(),
    subjectId: id(),
    partyId: id(),
    due: nullableText(),
    warnAt: nullableText(),
    metAt: nullableText(),
    harm: integer(),
    period: json(),
    lapsesAt: nullableText(),
  },
});

export interface PeriodChangeRow {
  id: string;
  caseId: string;
  ruleId: string;
  kind: 'extension' | 'suspension';
  n: number | null;
  from: string | null;
  to: string | null;
  basis: string;
  createdAt: string;
}
export const periodChangeTable = new EntitySchema<PeriodChangeRow>({
  name: 'period_change',
  columns: {
    id: id(),
    caseId: text(),
    ruleId: text(),
    kind: text(),
    n: nullableInteger(),
    from: nullableText(),
    to: nullableText(),
    basis: text(),
    createdAt: text(),
  },
});
