// `npm run gallery`: sets up, and shows all widgets in all states; a change of a widget is seen at once.
import { setUp } from './setup.mjs';

setUp();
const { createServer } = await import('vite');
const server = await createServer({ configFile: 'vite.gallery.config.ts' });
await server.listen();
process.stdout.write(`组件陈列：${server.resolvedUrls?.local[0]}　（Ctrl+C 结束）\n`);
