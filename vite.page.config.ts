import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: `renderer/` → `out/renderer/`, the same files for both hosts. */
export default defineConfig({
  root: 'renderer',
  // Absolute, because a deep link such as /cases/… must load its assets from the root too.
  base: '/',
  // The widgets speak some thirty languages; the program speaks one.
  plugins: [react(), locales.vite({ locales: ['zh-CN'] })],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // What the bundle carries, for the third-party notices (scripts/notices.mjs).
    license: { fileName: 'licences.json' },
    target: 'chrome140',
    // Inlined assets would be data: URLs, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Only what every screen needs is grouped; the rest follows the lazy screens, so that the log-in screen stays small.
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
