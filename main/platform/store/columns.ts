import type { EntitySchemaColumnOptions } from 'typeorm';

/**
 * The few column types all tables use, so that one place decides how each is kept. JSON is text on every engine;
 * moments are ISO 8601 text set by code (SQLite's own clock has whole seconds only).
 */
export const id = (): EntitySchemaColumnOptions => ({ type: 'text', primary: true });
export const text = (): EntitySchemaColumnOptions => ({ type: 'text' });
export const nullableText = (): EntitySchemaColumnOptions => ({ type: 'text', nullable: true });
export const integer = (): EntitySchemaColumnOptions => ({ type: 'integer' });
export const nullableInteger = (): EntitySchemaColumnOptions => ({ type: 'integer', nullable: true });
export const flag = (): EntitySchemaColumnOptions => ({ type: 'boolean' });
export const json = (): EntitySchemaColumnOptions => ({ type: 'simple-json' });
