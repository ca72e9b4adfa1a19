import type { MigrationInterface, QueryRunner } from 'typeorm';

// Forms somebody has begun and not saved; they are no records yet, so nothing refers to them.
const statements = ['create table kept_draft ("personId" text not null, key text not null, value text not null, at text not null, primary key ("personId", key))'];

class KeptDrafts implements MigrationInterface {
  name = 'KeptDrafts0000000000005';
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('a schema step is never taken back: restore a backup instead');
  }
}

export const keptDrafts = KeptDrafts;
