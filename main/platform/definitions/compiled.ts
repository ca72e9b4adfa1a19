import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Template } from '../../../shared/template/template.ts';
import { DataFault } from './data-fault.ts';
import { loadDefinitions, type Definitions } from './load.ts';
import { errorCode } from '../files.ts';

/**
 * The definitions as the build has checked it, with the digest of the files it was made from.
 * Reading it takes some 20 ms; reading and checking 120 YAML files takes some 300 ms, too long for a start.
 */
export interface Compiled extends Omit<Definitions, 'templates' | 'procedures'> {
  digest: string;
  templates: [string, Template][];
  procedures: [string, Procedure][];
}

export const compiledFile = (resourcesDir: string): string => join(resourcesDir, 'definitions.json');

/** A definitions in force, and the fault of changed data files that kept them from coming into force. */
export interface OpenedDefinitions {
  definitions: Definitions;
  fault: DataFault | null;
}

/**
 * The definitions of a starting workstation: the compiled one, unless a data file has changed since or there is none. Changed
 * files with a fault do not come into force: the last good version stays. Throws a DataFault only where there is none.
 */
export function openDefinitions(resourcesDir: string): OpenedDefinitions {
  const compiled = readCompiled(resourcesDir);
  if (compiled?.digest === digestOf(resourcesDir)) return { definitions: expanded(compiled), fault: null };
  try {
    return { definitions: loadDefinitions(resourcesDir), fault: null };
  } catch (fault) {
    if (compiled === undefined || !(fault instanceof DataFault)) throw fault;
    return { definitions: expanded(compiled), fault };
  }
}

const expanded = ({ templates, procedures, ...rest }: Compiled): Definitions => {
  const { periodRules, calendars, articles, phrases, causes, laws } = rest;
  return {
    templates: new Map(templates),
    procedures: new Map(procedures),
    periodRules,
    calendars,
    articles,
    phrases,
    causes,
    laws,
  };
};

/** To be raised when a record of the data gets another part: what an older build has compiled lacks it. */
const SHAPE = 4;

/** SHA-256 over the shape of the records, and names and content of all data files. */
export function digestOf(resourcesDir: string): string {
  const hash = createHash('sha256').update(`shape ${SHAPE}\0`);
  const files = readdirSync(resourcesDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  );
  for (const file of files.toSorted()) {
    const content = readFileSync(join(resourcesDir, file));
    hash.update(`${file.replaceAll('\\', '/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function readCompiled(resourcesDir: string): Compiled | undefined {
  try {
    return JSON.parse(readFileSync(compiledFile(resourcesDir), 'utf8')) as Compiled;
  } catch (error) {
    // Half written or not built yet: the data files themselves decide.
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
