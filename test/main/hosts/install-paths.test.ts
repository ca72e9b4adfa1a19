import { expect, test } from 'vitest';
import { installPaths } from '../../../main/hosts/install-paths.ts';

test('a working copy and an installed program have their files in different places', () => {
  expect(installPaths('/copy/out')).toEqual({
    pageDir: '/copy/out/renderer',
    resourcesDir: '/copy/resources',
    fontsDir: '/copy/out/fonts',
  });
  expect(installPaths('/opt/app/resources/app.asar/out', '/opt/app/resources')).toEqual({
    pageDir: '/opt/app/resources/app.asar/out/renderer',
    resourcesDir: '/opt/app/resources/resources',
    fontsDir: '/opt/app/resources/fonts',
  });
});
