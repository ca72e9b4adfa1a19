import { readFileSync } from 'node:fs';
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import { DataFault } from './data-fault.ts';
import { sayIssue } from './schema-fault.ts';
import { errorCode } from '../files.ts';

export type Path = readonly PropertyKey[];

/** A data file that was read: its value and where each part of it stands. */
export interface Source {
  /** Path below the resources folder, as a clerk is shown it: templates/J01.yaml. */
  name: string;
  value: unknown;
  /** Refuses the file because of the part at `path`. */
  refuse: (path: Path, reason: string) => never;
}

/** Reads one YAML file. Throws a DataFault when it cannot be read or is not YAML. */
export function readSource(file: string, name: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(readText(file, name), { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new DataFault(name, lines.linePos(fault.pos[0]).line, `不是正确的YAML（${fault.code}）`);
  return {
    name,
    value: document.toJS(),
    refuse: (path, reason) => {
      throw new DataFault(name, lineOf(document, lines, path), reason);
    },
  };
}

/** The value of a file as the schema has it; refuses the file at the first fault. */
export function conform<S extends z.ZodType>(source: Source, schema: S): z.output<S> {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  const { path, reason } = sayIssue(result.error);
  return source.refuse(path, reason);
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new DataFault(name, null, '缺少这个文件');
    throw error;
  }
}

/** The line of the deepest part of the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return null;
}

function offsetOf(document: Document, path: Path): number | undefined {
  const key = path.at(-1);
  const parent: unknown = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
  // Of `key: value` the key is where the reader looks, even when the value stands lines below.
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(key));
    if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0];
  }
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
