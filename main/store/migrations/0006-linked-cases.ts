import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case may follow another: it enforces its decision, or answers for it before a court or the reconsideration body. */
const statements: readonly string[] = [
  'alter table case_record add column "followsId" text references case_record(id)',
  'create index case_follows on case_record("followsId") where "followsId" is not null',
];

class LinkedCases implements MigrationInterface {
  name = 'LinkedCases0000000000006';
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('a schema step is never taken back: restore a backup instead');
  }
}

export const linkedCases = LinkedCases;
