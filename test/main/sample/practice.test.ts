import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFonts } from '../../../scripts/fonts.mjs';
import { clientOf } from '../../../main/app/client.ts';
import { createErrorLog } from '../../../main/app/error-log.ts';
import type { Opens, WorkstationOptions } from '../../../main/platform/host.ts';
import { practiceFolder } from '../../../main/hosts/profile-folder.ts';
import { makePractice, openPractice } from '../../../main/sample/practice.ts';
import { readSample, samplePassword } from '../../../main/sample/sample.ts';
import { refusalOf } from '../../support/office.ts';
import { temporaryFolder } from '../../support/profile.ts';
import { textOf } from '../platform/print/support.ts';

const root = join(import.meta.dirname, '../../..');
const fontsDir = join(root, 'out/fonts');
const opened: (Opens | undefined)[] = [];
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let folders: Pick<WorkstationOptions, 'profileDir' | 'pageDir' | 'resourcesDir' | 'fontsDir'>;

const open = async () => {
  const workstation = await openPractice(
    {
      ...folders,
      desktop: { kind: 'headless' },
      makePractice: (anew) => makePractice(folders, anew),
      onEnded: (_, opens) => void opened.push(opens),
    },
    createErrorLog(folders.profileDir),
  );
  return { workstation, client: clientOf(workstation) };
};
const keyring = (): string => readFileSync(join(folders.profileDir, 'keyring.json'), 'utf8');

async function enter(client: Awaited<ReturnType<typeof open>>['client'], name: string) {
  const { people } = await client.session.state();
  const personId = people.find((person) => person.name === name)?.personId ?? '';
  return client.session.unlock({ personId, password: samplePassword });
}

beforeAll(async () => {
  makeFonts(fontsDir);
  folder = await temporaryFolder('practice');
  folders = {
    profileDir: practiceFolder(folder.path),
    pageDir: join(root, 'renderer'),
    resourcesDir: join(root, 'resources'),
    fontsDir,
  };
  await makePractice(folders, false);
}, 240_000);
afterAll(() => folder.remove());

describe('the profile for practice', () => {
  it('has a folder of its own, and leaves nothing beside it', () => {
    expect(readdirSync(folder.path)).toEqual(['practice']);
    expect(readdirSync(folders.profileDir)).toContain('keyring.json');
  });

  it('says that it is one, on the days of its case, which run on', async () => {
    const { workstation, client } = await open();
    const state = await client.session.state();
    expect(state.practice?.clockShift).toBeLessThan(0);
    expect(state.host.canPractise).toBe(true);
    expect(state.today).toMatch(/^2026-0[34]-\d\d$/);
    expect(state.people).toHaveLength(readSample(folders.resourcesDir).people.length);
    await workstation.close();
  }, 60_000);

  it('has the case with its next step, and every print is marked', async () => {
    const { workstation, client } = await open();
    await enter(client, '王建国');
    const [first] = await client.cases.list({});
    const { file } = await client.cases.open({ caseId: first?.id ?? '' });
    const issued = file.papers.filter(({ status }) => status === 'issued');
    expect(issued.length).toBeGreaterThan(10);
    const paper = await workstation.fetch(new Request(`http://workstation/papers/${issued[0]?.id}/pdf`));
    expect(textOf(new Uint8Array(await paper.arrayBuffer()))).toContain('练习');
    const blank = await workstation.fetch(new Request(`http://workstation/templates/${issued[0]?.templateId}/blank`));
    expect(textOf(new Uint8Array(await blank.arrayBuffer()))).toContain('练习');
    await workstation.close();
  }, 60_000);

  it('reads and writes no folder outside: no package, no backup, no scanner', async () => {
    const { workstation, client } = await open();
    await enter(client, '王建国');
    for (const asked of [
      client.desktop.proposedFolder(),
      client.desktop.typedFolder({ folder: folder.path }),
      client.desktop.folders({ within: null }),
    ])
      expect(await refusalOf(asked)).toEqual({ code: 'practice' });
    await workstation.close();
  }, 60_000);

  it.each(['practice.json', 'keyring'])(
    'is made anew where its %s is damaged, and the log-in says so',
    async (what) => {
      const before = keyring();
      const damaged = what === 'keyring' ? ['keyring.json', 'keyring.copy.json'] : [what];
      for (const file of damaged) writeFileSync(join(folders.profileDir, file), 'not what was written');
      const { workstation, client } = await open();
      expect((await client.session.state()).lockedBy).toEqual({ code: 'practice-anew' });
      expect((await enter(client, '王建国')).operator?.name).toBe('王建国');
      expect(keyring()).not.toBe(before);
      await workstation.close();
    },
    240_000,
  );

  it('is begun anew with other keys, after whoever was there has been put out', async () => {
    const before = keyring();
    const { workstation, client } = await open();
    await enter(client, '李敏');
    await client.session.practise({ on: true, anew: true });
    expect(opened.at(-1)).toBe('practice');
    expect(keyring()).not.toBe(before);
    await workstation.close();

    const again = await open();
    await enter(again.client, '李敏');
    await again.client.session.practise({ on: false });
    expect(opened.at(-1)).toBe('office');
    expect((await again.client.session.state()).operator).toBeNull();
    await again.workstation.close();
  }, 240_000);
});
