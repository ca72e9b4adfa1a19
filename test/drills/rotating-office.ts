// A process of its own for the drill `rotate`: logs a person in to an office whose vault key is due to be changed, until it is killed or in.
import { samplePassword } from '../../main/sample/sample.ts';
import { openWorkstation } from '../support/open-workstation.ts';

const [dir = '', personId = ''] = process.argv.slice(2);
const { workstation, client } = await openWorkstation(dir, () => new Date());
// Loaded, as while the password is typed.
await import('../../main/app/profile/open-profile.ts');
process.send?.('begun');
const watching = setInterval(async () => {
  if ((await client.session.state()).keyChange?.step !== '材料') return;
  clearInterval(watching);
  process.send?.('files');
}, 5);
await client.session.unlock({ personId, password: samplePassword });
process.send?.('done');
await workstation.close();
process.exit();
