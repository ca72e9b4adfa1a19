import type { AreaRouter, Implementer } from '../../features/implementer.ts';
import type { Restore, RestoreTools } from './restore.ts';

/** Nearly nobody restores: what it needs is loaded when it is first asked for, not at every start. */
export function restoreRouter(os: Implementer['restore'], tools: RestoreTools) {
  let made: Promise<Restore> | undefined;
  const restore = (): Promise<Restore> =>
    (made ??= import('./restore.ts').then(({ createRestore }) => createRestore(tools)));
  return {
    chooseFolder: os.chooseFolder.handler(async () => (await restore()).chooseFolder()),
    find: os.find.handler(async ({ input }) => (await restore()).find(input.folder)),
    rehearse: os.rehearse.handler(async ({ input }) => (await restore()).rehearse(input)),
    run: os.run.handler(async ({ input }) => (await restore()).run(input)),
    progress: os.progress.handler(async () => (await restore()).progress()),
  } satisfies AreaRouter<'restore'>;
}
