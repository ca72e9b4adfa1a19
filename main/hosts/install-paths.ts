import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** The file of the process that holds the workstation; it lies beside the program `entryUrl`, in the sources as in what is built. */
export function programFile(entryUrl: string): string {
  const entry = fileURLToPath(entryUrl);
  return join(dirname(entry), `workstation${extname(entry)}`);
}
