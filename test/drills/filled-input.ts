import * as z from 'zod';
import { v7 as newId } from 'uuid';

type Json = Record<string, unknown>;

/**
 * An input that fits the schema of a call as far as its shape goes: the named ids where a field is called so, else the first choice, the
 * shortest text, the smallest number. Undefined for a call without input.
 */
export function filledInput(schema: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (schema === undefined) return undefined;
  const shape = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Json;
  return filled(shape, '', ids);
}

function filled(shape: Json, name: string, ids: Readonly<Record<string, string>>): unknown {
  const known = ids[name];
  if (known !== undefined) return known;
  if ('const' in shape) return shape['const'];
  if (Array.isArray(shape['enum'])) return shape['enum'][0];
  const choices = (shape['anyOf'] ?? shape['oneOf'] ?? shape['allOf']) as Json[] | undefined;
  if (choices !== undefined) return filled(choices[0] ?? {}, name, ids);
  const one = ids[name.replace(/s$/, '')];
  switch (shape['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((shape['properties'] ?? {}) as Record<string, Json>).map(([key, value]) => [
          key,
          filled(value, key, ids),
        ]),
      );
    case 'array':
      return one === undefined ? arrayOf(shape, name, ids) : [one];
    case 'integer':
    case 'number':
      return Math.max(1, Number(shape['minimum'] ?? 1));
    case 'boolean':
      return false;
    case 'string':
      return textOf(shape);
    default:
      return null;
  }
}

function arrayOf(shape: Json, name: string, ids: Readonly<Record<string, string>>): unknown[] {
  const tuple = shape['prefixItems'] as Json[] | undefined;
  if (tuple !== undefined) return tuple.map((item) => filled(item, name, ids));
  return Array.from({ length: Number(shape['minItems'] ?? 0) }, () =>
    filled((shape['items'] ?? {}) as Json, name, ids),
  );
}

function textOf(shape: Json): string {
  if (shape['format'] === 'uuid') return newId();
  if (shape['format'] === 'date') return '2026-06-12';
  return '查'.repeat(Math.max(1, Number(shape['minLength'] ?? 1)));
}
