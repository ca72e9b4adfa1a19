import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { takeStill } from '../../../../main/features/devices/still-camera.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const programs = await tempDir();
const path = process.env['PATH'] ?? '';
beforeEach(() => {
  process.env['PATH'] = `${programs}:${path}`;
});
afterAll(() => {
  process.env['PATH'] = path;
});

/** A `fswebcam` of our own: the last word of its line is the file to write. */
async function install(body: string): Promise<void> {
  await writeFile(join(programs, 'fswebcam'), `#!/bin/sh\nfor file; do :; done\n${body}\n`);
  await chmod(join(programs, 'fswebcam'), 0o755);
}
const leftovers = async (): Promise<string[]> =>
  (await readdir('/dev/shm')).filter((name) => name.startsWith('still-'));
const refused = { refusal: { code: 'camera' } };

describe('takeStill', () => {
  test('gives the picture and leaves no file behind', async () => {
    await install(String.raw`printf '\377\330picture' > "$file"`);
    expect((await takeStill('/dev/video0')).subarray(2).toString()).toBe('picture');
    expect(await leftovers()).toEqual([]);
  });

  test.each([
    ['takes nothing but says it went well', 'exit 0'],
    ['fails', 'exit 1'],
    ['writes something else', 'echo text > "$file"'],
  ])('refuses when the program %s', async (_name, body) => {
    await install(body);
    await expect(takeStill('/dev/video0')).rejects.toMatchObject(refused);
    expect(await leftovers()).toEqual([]);
  });

  test.each(['/dev/video0; touch /tmp/owned', '$(id)', '/dev/../etc/passwd', ''])(
    'never lets %j near a shell',
    async (device) => {
      await install(String.raw`printf '\377\330picture' > "$file"`);
      await expect(takeStill(device)).rejects.toMatchObject(refused);
    },
  );
});
