import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename } from 'node:path';
import { defineConfig } from 'vite';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const installed = Object.keys(dependencies);

/** Programs, and worker threads, which `main/platform/worker-url.ts` looks for beside them. */
async function entries(): Promise<Record<string, string>> {
  const workers = await Array.fromAsync(glob('main/**/*-worker.ts'));
  const files = ['main/electron.ts', 'main/browser.ts', 'main/workstation.ts', 'main/demo.ts', ...workers];
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), file]));
}

/** The host side: `main/` → `out/main/`, flat. Dependencies stay packages; devDependencies are bundled, so that installers need not carry them. */
export default defineConfig(async () => ({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    license: { fileName: 'licences.json' },
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: await entries(),
      external: (id: string) =>
        id === 'electron' || isBuiltin(id) || installed.some((name) => id === name || id.startsWith(`${name}/`)),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
}));
