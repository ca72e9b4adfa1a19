// A process of its own for the drill `backup`: backs an office up to a folder, or restores it from there, until it is killed or done.
import { samplePassword } from '../../main/sample/sample.ts';
import { openWorkstation } from '../support/open-workstation.ts';

const [act = '', dir = '', folder = ''] = process.argv.slice(2);
const { workstation, client } = await openWorkstation(dir, () => new Date());
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

if (act === 'backup') {
  const { people } = await client.session.state();
  const personId = people.find(({ name }) => name === '周静')?.personId ?? '';
  await client.session.unlock({ personId, password: samplePassword });
  const { ticket } = await client.desktop.typedFolder({ folder });
  process.send?.('begun');
  const { id } = await client.backup.start({ folderTicket: ticket });
  while ((await client.supervision.job({ jobId: id })).state === 'running') await pause();
} else {
  const [snapshot] = await client.restore.find({ folder });
  const personId = snapshot?.people.find(({ name }) => name === '王建国')?.personId ?? '';
  process.send?.('begun');
  await client.restore.run({ folder, snapshotId: snapshot?.id ?? '', personId, password: samplePassword });
  while ((await client.restore.progress()).state === 'restoring') await pause();
}
process.send?.('done');
await workstation.close();
process.exit();
