import { EntitySchema } from 'typeorm';
import type { Role } from '../../../../shared/template/template.ts';
import { flag, id, integer, json, nullableText, text } from '../columns.ts';

export interface SettingRow {
  key: string;
  value: unknown;
  updatedAt: string;
}
export const settingTable = new EntitySchema<SettingRow>({
  name: 'setting',
  columns: { key: id(), value: json(), updatedAt: text() },
});

export interface UnitRow {
  id: string;
  name: string;
  head: string;
  active: boolean;
}
export const unitTable = new EntitySchema<UnitRow>({
  name: 'unit',
  columns: { id: id(), name: text(), head: text(), active: flag() },
});

/** A form a person has not saved yet; goes when it is saved or given up. */
export interface FormDraftRow {
  personId: string;
  key: string;
  value: string;
  at: string;
}
export const formDraftTable = new EntitySchema<FormDraftRow>({
  name: 'form_draft',
  columns: { personId: id(), key: id(), value: text(), at: text() },
});

/** From entry `fromSeq` of the chain on the person signs with this key; keys of before stay, for what they signed. */
export interface SigningKeyRow {
  publicKey: string;
  personId: string;
  suite: string;
  fromSeq: number;
}
export const signingKeyTable = new EntitySchema<SigningKeyRow>({
  name: 'signing_key',
  columns: { publicKey: id(), personId: text(), suite: text(), fromSeq: integer() },
});

export interface PersonRow {
  id: string;
  name: string;
  roles: Role[];
  unitId: string | null;
  certNo: string;
  certFrom: string;
  certTo: string;
  active: boolean;
  version: number;
}
export const personTable = new EntitySchema<PersonRow>({
  name: 'person',
  columns: {
    id: id(),
    name: text(),
    roles: json(),
    unitId: nullableText(),
    certNo: text(),
    certFrom: text(),
    certTo: text(),
    active: flag(),
    version: integer(),
  },
});

/** 请假 of a person: the first and the last day away, and who stands in; goes when they are back. */
export interface AbsenceRow {
  personId: string;
  absentFrom: string;
  absentTo: string;
  standInId: string | null;
}
export const absenceTable = new EntitySchema<AbsenceRow>({
  name: 'absence',
  columns: { personId: id(), absentFrom: text(), absentTo: text(), standInId: nullableText() },
});
