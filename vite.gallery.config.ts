import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gallery of widgets (`npm run gallery`): a page of its own that no installer carries. */
export default defineConfig({
  root: 'renderer/gallery',
  plugins: [react(), locales.vite({ locales: ['zh-CN'] })],
  build: { outDir: '../../out/gallery', emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', fs: { allow: ['../..'] } },
  preview: { host: '127.0.0.1' },
});
