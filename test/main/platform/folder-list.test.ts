import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFolders } from '../../../main/platform/folder-list.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('the folders to choose from', () => {
  test('are named in order, without files, what is hidden, and the profile', async () => {
    const root = await tempDir();
    const profile = join(root, '案卷库');
    for (const name of ['移送', '备份', '案卷库', '.隐藏']) await mkdir(join(root, name));
    await mkdir(join(root, '移送', '法院'));
    await writeFile(join(root, '文件.txt'), 'x');
    await symlink(join(root, '移送'), join(root, '通向移送'));
    await symlink(join(root, '文件.txt'), join(root, '通向文件'));
    const { shown, above, folders, isCut } = await listFolders(profile, root);
    expect(shown).toBe(root);
    expect(above).toBe(join(root, '..'));
    expect(isCut).toBe(false);
    expect(folders).toEqual(['备份', '通向移送', '移送'].map((name) => ({ name, path: join(root, name) })));
    expect((await listFolders(profile, join(root, '移送'))).folders.map(({ name }) => name)).toEqual(['法院']);
  });

  test('begin at home and at the disks', async () => {
    const { shown, above, folders } = await listFolders('/profile', null);
    expect([shown, above]).toEqual([null, null]);
    expect(folders.map(({ path }) => path)).toEqual(expect.arrayContaining([homedir(), '/']));
    expect(await listFolders('/profile', '/')).toMatchObject({ shown: '/', above: null });
  });

  test('are refused in the profile, where nothing is, and by half a place', async () => {
    const profile = await tempDir();
    await mkdir(join(profile, 'vault'));
    const refusal = (folder: string) =>
      listFolders(profile, folder).catch((error: { refusal: unknown }) => error.refusal);
    expect(await refusal(join(profile, 'vault'))).toMatchObject({ code: 'folder', why: 'inside-profile' });
    expect(await refusal('/没有/这里')).toMatchObject({ code: 'folder', why: 'missing' });
    expect(await refusal('移送')).toMatchObject({ code: 'folder', why: 'not-absolute' });
  });

  test.skipIf(process.getuid?.() === 0)('say that the system does not let this person in', async () => {
    const closed = await tempDir();
    await chmod(closed, 0o000);
    const refused = listFolders('/profile', closed).catch((error: { refusal: unknown }) => error.refusal);
    expect(await refused).toMatchObject({ code: 'folder', why: 'not-readable' });
    await chmod(closed, 0o700);
  });
});
