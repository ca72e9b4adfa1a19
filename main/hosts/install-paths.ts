import { join } from 'node:path';
import type { WorkstationOptions } from '../platform/host.ts';

/**
 * Where the program's own files are.
 * @param builtDir the folder `out` that the running program was built into
 * @param installedDir folder of the files beside an installed program (electron-builder.yml, extraResources); absent in a working copy
 */
export function installPaths(
  builtDir: string,
  installedDir?: string,
): Pick<WorkstationOptions, 'pageDir' | 'resourcesDir' | 'fontsDir'> {
  return {
    pageDir: join(builtDir, 'renderer'),
    resourcesDir: join(installedDir ?? join(builtDir, '..'), 'resources'),
    fontsDir: join(installedDir ?? builtDir, 'fonts'),
  };
}
