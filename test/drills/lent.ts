import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { byteRoutes } from '../../shared/contract/bytes.ts';
import { type CallPath, contract, rightOfCall } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/contract/refusals.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { logInAs, papersInApproval } from '../support/in-approval.ts';
import { copyOfStage } from '../support/office-profile.ts';
import { openWorkstation, type Opened } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { filledInput } from './filled-input.ts';
import { ended } from './forged-office.ts';
import { refusalOf } from './guarded-acts.ts';
import type { Said, Standing } from './lent-office.ts';
import { randomOf } from './random.ts';

const KILLS = 60;
const SEED = 20261130;
/** The kill comes so long after the log-in. */
const LIFE_MS = 3_000;
const LOSS = /数据库|锚点|密钥文件|损坏/;
/** What stands for a part of the address of bytes that is no id of a record. */
const partsOfAddress: Record<string, string> = {
  printId: '00000000',
  encoding: 'auto',
  seq: '0',
  year: '2026',
  first: '1',
  last: '1',
  templateId: 'J04',
  ticket: '0'.repeat(24),
};
const clock = (): Date => new Date('2026-03-02T10:00:00+08:00');

/** Who may be asked for an opinion, one of each role, with those whose opinions come before; and who never is. */
const signers: Record<string, string[]> = {
  李敏: ['王建国'],
  张丽: ['王建国', '李敏'],
  赵强: ['王建国', '李敏', '张丽'],
  孙伟: ['王建国', '李敏', '张丽', '赵强'],
};
const neverAsked = ['周静', '吴管理'];
/** What leaves the lent seat, and the stream heard beside. */
const leftOut = ['session.lock', 'session.giveBack', 'desktop.signals'];

/**
 * 就地签批: every role at the seat of 王建国 makes every call and asks for every kind of bytes with the ids of a paper that waits for them.
 * What the contract does not mark for a lent seat must be refused as such, what it marks must be answered as at their own seat. And the
 * office is killed again and again while the seat is lent: no opinion given or taken back may be lost, and no seat stay lent.
 */
export async function drillLent(): Promise<Drilled> {
  const [rights, kills] = [await tryRights(), await killWhileLent()];
  return { counts: { ...rights.counts, ...kills.counts }, failures: [...rights.failures, ...kills.failures] };
}

async function tryRights(): Promise<Drilled> {
  const dir = await copyOfStage('set-up');
  const opened = await openWorkstation(dir, clock);
  const counts = { roles: 0, refusedToLend: 0, answered: 0, refused: 0, forbidden: 0 };
  const failures: string[] = [];
  try {
    await askLegalToo(opened);
    for (const [name, before] of Object.entries(signers)) {
      counts.roles += 1;
      failures.push(...(await tryAs(opened, name, before, counts)));
    }
    for (const name of neverAsked) {
      const refusal = await refusalOf(lendTo(opened, name));
      if (refusal === 'done') failures.push(`the seat was lent to ${name}`);
      else counts.refusedToLend += 1;
    }
    counts.forbidden = failures.length;
    await logInAs(opened, '赵强');
    failures.push(...(await ended(opened.client, (await opened.client.supervision.verify()).id)).faults);
  } finally {
    await opened.workstation.close();
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures };
}

/** 法规科 is asked between the head and the leader, so that a paper waits for each role. */
async function askLegalToo(opened: Opened): Promise<void> {
  const { client } = opened;
  await logInAs(opened, '赵强');
  const [newest] = await client.regulation.ruleEditions();
  const written = (await client.regulation.templateRules())['J04']?.approval ?? [];
  const legal = { label: '法规科意见', by: '法规科' as const, people: 1, optional: false };
  await client.regulation.saveRules({
    settings: { ...newest!.settings, approvals: { J04: written.toSpliced(2, 0, legal) } },
    basedOn: newest!.at,
    effectiveFrom: '2026-03-02',
    reason: '演练：法规科也要签批',
  });
}

async function lendTo(opened: Opened, name: string): Promise<void> {
  const { client } = opened;
  await logInAs(opened, '王建国');
  const { people, operator } = await client.session.state();
  const personId = people.find((person) => person.name === name)?.personId ?? '';
  const place = { personId: operator?.personId ?? '', field: null, caret: null, unsaved: null, address: '/' };
  await client.session.lend({ personId, password: samplePassword, place });
}

type Counts = Record<'answered' | 'refused', number>;

/** Resolves with what one person got at the seat of 王建国 that they should not have got, or did not get that they should. */
async function tryAs(opened: Opened, name: string, before: string[], counts: Counts): Promise<string[]> {
  await logInAs(opened, '李敏');
  const [paper] = await papersInApproval(opened, [`${name}的试验单位`], before);
  const ids = { caseId: paper?.caseId ?? '', paperId: paper?.id ?? '' };
  await lendTo(opened, name);
  const atLent = await askEverything(opened, ids);
  const { operator } = await opened.client.session.giveBack();
  const failures = operator?.name === '王建国' ? [] : [`after ${name} the seat is ${operator?.name ?? 'nobody'}’s`];
  await logInAs(opened, name);
  const atOwn = await askEverything(opened, ids, (what) => atLent.get(what)?.isMarked === true);
  for (const [what, { isMarked, outcome }] of atLent) {
    counts[outcome === 'done' ? 'answered' : 'refused'] += 1;
    const right = isMarked ? atOwn.get(what)?.outcome : 'seat-lent';
    if (outcome !== right) failures.push(`${name}: ${what} said ${outcome} at the lent seat, not ${right}`);
  }
  return failures;
}

interface Asked {
  /** Whether the contract marks it for a lent seat. */
  isMarked: boolean;
  /** `done`, or the code of the refusal. */
  outcome: string;
}
type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>;

/** Makes every call and asks for every kind of bytes. */
async function askEverything(
  { client, workstation }: Opened,
  ids: Record<string, string>,
  isAsked: (what: string) => boolean = () => true,
): Promise<Map<string, Asked>> {
  const caller = client as unknown as Caller;
  const asked = new Map<string, Asked>();
  for (const [area, calls] of Object.entries(contract))
    for (const [call, declared] of Object.entries(calls)) {
      const path = `${area}.${call}` as CallPath;
      if (leftOut.includes(path) || !isAsked(path)) continue;
      const input = filledInput(declared['~orpc'].inputSchema, ids);
      const outcome = await refusalOf(caller[area]?.[call]?.(input) ?? Promise.reject(new Error('no such call')));
      asked.set(path, { isMarked: rightOfCall(path).atLentSeat === true, outcome });
    }
  for (const [name, { method, path, right }] of Object.entries(byteRoutes)) {
    if (!isAsked(name)) continue;
    const body = method === 'POST' ? JSON.stringify({ values: {} }) : null;
    const address = path.replaceAll(/:(\w+)/g, (_, part: string) => ids[part] ?? partsOfAddress[part] ?? newId());
    const answer = await workstation.fetch(new Request(`http://workstation${address}`, { method, body }));
    const outcome = answer.ok ? 'done' : (Refusal.safeParse(await answer.json()).data?.code ?? String(answer.status));
    asked.set(name, { isMarked: right.atLentSeat === true, outcome });
  }
  return asked;
}

async function killWhileLent(): Promise<Drilled> {
  const dir = await copyOfStage('set-up');
  const counts = { kills: 0, whileLent: 0, promised: 0, lost: 0 };
  const failures: string[] = [];
  try {
    const words = [dir, ...(await inApproval(dir))];
    const random = randomOf(SEED);
    let last: Standing = { version: 0, given: false };
    for (let n = 0; n < KILLS; n += 1) {
      const said = await workUntilKilled(words, random(LIFE_MS));
      counts.kills += 1;
      if (said.findLast((each) => each.kind === 'seat')?.lent === true) counts.whileLent += 1;
      for (const each of said) {
        if (each.kind === 'started') failures.push(...faultsOfStart(each, last).map((fault) => `start ${n}: ${fault}`));
        if (each.kind !== 'signed') continue;
        counts.promised += 1;
        last = each.standing;
      }
    }
    counts.lost = failures.filter((failure) => failure.includes('is gone')).length;
    failures.push(...(await verified(dir)));
    if (counts.promised < KILLS / 2) failures.push('hardly anything was signed: the drill tried nothing');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return { counts, failures };
}

async function inApproval(dir: string): Promise<[caseId: string, paperId: string]> {
  const opened = await openWorkstation(dir, clock);
  await logInAs(opened, '李敏');
  const [paper] = await papersInApproval(opened, ['城西小吃店'], ['王建国', '李敏']);
  await opened.workstation.close();
  return [paper?.caseId ?? '', paper?.id ?? ''];
}

/** What is wrong with a start after what was promised before it. A kill may come after the record and before the promise: more is no fault. */
function faultsOfStart({ notices, lent, standing }: Extract<Said, { kind: 'started' }>, last: Standing): string[] {
  const isThere =
    standing.version > last.version || (standing.version === last.version && standing.given === last.given);
  return [
    ...notices.filter((notice) => LOSS.test(notice)),
    ...(lent ? ['the seat is still lent'] : []),
    ...(isThere || last.version === 0 ? [] : [`version ${last.version} is gone`]),
  ];
}

async function workUntilKilled(words: readonly string[], killAfterMs: number): Promise<Said[]> {
  const child = fork(join(import.meta.dirname, 'lent-office.ts'), words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said: Said[] = [];
  const started = Promise.withResolvers<void>();
  child.on('message', (message: Said) => {
    said.push(message);
    started.resolve();
  });
  const exit = once(child, 'exit');
  await Promise.race([started.promise, exit]);
  await pause(killAfterMs);
  child.kill('SIGKILL');
  await exit;
  return said;
}

async function verified(dir: string): Promise<string[]> {
  const opened = await openWorkstation(dir, clock);
  try {
    await logInAs(opened, '赵强');
    return (await ended(opened.client, (await opened.client.supervision.verify()).id)).faults;
  } finally {
    await opened.workstation.close();
  }
}
