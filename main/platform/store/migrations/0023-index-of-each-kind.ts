import type { QueryRunner } from 'typeorm';
import { schemaStep } from './schema-step.ts';

interface Found {
  rowid: number;
  refId: string;
  title: string;
  body: string;
}

/** Contentless, as those of the first step. */
const index = (name: string): string =>
  `create virtual table ${name} using fts5(grams, content='', contentless_delete=1, detail=full, prefix='1', tokenize='unicode61 remove_diacritics 0')`;

/**
 * Parties, cases, papers and exhibits each have an index of their own, so that the few cases among a million papers are found without
 * passing the papers. Parties are found by their full pinyin; papers and cases by their whole number; 最近打开 by who looked.
 */
export const indexOfEachKind = schemaStep(23, 'IndexOfEachKind', [
  'alter table search_index rename to paper_index',
  index('case_index'),
  index('exhibit_index'),
  moveTo('case'),
  moveTo('exhibit'),
  'drop table household_index',
  index('household_index'),
  fillHouseholds,
  'create index paper_by_number on paper(number) where number is not null',
  `create index case_by_number on case_record(number) where number <> ''`,
  'create index look_of_person on look("personId", seq)',
]);

function moveTo(kind: 'case' | 'exhibit') {
  return async (runner: QueryRunner): Promise<void> => {
    const { grams } = await import('../grams.ts');
    for (const { rowid, title, body } of await textsOf(runner, kind)) {
      await runner.query('delete from paper_index where rowid = ?', [rowid]);
      await runner.query(`insert into ${kind}_index (rowid, grams) values (?, ?)`, [
        rowid,
        grams(`${title}\n${body}\n`),
      ]);
    }
  };
}

async function fillHouseholds(runner: QueryRunner): Promise<void> {
  // The dictionary of readings is large: it comes only where there is something to read.
  const [{ grams }, { initialsOf, spelledOf }] = await Promise.all([
    import('../grams.ts'),
    import('../../../../shared/chinese/pinyin.ts'),
  ]);
  const former = (await runner.query('select householdId, name from former_name')) as {
    householdId: string;
    name: string;
  }[];
  for (const { rowid, refId, title, body } of await textsOf(runner, 'household')) {
    const names = [title, ...former.filter(({ householdId }) => householdId === refId).map(({ name }) => name)];
    const text = grams(`${title}\n${body}\n${names.map(initialsOf).join('\n')}`);
    await runner.query('insert into household_index (rowid, grams) values (?, ?)', [
      rowid,
      [text, ...names.flatMap(spelledOf)].join(' '),
    ]);
  }
}

const textsOf = async (runner: QueryRunner, kind: string): Promise<Found[]> =>
  (await runner.query('select rowid, refId, title, body from search_text where kind = ? order by rowid', [
    kind,
  ])) as Found[];
