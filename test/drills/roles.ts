import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Signal } from '../../shared/contract/desktop.ts';
import { byteRoutes } from '../../shared/contract/bytes.ts';
import type { Role } from '../../shared/template/template.ts';
import { contract } from '../../shared/contract/index.ts';
import { openWorkstation, type Opened } from '../support/open-workstation.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { flipByte } from '../support/flip-byte.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { sealedFile } from '../main/faults/support.ts';
import { filledInput } from './filled-input.ts';
import { ended, logIn } from './forged-office.ts';
import type { Drilled } from './drilled.ts';
import { confirmedBy } from '../support/confirmed.ts';

/** Nobody of these has to do with the case of the sample (第四十二条); the system administrator with any other role neither. */
const strangers: Record<string, Role[]> = {
  仅系统管理员: ['系统管理员'],
  系统管理员兼承办人: ['系统管理员', '承办人'],
  系统管理员兼窗口: ['系统管理员', '窗口'],
  系统管理员兼负责人: ['系统管理员', '承办单位负责人'],
  外科室承办人: ['承办人'],
  外科室窗口: ['窗口'],
  外科室负责人: ['承办单位负责人'],
};

/** Calls before log-in, the streams heard beside, and long work that would run on beside the next call. */
const leftOut = /^(session|restore)\.|^(desktop\.signals|supervision\.verify|backup\.start)$/;
/** Ids that are of this one case. */
const ofCase = ['caseId', 'paperId', 'exhibitId', 'volumeId', 'handoverId'];

type Office = Opened & { dir: string };

/** What stands in the case alone: its number, its papers, exhibits, what was found in it. Names of parties are for all who work on cases. */
interface Secrets {
  ids: Record<string, string>;
  words: string[];
}

/**
 * Every stranger makes every call and asks for every kind of bytes with the real ids of a case that is not theirs, after a verification
 * that found damage in it and while its signals are heard. An answer or signal that holds a word of the case, or an answer to a call that
 * names it, is a forbidden success.
 */
export async function drillRoles(): Promise<Drilled> {
  const dir = await copyOfStage('handed-over');
  const office = { dir, ...(await openWorkstation(dir, () => new Date('2026-06-12T10:00:00+08:00'))) };
  const counts = { people: 0, secrets: 0, answers: 0, refused: 0, signals: 0, forbidden: 0 };
  const failures: string[] = [];
  try {
    const secrets = await prepare(office);
    counts.secrets = secrets.words.length;
    await addStrangers(office);
    for (const name of Object.keys(strangers)) {
      counts.people += 1;
      const forbidden = await tryEverything(office, name, secrets, counts);
      counts.forbidden += forbidden.length;
      failures.push(...forbidden.map((what) => `${name}: ${what}`));
    }
  } finally {
    await office.workstation.close();
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures };
}

/** Damages an exhibit and a paper, has them found, and resolves with what nobody else may read. */
async function prepare(office: Office): Promise<Secrets> {
  const { client } = office;
  await logIn(client, '王建国');
  const [item] = await client.cases.list({});
  const { file } = await client.cases.open({ caseId: item?.id ?? '' });
  const issued = file.papers.filter((paper) => paper.status === 'issued');
  const [exhibit] = file.exhibits;
  await flipByte(sealedFile(office.dir, exhibit?.sha256 ?? ''), -20);
  await flipByte(sealedFile(office.dir, issued[0]?.sha256 ?? ''), -20);
  await logIn(client, '赵强');
  const { id: jobId } = await client.supervision.verify();
  await ended(client, jobId);
  const handovers = await client.handover.list({ caseId: file.case.id });
  const known = JSON.stringify(await client.regulation.definitions());
  const numbers = issued.flatMap(({ number }) => (number === null ? [] : [number]));
  const words = [...file.exhibits.map(({ title }) => title), ...numbers, file.case.causeName];
  return {
    ids: {
      caseId: file.case.id,
      paperId: issued[0]?.id ?? '',
      exhibitId: exhibit?.id ?? '',
      volumeId: file.volume?.id ?? '',
      handoverId: handovers[0]?.id ?? '',
      householdId: file.parties[0]?.householdId ?? '',
      jobId,
      folderTicket: (await client.desktop.typedFolder({ folder: tmpdir() })).ticket,
    },
    words: words.filter((word) => !known.includes(word)),
  };
}

async function addStrangers({ client }: Office): Promise<void> {
  await logIn(client, '吴管理');
  const unit = await client.staff.addUnit({ name: '别的科室', head: '' });
  const second = await confirmedBy(client);
  for (const [name, roles] of Object.entries(strangers))
    await client.staff.add({
      name,
      roles,
      unitId: unit.id,
      certNo: '',
      certFrom: '',
      certTo: '',
      password: samplePassword,
      ...second,
    });
}

type Counts = Record<'answers' | 'refused' | 'signals', number>;
type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Resolves with the forbidden successes of one person. */
async function tryEverything(office: Office, name: string, secrets: Secrets, counts: Counts): Promise<string[]> {
  await logIn(office.client, '王建国');
  // Begun by who may open the case: it must not hear what the next person hears.
  const before = listen(office);
  await logIn(office.client, name);
  const mine = listen(office);
  const forbidden = [...(await tryCalls(office, secrets, counts)), ...(await tryBytes(office, secrets, counts))];
  // A verification tells whoever is logged in what it finds.
  const { id } = await office.client.supervision.verify().catch(() => ({ id: '' }));
  if (id !== '') forbidden.push(...holding(secrets, 'verification', await ended(office.client, id)));
  await pause(100);
  counts.signals += mine.heard.length;
  forbidden.push(...mine.heard.flatMap((signal) => holding(secrets, 'signal', signal)));
  if (before.heard.some((signal) => signal.kind !== 'changed' || !signal.areas.includes('session')))
    forbidden.push('the stream of the person before outlived the lock');
  return forbidden;
}

async function tryCalls(office: Office, secrets: Secrets, counts: Counts): Promise<string[]> {
  const client = office.client as unknown as Caller;
  const forbidden: string[] = [];
  for (const [area, calls] of Object.entries(contract))
    for (const [call, declared] of Object.entries(calls)) {
      const path = `${area}.${call}`;
      if (leftOut.test(path)) continue;
      const input = filledInput(declared['~orpc'].inputSchema, secrets.ids);
      const answer = await client[area]?.[call]?.(input).then(
        (value) => ({ value }),
        (error: { data?: unknown }) => ({ refused: error.data ?? String(error) }),
      );
      const isRefused = answer === undefined || 'refused' in answer;
      counts[isRefused ? 'refused' : 'answers'] += 1;
      forbidden.push(...holding(secrets, path, answer));
      const named = ofCase.find((id) => JSON.stringify(input ?? null).includes(secrets.ids[id] ?? '-'));
      if (!isRefused && named !== undefined && !asksForNothing(answer))
        forbidden.push(`${path} answered for a ${named}`);
    }
  return forbidden;
}

/** A list may be asked for with the id of a case; an empty one, or null, tells nothing. */
const asksForNothing = (answer: unknown): boolean =>
  ['{"value":[]}', '{"value":null}', '{}'].includes(JSON.stringify(answer));

async function tryBytes({ workstation }: Office, secrets: Secrets, counts: Counts): Promise<string[]> {
  const forbidden: string[] = [];
  for (const [name, { method, path }] of Object.entries(byteRoutes)) {
    const address = path.replaceAll(/:(\w+)/g, (_, id: string) => secrets.ids[id] ?? '1');
    const body = method === 'POST' ? JSON.stringify({ values: {} }) : undefined;
    const response = await workstation.fetch(
      new Request(`http://workstation${address}`, { method, body: body ?? null }),
    );
    counts[response.ok ? 'answers' : 'refused'] += 1;
    if (response.ok && ofCase.some((id) => path.includes(`:${id}`))) forbidden.push(`${name} answered`);
    if (!response.ok) forbidden.push(...holding(secrets, name, await response.text()));
  }
  return forbidden;
}

const holding = ({ words }: Secrets, where: string, answer: unknown): string[] => {
  const text = JSON.stringify(answer) ?? '';
  return words.filter((word) => text.includes(word)).map((word) => `${where} holds “${word}”`);
};

/** Collects signals; nobody waits for the end of the stream. */
function listen({ client }: Office): { heard: Signal[] } {
  const heard: Signal[] = [];
  void (async () => {
    for await (const signal of await client.desktop.signals()) heard.push(signal);
  })().catch(() => undefined);
  return { heard };
}
