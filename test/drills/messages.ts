import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { byteRoutes } from '../../shared/contract/bytes.ts';
import { contract } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/contract/refusals.ts';
import { createDoor } from '../../main/hosts/loopback/door.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation, type Opened } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { filledInput } from './filled-input.ts';
import { ended, logIn } from './forged-office.ts';
import { mangled, wildText } from './mangled.ts';
import { randomOf } from './random.ts';

const CALLS = 40_000;
const BYTES = 6_000;
const KNOCKS = 10_000;
const SEED = 20261201;
/** Who sends the messages, in turn: between them they may make every call. */
const SENDERS = ['王建国', '赵强', '周静', '吴管理', '李敏'];
/** Calls that end or begin a session, and long work that would only make the drill long. */
const leftOut = /^(session|restore)\.|^(desktop\.signals|supervision\.verify|backup\.start|handover\.make)$/;

type Random = ReturnType<typeof randomOf>;
type Counts = { answered: number; refused: number; notUnderstood: number; internal: number };

/**
 * Messages that a broken or hostile page could send: inputs of every call with parts exchanged, left out, or made monstrous, bodies that are
 * no call at all, requests for bytes with any address and body, knocks at the door with everything but the secret. Each must be answered or
 * refused in a sentence; none may meet a fault nobody foresaw, and the office must verify as whole afterwards.
 */
export async function drillMessages(): Promise<Drilled> {
  const dir = await copyOfStage('handed-over');
  const office = await openWorkstation(dir, () => new Date('2026-06-12T10:00:00+08:00'));
  const random = randomOf(SEED);
  const counts = { calls: 0, bytes: 0, knocks: 0, answered: 0, refused: 0, notUnderstood: 0, internal: 0, passed: 0 };
  const failures: string[] = [];
  try {
    for (const sender of SENDERS) {
      await logIn(office.client, sender);
      const ids = await idsFor(office);
      failures.push(...(await sendCalls(office, ids, random, counts)));
      counts.calls += CALLS / SENDERS.length;
      failures.push(...(await askForBytes(office, ids, random, counts)));
      counts.bytes += BYTES / SENDERS.length;
    }
    counts.passed = knock(random);
    counts.knocks = KNOCKS;
    if (counts.passed > 0) failures.push(`${counts.passed} knocks without the secret passed the door`);
    await logIn(office.client, '周静');
    const { faults } = await ended(office.client, (await office.client.supervision.verify()).id);
    failures.push(...faults.map((fault) => `afterwards: ${fault}`));
  } finally {
    await office.workstation.close();
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures: [...new Set(failures)] };
}

/** What this sender knows of the case; who may not open it sends ids that fit nothing. */
async function idsFor({ client }: Opened): Promise<Record<string, string>> {
  const folderTicket = (await client.desktop.typedFolder({ folder: tmpdir() })).ticket;
  const [item] = await client.cases.list({}).catch(() => []);
  if (item === undefined) return { folderTicket };
  const { file } = await client.cases.open({ caseId: item.id });
  return {
    folderTicket,
    caseId: file.case.id,
    paperId: file.papers[0]?.id ?? '',
    exhibitId: file.exhibits[0]?.id ?? '',
    volumeId: file.volume?.id ?? '',
    householdId: file.parties[0]?.householdId ?? '',
    personId: file.case.officerIds[0] ?? '',
    templateId: 'J32',
  };
}

async function sendCalls(
  { workstation }: Opened,
  ids: Record<string, string>,
  random: Random,
  counts: Counts,
): Promise<string[]> {
  const calls = Object.entries(contract).flatMap(([area, ofArea]) =>
    Object.entries(ofArea).map(([call, { '~orpc': declared }]) => ({ path: `${area}.${call}`, declared })),
  );
  const open = calls.filter(({ path }) => !leftOut.test(path));
  const failures: string[] = [];
  for (let n = 0; n < CALLS / SENDERS.length; n += 1) {
    const { path, declared } = open[random(open.length)] ?? open[0]!;
    const input = mangled(filledInput(declared.inputSchema, ids), random);
    // The envelope of the protocol itself is mangled too, and now and then it is no envelope.
    const body = random(20) === 0 ? wildText(random) : JSON.stringify(random(20) === 0 ? input : { json: input });
    const response = await workstation.fetch(
      new Request(`http://workstation/rpc/${path.replace('.', '/')}`, {
        method: random(50) === 0 ? 'PUT' : 'POST',
        headers: { 'content-type': random(50) === 0 ? 'text/plain' : 'application/json' },
        body,
      }),
    );
    const fault = await judge(response, counts);
    if (fault !== null) failures.push(`${path}: ${fault}`);
  }
  return failures;
}

async function askForBytes(
  { workstation }: Opened,
  ids: Record<string, string>,
  random: Random,
  counts: Counts,
): Promise<string[]> {
  const routes = Object.entries(byteRoutes);
  const failures: string[] = [];
  for (let n = 0; n < BYTES / SENDERS.length; n += 1) {
    const [name, { method, path }] = routes[random(routes.length)] ?? routes[0]!;
    const address = path.replaceAll(/:(\w+)/g, (_, id: string) =>
      random(3) === 0 ? encodeURIComponent(wildText(random).toWellFormed()) : (ids[id] ?? String(random(10))),
    );
    const response = await workstation.fetch(
      new Request(`http://workstation${address}`, {
        method,
        headers: random(3) === 0 ? { range: `bytes=${random(1_000)}-${random(1_000)}` } : {},
        body: method === 'POST' ? (random(2) === 0 ? '{"values":{}}' : wildText(random)) : null,
      }),
    );
    const fault = await judge(response, counts);
    if (fault !== null) failures.push(`${name}: ${fault}`);
  }
  return failures;
}

/** What is wrong with an answer; null for one that is an answer, a refusal in the contract's words, or nothing the protocol knows. */
async function judge(response: Response, counts: Counts): Promise<string | null> {
  if (response.ok) {
    counts.answered += 1;
    // A stream would go on.
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  const refusal = Refusal.safeParse(refusalIn(text));
  if (refusal.success && refusal.data.code !== 'internal') {
    counts.refused += 1;
    return null;
  }
  if (!refusal.success && response.status < 500) {
    counts.notUnderstood += 1;
    return /\n\s+at |node_modules/.test(text) ? `a stack in the answer: ${text.slice(0, 200)}` : null;
  }
  counts.internal += 1;
  return `${response.status} ${text.slice(0, 200)}`;
}

/** Of a refused call it lies in the envelope of the protocol, of refused bytes it is the whole answer. */
function refusalIn(text: string): unknown {
  try {
    const answer = JSON.parse(text) as { json?: { data?: unknown } };
    return answer.json?.data ?? answer;
  } catch {
    return null;
  }
}

/** Resolves with how many got past the door without its secret. */
function knock(random: Random): number {
  const authority = '127.5.6.7:8901';
  const door = createDoor({ authority, session: 'the secret', ticket: 'the ticket', onRefusal: () => undefined });
  const either = (right: string): string => (random(3) === 0 ? wildText(random) : right);
  let passed = 0;
  for (let n = 0; n < KNOCKS; n += 1) {
    const verdict = door({
      method: either('POST'),
      target: random(3) === 0 ? wildText(random) : ['/rpc/cases/list', '/open?ticket=a', '//', '/%00'][random(4)]!,
      headers: {
        host: either(authority),
        origin: either(`http://${authority}`),
        cookie: either('case-session=guess'),
        'sec-fetch-site': either('same-origin'),
      },
    });
    if (verdict.kind === 'pass' || verdict.kind === 'admit') passed += 1;
  }
  return passed;
}
