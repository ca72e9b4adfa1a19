import { caseFacts } from './case-facts.ts';
import { decidedFacts } from './decided-facts.ts';
import type { FactTable } from './fact-table.ts';
import { settingFacts, signingKeyFacts, staffFacts } from './office-facts.ts';
import { recordFacts } from './record-facts.ts';

/** The tables whose rows are compared with the chain of their database. */
export const contentFacts: readonly FactTable[] = [
  settingFacts,
  signingKeyFacts,
  ...decidedFacts,
  ...caseFacts,
  ...recordFacts,
];
export const officeFacts: readonly FactTable[] = [settingFacts, ...staffFacts, signingKeyFacts];

const byName = new Map([...contentFacts, ...officeFacts].map((table) => [table.name, table]));

/** Throws for a table that holds no facts. */
export function factTable(name: string): FactTable {
  const table = byName.get(name);
  if (!table) throw new Error(`${name} is no table of facts`);
  return table;
}

/** The tables that hold no facts, each with the reason. */
export const otherTables: Readonly<Record<string, string>> = {
  audit: 'the chain itself: its hashes are recomputed',
  audit_row: 'the digests: the chain holds a hash over those of each entry',
  form_draft: 'a form nobody has saved yet is no act (第四条)',
  intake: 'a file on its way in; it becomes an exhibit, or is named as interrupted',
  job: 'how far long work has come; what it ends in is an entry',
  look: 'who looked at what is no act; entries of the chain hold a digest over each batch (audit/looks.ts)',
  search_text: 'made from the facts, to find them by',
  household_index: 'made from the facts, to find them by',
  case_index: 'made from the facts, to find them by',
  paper_index: 'made from the facts, to find them by',
  exhibit_index: 'made from the facts, to find them by',
  exhibit_text: 'the words within the sealed files, to find them by; made from those again',
  household_entry: 'made from the facts, for the time line of a household',
  tray_file: 'what lies in 收件 belongs to no case; what becomes of it is an entry',
  tray_sheet: 'the same, sheet by sheet; a signed paper is in the prints of its paper',
  print_code: 'made from the prints of papers, to find the paper of a scanned page',
  running_case: 'made from the facts, for the board',
  case_outlook: 'made from the facts, for 今日 and the list of cases',
  snooze: 'what a person has put off on 今日; that it was is an entry',
  migrations: 'the steps of the schema',
};
