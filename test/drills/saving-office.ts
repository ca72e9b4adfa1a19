// The office of the drills: saves again and again, the disk failing at one statement of each save unless it is `sound`, until it is
// killed. Says over the channel what it was promised.
import { samplePassword } from '../../main/sample/sample.ts';
import { databaseFile } from '../../main/app/session/profile-files.ts';
import { Refusal } from '../../shared/contract/refusals.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import { failingDisk, faults } from './failing-disk.ts';
import { randomOf } from './random.ts';

/** A save of a household is BEGIN, four writes and COMMIT; a fault behind the last one is not met, which is counted too. */
const STATEMENTS = 7;
const MOST_IN_A_ROW = 3;
const [dir = '', saves = '', seed = ''] = process.argv.slice(2);

export type Told =
  | { kind: 'kept'; name: string }
  | { kind: 'refused'; code: string; fault: string }
  | { kind: 'failed'; statements: number }
  | { kind: 'relogged' }
  | { kind: 'end' };
const tell = (told: Told): void => void process.send?.(told);

process.on('SIGXFSZ', () => undefined);
const random = randomOf(Number(seed));
const { client } = await openWorkstation(dir, () => new Date('2026-06-10T09:00:00+08:00'));
const disk = failingDisk(databaseFile(dir));
await logIn();
for (let n = 0; n < Number(saves); n += 1) {
  const name = `甲乙丙${n}小吃店`;
  const fault = faults[random(faults.length)] ?? 'full';
  if (seed !== 'sound') disk.arm(fault, random(STATEMENTS), 1 + random(MOST_IN_A_ROW));
  const answer = client.households.create({ kind: '无照单位', name, address: `人民路${n}号` });
  const refusal = await answer.then(
    () => null,
    (error: { data: unknown }) => Refusal.parse(error.data),
  );
  tell({ kind: 'failed', statements: disk.disarm() });
  tell(refusal === null ? { kind: 'kept', name } : { kind: 'refused', code: refusal.code, fault });
  if ((await client.session.state()).profile !== 'open') {
    await logIn();
    tell({ kind: 'relogged' });
  }
}
tell({ kind: 'end' });
await new Promise(() => setInterval(() => undefined, 1_000));

async function logIn(): Promise<void> {
  const { people } = await client.session.state();
  const personId = people.find((person) => person.name === '王建国')?.personId ?? '';
  await client.session.unlock({ personId, password: samplePassword });
}
