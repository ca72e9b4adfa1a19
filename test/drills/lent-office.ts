// The office of the drill `lent`: at the seat of 王建国 the head gives and takes back an opinion, gives the seat back, and it is lent again,
// until the process is killed. Each promise is said over the channel as soon as the workstation has made it.
import { openWorkstation } from '../support/open-workstation.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { logIn } from './forged-office.ts';

/** Where the paper stands: its version, and whether the opinion of the head is in it. */
export interface Standing {
  version: number;
  given: boolean;
}
export type Said =
  /** What the log-in told and what it found; `lent` if a seat was still lent from before the kill. */
  | { kind: 'started'; notices: string[]; lent: boolean; standing: Standing }
  | { kind: 'seat'; lent: boolean }
  | { kind: 'signed'; standing: Standing };

const [dir = '', caseId = '', paperId = ''] = process.argv.slice(2);
const say = (message: Said): void => void process.send?.(message);

const { client } = await openWorkstation(dir, () => new Date('2026-03-02T10:00:00+08:00'));
await logIn(client, '王建国');
const { notices, people, lent } = await client.session.state();
say({ kind: 'started', notices, lent: lent !== null, standing: await standing() });
const idOf = (name: string): string => people.find((person) => person.name === name)?.personId ?? '';

for (;;) {
  // A kill may have come between an opinion and its being taken back: nothing waits for the head then.
  await takeBackAsHead();
  await lend();
  say({ kind: 'seat', lent: true });
  const { version } = await standing();
  const given = await client.documents.approve({ paperId, version, verdict: '同意', opinion: '同意立案。' });
  say({ kind: 'signed', standing: { version: given.version, given: true } });
  const taken = await client.documents.withdrawOpinion({ paperId, version: given.version });
  say({ kind: 'signed', standing: { version: taken.version, given: false } });
  await client.session.giveBack();
  say({ kind: 'seat', lent: false });
}

async function lend(): Promise<void> {
  const place = { personId: idOf('王建国'), field: null, caret: null, unsaved: null, address: '/' };
  await client.session.lend({ personId: idOf('张丽'), password: samplePassword, place });
}

async function standing(): Promise<Standing> {
  const { file } = await client.cases.open({ caseId });
  const paper = file.papers.find(({ id }) => id === paperId);
  if (paper === undefined) throw new Error('the paper is gone');
  const newest = paper.approvals.findLast(({ withdrawnAt }) => withdrawnAt === undefined);
  return { version: paper.version, given: newest?.name === '张丽' };
}

async function takeBackAsHead(): Promise<void> {
  const { version, given } = await standing();
  if (!given) return;
  await logIn(client, '张丽');
  const taken = await client.documents.withdrawOpinion({ paperId, version });
  say({ kind: 'signed', standing: { version: taken.version, given: false } });
  await logIn(client, '王建国');
}
