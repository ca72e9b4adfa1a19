/**
 * What a finding names, and so who may read it (第四十二条): nothing but the office itself, the parties, all there is, or the one case of
 * this id.
 */
export type Concern = 'office' | 'parties' | 'everything' | (string & {});

/** What a check found, as a sentence. */
export interface Finding {
  sentence: string;
  concern: Concern;
}

export const ofOffice = (sentence: string): Finding => ({ sentence, concern: 'office' });

const tables: Readonly<Record<string, Concern>> = {
  setting: 'office',
  unit: 'office',
  person: 'office',
  signing_key: 'office',
  template_edition: 'office',
  rule_edition: 'office',
  cause_edition: 'office',
  calendar_year: 'office',
  confirmed_note: 'office',
  household: 'parties',
  former_name: 'parties',
};

/** What the row of a table concerns; `caseId` is its case, '' where it belongs to no one case. */
export const concernOfRow = (tableName: string, caseId: string): Concern =>
  caseId === '' ? (tables[tableName] ?? 'everything') : caseId;
