// A host of the `starts` drill: takes the profile it is told of through the real lock, says how that went, and holds it until it is killed.
import { holdProfile } from '../../main/hosts/profile-lock.ts';

export type Started = { kind: 'holds' } | { kind: 'refused'; sentence: string };

process.on('message', (profileDir: string) => void start(profileDir));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function start(profileDir: string): Promise<void> {
  const hold = await holdProfile(profileDir, () => true);
  const started: Started = hold.held ? { kind: 'holds' } : { kind: 'refused', sentence: hold.sentence };
  process.send?.(started);
}
