import { handoverTable, jobTable, volumeTable } from './archive.ts';
import {
  caseJoinTable,
  casePartyTable,
  caseTable,
  formerNameTable,
  householdMergeTable,
  householdTable,
  periodChangeTable,
  periodTable,
} from './cases.ts';
import { exhibitTable, intakeTable, paperNumberTable, paperTable } from './papers.ts';
import { casePersonTable, caseWorkerTable } from './people.ts';
import {
  calendarYearTable,
  caseAnswerTable,
  causeEditionTable,
  confirmedNoteTable,
  ruleEditionTable,
  templateEditionTable,
} from './regulation.ts';
import { absenceTable, formDraftTable, personTable, settingTable, signingKeyTable, unitTable } from './staff.ts';

/** Every table TypeORM maps, of each database; audit and search are plain SQL (main/audit, main/store/search.ts). */
export const officeTables = [
  settingTable,
  unitTable,
  personTable,
  absenceTable,
  signingKeyTable,
  formDraftTable,
  jobTable,
];
export const contentTables = [
  settingTable,
  signingKeyTable,
  formDraftTable,
  householdTable,
  formerNameTable,
  householdMergeTable,
  caseJoinTable,
  caseTable,
  casePartyTable,
  periodTable,
  periodChangeTable,
  paperTable,
  paperNumberTable,
  exhibitTable,
  intakeTable,
  volumeTable,
  handoverTable,
  jobTable,
  templateEditionTable,
  ruleEditionTable,
  causeEditionTable,
  calendarYearTable,
  confirmedNoteTable,
  caseAnswerTable,
  casePersonTable,
  caseWorkerTable,
];
