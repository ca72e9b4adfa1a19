import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { refusalOf } from '../../../support/office.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** A window whose folder dialog breaks with a message that names somebody, and a printer without fonts. */
const broken = {
  desktop: {
    kind: 'headless' as const,
    chooseFolder: () => Promise.reject(new RangeError('陈福来 440524188001010014')),
  },
  fontsDir: join(import.meta.dirname, 'no-fonts-here'),
};
const dir = await copyOfStage('set-up');
const { workstation, client } = await openWorkstation(dir, () => new Date('2026-03-02T09:00:00+08:00'), broken);
afterAll(() => workstation.close());

async function logIn(name: string): Promise<void> {
  await client.session.lock();
  const { people } = await client.session.state();
  const personId = people.find((person) => person.name === name)?.personId ?? '';
  await client.session.unlock({ personId, password: samplePassword });
}

async function breakDialog(): Promise<string> {
  const refusal = await refusalOf(client.desktop.chooseFolder({ title: '选择文件夹' }));
  if (refusal.code !== 'internal') throw new Error(refusal.code);
  expect(plain(refusal)).toContain(`错误编号 ${refusal.id}，请告诉系统管理员`);
  return refusal.id;
}

test('a fault of a call is found by the id that the clerk was shown, without what its message said', async () => {
  await logIn('王建国');
  const id = await breakDialog();
  await logIn('吴管理');
  const found = await client.supervision.faults({ id: id.toLowerCase().replace('-', ' ') });
  expect(found).toMatchObject([{ id, source: 'call', call: 'desktop.chooseFolder', kind: 'RangeError' }]);
  expect(found[0]?.places.join('\n')).toContain('main/app/desktop-router.ts');
  expect(JSON.stringify(await client.supervision.faults({}))).not.toMatch(/陈福来|440524/);
  expect(await client.supervision.faults({ id: '0000' })).toEqual([]);
});

test('a fault in a thread is found with its places there', async () => {
  await logIn('王建国');
  const answer = await workstation.fetch(new Request('http://workstation/templates/J32/blank'));
  expect(answer.status).toBe(500);
  const { code, id } = (await answer.json()) as { code: string; id: string };
  expect(code).toBe('internal');
  await logIn('吴管理');
  const [fault] = await client.supervision.faults({ id });
  expect(fault).toMatchObject({ source: 'bytes', call: 'GET /templates' });
  expect(fault?.places.join('\n')).toContain('main/platform/print/');
});

test('the page may report its own faults before anybody has logged in', async () => {
  await client.session.lock();
  const { id } = await client.desktop.reportFault({ kind: 'TypeError', code: null, places: ['assets/main.js:1:2'] });
  expect(
    await refusalOf(client.desktop.reportFault({ kind: 'TypeError', code: null, places: ['陈福来'] })),
  ).toMatchObject({ code: 'malformed' });
  await logIn('吴管理');
  expect(await client.supervision.faults({ id })).toMatchObject([
    { id, source: 'page', places: ['assets/main.js:1:2'] },
  ]);
});

test('nobody but the system administrator reads or exports it, and nobody while it is locked', async () => {
  await logIn('赵强');
  const { ticket } = await client.desktop.typedFolder({ folder: await tempDir() });
  const calls = () => [client.supervision.faults({}), client.supervision.exportFaults({ folderTicket: ticket })];
  for (const refusal of await Promise.all(calls().map(refusalOf)))
    expect(refusal).toMatchObject({ code: 'not-allowed', roles: ['系统管理员'] });
  await client.session.lock();
  for (const refusal of await Promise.all(calls().map(refusalOf))) expect(refusal).toEqual({ code: 'locked' });
});

test('the export is a text file with every entry, and is on record', async () => {
  await logIn('吴管理');
  const folder = await tempDir();
  const { ticket } = await client.desktop.typedFolder({ folder });
  const listed = await client.supervision.faults({});
  const { file, entries } = await client.supervision.exportFaults({ folderTicket: ticket });
  expect(await readdir(folder)).toEqual([file.slice(folder.length + 1)]);
  const written = JSON.parse(await readFile(file, 'utf8')) as { faults: unknown };
  expect(written.faults).toEqual(listed);
  expect(entries).toBe(listed.length);
  const [act] = await client.supervision.audit({ of: 'office', limit: 1 });
  expect(act).toMatchObject({ verb: '导出故障记录', what: `${entries}条`, detail: { file, count: entries } });
});

test('exports of the same minute stand beside each other', async () => {
  await logIn('吴管理');
  const folder = await tempDir();
  const { ticket } = await client.desktop.typedFolder({ folder });
  const exported = await Promise.all([1, 2, 3].map(() => client.supervision.exportFaults({ folderTicket: ticket })));
  const names = exported.map(({ file }) => file.slice(folder.length + 1)).toSorted();
  expect(names).toEqual([
    '故障记录 2026-03-02 0900.json',
    '故障记录 2026-03-02 0900（2）.json',
    '故障记录 2026-03-02 0900（3）.json',
  ]);
  expect((await readdir(folder)).toSorted()).toEqual(names);
  for (const { file } of exported) expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('faults');
});
