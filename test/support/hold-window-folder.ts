import { freshWindowFolder } from '../../main/hosts/window-folder.ts';

// A process of its own for window-folder.test.ts, so that it can be killed while it has the folder.
process.send?.(await freshWindowFolder('/profile/a', process.argv[2]));
setInterval(() => undefined, 60_000);
