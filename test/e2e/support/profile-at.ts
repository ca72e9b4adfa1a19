import { rm } from 'node:fs/promises';
import { samplePassword } from '../../../main/sample/sample.ts';
import { copyOfStage, type Stage } from '../../support/office-profile.ts';
import { openWorkstation, type Opened } from '../../support/open-workstation.ts';

/** A profile of the sample office at a stage, gone after the test. `prepare` does more in it first, as `by` at `moment`. */
export async function profileAt(
  stage: Stage,
  prepare?: { by: string; moment: string; work: (opened: Opened) => Promise<unknown> },
): Promise<{ path: string } & AsyncDisposable> {
  const path = await copyOfStage(stage);
  if (prepare !== undefined) await workIn(path, prepare);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

async function workIn(
  path: string,
  { by, moment, work }: { by: string; moment: string; work: (opened: Opened) => Promise<unknown> },
): Promise<void> {
  const opened = await openWorkstation(path, () => new Date(`${moment}:00+08:00`));
  try {
    const { people } = await opened.client.session.state();
    await opened.client.session.unlock({
      personId: people.find(({ name }) => name === by)?.personId ?? '',
      password: samplePassword,
    });
    await work(opened);
  } finally {
    await opened.workstation.close();
  }
}
