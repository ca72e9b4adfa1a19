import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const builder = createRequire(createRequire(join(root, 'package.json')).resolve('electron-builder'))(
  'app-builder-lib/out/util/config/config.js',
) as {
  validateConfiguration: (config: unknown, log: { isEnabled: boolean; add: () => void }) => Promise<void>;
};

interface InstallerConfig {
  asar: boolean;
  files: string[];
  extraResources: { from: string; to: string }[];
  electronFuses: Record<string, boolean>;
}
let config: InstallerConfig;
beforeAll(() => {
  config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as InstallerConfig;
});

const log = { isEnabled: false, add: () => {} };

test('the installer settings are ones that electron-builder knows', async () => {
  await builder.validateConfiguration(config, log);
  await expect(builder.validateConfiguration({ ...config, asarr: true }, log)).rejects.toThrow('asarr');
});

test('an installed program runs nothing but its own sealed code', () => {
  expect(config.asar).toBe(true);
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('what is shipped beside the program is where the program looks', () => {
  expect(config.extraResources).toContainEqual({ from: 'resources', to: 'resources' });
  expect(config.extraResources).toContainEqual({ from: 'out/fonts', to: 'fonts' });
  expect(existsSync(join(root, 'resources'))).toBe(true);
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
  expect(main).toBe('out/main/electron.js');
  expect(config.files).toContain('out/main/**');
});
