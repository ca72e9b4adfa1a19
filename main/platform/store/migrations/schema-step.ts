import type { MigrationInterface, QueryRunner } from 'typeorm';

export type SchemaStep = new () => MigrationInterface;

/** SQL, or what SQL alone cannot do. */
type Statement = string | ((runner: QueryRunner) => Promise<void>);

/** One step of the schema as TypeORM wants it; the last 13 digits of its name are its number. Never changed once released. */
export function schemaStep(number: number, title: string, statements: readonly Statement[]): SchemaStep {
  return class implements MigrationInterface {
    name = `${title}${String(number).padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements)
        await (typeof statement === 'string' ? runner.query(statement) : statement(runner));
    }

    async down(): Promise<void> {
      throw new Error('a schema step is never taken back: restore a backup instead');
    }
  };
}
