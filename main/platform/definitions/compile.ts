import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyChecker } from './check-body.ts';
import { compiledFile, digestOf, type Compiled } from './compiled.ts';
import { loadDefinitions } from './load.ts';
import { readSource } from './source.ts';

/**
 * The build step: checks the data files, the texts to be printed too, and writes `definitions.json` beside them.
 * Throws a DataFault like `loadCatalogue`.
 */
export function compileDefinitions(resourcesDir: string): void {
  const { templates, procedures, ...rest } = loadDefinitions(resourcesDir);
  const check = bodyChecker();
  for (const template of templates.values()) {
    const fault = check(template);
    const name = `templates/${template.id}.yaml`;
    if (fault !== undefined) readSource(join(resourcesDir, name), name).refuse([fault.part], fault.reason);
  }
  const compiled: Compiled = {
    digest: digestOf(resourcesDir),
    templates: [...templates],
    procedures: [...procedures],
    ...rest,
  };
  writeFileSync(compiledFile(resourcesDir), JSON.stringify(compiled));
}
