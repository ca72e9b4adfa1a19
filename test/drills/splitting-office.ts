// A process of its own for the drill `split`: logs in to a profile of one database, until it is killed or done.
import { samplePassword } from '../../main/sample/sample.ts';
import { openWorkstation } from '../support/open-workstation.ts';

const [dir = ''] = process.argv.slice(2);
const { workstation, client } = await openWorkstation(dir, () => new Date());
const { people } = await client.session.state();
const personId = people.find(({ name }) => name === '赵强')?.personId ?? '';
process.send?.('begun');
await client.session.unlock({ personId, password: samplePassword });
process.send?.('done');
await workstation.close();
process.exit();
