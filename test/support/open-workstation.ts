import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFonts } from '../../scripts/fonts.mjs';
import { clientOf, type Client } from '../../main/app/client.ts';
import type { Workstation, WorkstationOptions } from '../../main/platform/host.ts';
import { createWorkstation } from '../../main/app/workstation.ts';

const root = join(import.meta.dirname, '..', '..');
const fontsDir = join(root, 'out', 'fonts');

export interface Opened {
  workstation: Workstation;
  client: Client;
}

/** The real workstation on a real folder, without a window. */
export async function openWorkstation(
  profileDir: string,
  now?: () => Date,
  host: Partial<Pick<WorkstationOptions, 'desktop' | 'fontsDir' | 'onEnded'>> = {},
): Promise<Opened> {
  if (!existsSync(fontsDir)) makeFonts(fontsDir);
  const workstation = await createWorkstation({
    profileDir,
    pageDir: join(root, 'renderer'),
    resourcesDir: join(root, 'resources'),
    fontsDir,
    desktop: { kind: 'headless' },
    ...host,
    ...(now ? { now } : {}),
  });
  return { workstation, client: clientOf(workstation) };
}
