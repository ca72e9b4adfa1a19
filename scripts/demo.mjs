// `npm run demo`: sets up, builds what changed, and does the main job without a window.
import { build } from './build.mjs';
import { runProgram } from './run-program.mjs';
import { setUp } from './setup.mjs';

setUp();
await build();
process.exit(await runProgram(process.execPath, ['out/main/demo.js', ...process.argv.slice(2)]));
