import { holdProfile } from '../../main/hosts/profile-lock.ts';

// A process of its own for profile-lock.test.ts, so that it can be killed while it holds the profile.
const hold = await holdProfile(process.argv[2] ?? '', () => true);
process.send?.(hold.held ? 'held' : hold.sentence);
setInterval(() => undefined, 60_000);
