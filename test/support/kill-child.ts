import { setTimeout as pause } from 'node:timers/promises';
import { readSample, samplePassword } from '../../main/sample/sample.ts';
import { openWorkstation } from './open-workstation.ts';
import { resourcesDir } from './office-profile.ts';

/**
 * A workstation in a process of its own that does one thing until it is killed, for the tests of kills. It says over the
 * channel what it was promised: `{ saved: n }` for every save answered, `{ taken: seq }` for every chunk, `{ step }` of a job.
 */
const [dir = '', act = '', folder = ''] = process.argv.slice(2);
const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-10T09:00:00+08:00'));
const { people } = await client.session.state();
await client.session.unlock({
  personId: people.find((person) => person.name === '王建国')?.personId ?? '',
  password: samplePassword,
});
const [entry] = await client.cases.list({});
const caseId = entry?.id ?? '';
const say = (message: object): void => void process.send?.(message);

async function saveForEver(): Promise<void> {
  let paper = await client.documents.create({ caseId, templateId: 'J07' });
  say({ paperId: paper.id });
  for (let n = 1; ; n += 1) {
    ({ paper } = await client.documents.save({
      paperId: paper.id,
      version: paper.version,
      values: { place: `第${n}次保存` },
    }));
    say({ saved: n });
  }
}

async function takeInForEver(): Promise<void> {
  const bytes = 4 * 1024 * 1024;
  const { intakeId } = await client.evidence.begin({
    caseId,
    fileName: '没收完的录像.webm',
    bytes: bytes * 1_000,
    mime: 'video/webm',
    details: { title: '没收完', kind: '视听资料' },
  });
  for (let seq = 0; ; seq += 1) {
    await workstation.fetch(
      new Request(`http://workstation/intake/${intakeId}/${seq}`, {
        method: 'POST',
        body: new Uint8Array(bytes).fill(seq + 1),
      }),
    );
    say({ taken: seq });
  }
}

async function handOver(): Promise<void> {
  const { kind, recipient, opponents, receivedAt, answer } = readSample(resourcesDir).handover;
  const plan = await client.handover.plan({ caseId, kind, receivedAt });
  const { ticket } = await client.desktop.typedFolder({ folder });
  const keys = plan.items.filter((item) => !item.internal).map((item) => item.key);
  const { jobId, handoverId } = await client.handover.make({
    caseId,
    kind,
    recipient,
    opponents,
    receivedAt,
    answer,
    keys,
    form: 'folder',
    folderTicket: ticket,
  });
  say({ handoverId });
  for (;;) {
    const job = await client.supervision.job({ jobId });
    say({ step: job.step, state: job.state });
    await pause(1);
  }
}

const acts: Record<string, () => Promise<void>> = { save: saveForEver, takeIn: takeInForEver, handOver };
await acts[act]?.();
