// The office of the drill `kills`: says what the log-in told, then saves, adds and takes files in, one after the other, until it is
// killed. Each promise is said over the channel as soon as the workstation has made it.
import { randomBytes } from 'node:crypto';
import { openWorkstation } from '../support/open-workstation.ts';
import { logIn } from './forged-office.ts';

/** What the log-in told, of this start. */
export interface Started {
  kind: 'started';
  notices: string[];
}
export type Promised = { kind: 'household' | 'exhibit'; name: string } | { kind: 'saved'; n: number };

const [dir = '', caseId = '', paperId = '', first = ''] = process.argv.slice(2);
const say = (message: Started | Promised): void => void process.send?.(message);

const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-10T09:00:00+08:00'));
await logIn(client, '王建国');
say({ kind: 'started', notices: (await client.session.state()).notices });
for (let n = Number(first); ; n += 1) await [save, addHousehold, takeIn][n % 3]?.(n);

async function save(n: number): Promise<void> {
  const { file } = await client.cases.open({ caseId });
  const version = file.papers.find(({ id }) => id === paperId)?.version ?? 0;
  await client.documents.save({ paperId, version, values: { place: `第${n}次` } });
  say({ kind: 'saved', n });
}

async function addHousehold(n: number): Promise<void> {
  const name = `甲乙丙${n}小吃店`;
  await client.households.create({ kind: '无照单位', name, address: `人民路${n}号` });
  say({ kind: 'household', name });
}

async function takeIn(n: number): Promise<void> {
  const title = `材料${n}`;
  const content = randomBytes(200_000);
  const { intakeId } = await client.evidence.begin({
    caseId,
    fileName: `${title}.bin`,
    bytes: content.length,
    mime: '',
    details: { title, kind: '书证' },
  });
  await workstation.fetch(new Request(`http://workstation/intake/${intakeId}/0`, { method: 'POST', body: content }));
  await client.evidence.finish({ intakeId, chunks: 1 });
  say({ kind: 'exhibit', name: title });
}
