import { defineConfig } from 'vite';

/** The preload: one self-contained CommonJS file, as Electron's sandbox demands, beside the programs built before it. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    lib: { entry: 'main/hosts/electron/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
