import type { DataSourceOptions } from 'typeorm';
import { contentFacts, officeFacts } from './facts/fact-tables.ts';
import type { FactTable } from './facts/fact-table.ts';
import { contentSteps, officeSteps } from './migrations/index.ts';
import type { SchemaStep } from './migrations/schema-step.ts';
import { contentTables, officeTables } from './tables/index.ts';

/** What a database is made of. */
export interface Schema {
  /** Every step of it in order. */
  steps: readonly SchemaStep[];
  /** The tables TypeORM maps. */
  tables: NonNullable<DataSourceOptions['entities']>;
  /** The tables whose rows are compared with the chain. */
  facts: readonly FactTable[];
}

/**
 * A profile has two databases, each with a key and a chain of its own: `content` holds the cases and what 法规科 decided, `office` the
 * people, units and settings, which the system administrator opens without a key to any case (docs/adr/0016).
 */
export const schemas = {
  content: { steps: contentSteps, tables: contentTables, facts: contentFacts },
  office: { steps: officeSteps, tables: officeTables, facts: officeFacts },
} as const satisfies Record<string, Schema>;
export type SchemaName = keyof typeof schemas;
