// `npm run drills` runs every drill, `npm run drills -- commits` only what is named. Each is bounded, counts what it did, and fails when
// something was lost or stayed unseen. Figures go to out/drills.json.
import { mkdir, writeFile } from 'node:fs/promises';
import { drillBackup } from './backup.ts';
import { drillCommits } from './commits.ts';
import type { Drilled } from './drilled.ts';
import { drillForged } from './forged.ts';
import { drillKeyring } from './keyring.ts';
import { drillKills } from './kills.ts';
import { drillOldCopies } from './old-copies.ts';
import { drillRoles } from './roles.ts';
import { drillLent } from './lent.ts';
import { drillMemory } from './memory.ts';
import { drillMessages } from './messages.ts';
import { drillPeriods } from './periods.ts';
import { drillSplit } from './split.ts';
import { drillRotate } from './rotate.ts';
import { drillScans } from './scans.ts';
import { drillStarts } from './starts.ts';
import { drillTampers } from './tampers.ts';
import { drillWal } from './wal.ts';

const drills: Record<string, () => Promise<Drilled>> = {
  backup: drillBackup,
  commits: drillCommits,
  keyring: drillKeyring,
  kills: drillKills,
  oldCopies: drillOldCopies,
  roles: drillRoles,
  lent: drillLent,
  memory: drillMemory,
  messages: drillMessages,
  periods: drillPeriods,
  split: drillSplit,
  rotate: drillRotate,
  scans: drillScans,
  starts: drillStarts,
  tampers: drillTampers,
  wal: drillWal,
  forged: drillForged,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => drills[name] === undefined);
if (unknown.length > 0)
  throw new Error(`no such drill: ${unknown.join(', ')}; there are: ${Object.keys(drills).join(', ')}`);

const report: Record<string, Drilled> = {};
for (const [name, drill] of Object.entries(drills)) {
  if (asked.length === 0 || asked.includes(name)) report[name] = await drill();
}
const text = `${JSON.stringify(report, null, 2)}\n`;
await mkdir('out', { recursive: true });
await writeFile('out/drills.json', text);
process.stdout.write(text);
process.exitCode = Object.values(report).some(({ failures }) => failures.length > 0) ? 1 : 0;
