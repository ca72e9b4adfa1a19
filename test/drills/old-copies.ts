import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePassword } from '../../main/sample/sample.ts';
import type { Client } from '../../main/app/client.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';
import { copyOfStage, copyProfile } from '../support/office-profile.ts';
import { openWorkstation } from '../support/open-workstation.ts';
import type { Drilled } from './drilled.ts';
import { logIn } from './forged-office.ts';

/** What can be set back to an older copy, each by itself or together with others. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  database: ['database.db'],
  officeDatabase: ['office.db'],
  anchor: ['anchor.json'],
  officeAnchor: ['office-anchor.json'],
  keyring: KEYRING_NAMES,
};
/** What happened in the office after the copy was taken. */
const WORK: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  cases: (client) => client.households.create({ kind: '无照单位', name: '甲小吃店', address: '人民路1号' }),
  password: (client) => client.session.changePassword({ old: samplePassword, new: `${samplePassword}.` }),
  nothing: () => Promise.resolve(),
};
/** Anchors may be older than what they vouch for, and a keyring that nobody changed since is the same: nothing is lost. */
const losesSomething = (parts: readonly string[], work: string): boolean =>
  parts.some((part) => /database/i.test(part)) || (parts.includes('keyring') && work === 'password');
/** These agree with each other, and a keyring that nobody changed is the older one: only what lies apart from the machine can tell. */
const isWhole = (parts: readonly string[], work: string): boolean =>
  Object.keys(PARTS).every((part) => parts.includes(part) || (part === 'keyring' && work !== 'password'));

/**
 * Parts of an office are set back to an older copy, in every combination, with and without a second place for the anchor. The next log-in must
 * say so, but for the whole folder where no second place is named.
 */
export async function drillOldCopies(): Promise<Drilled> {
  const counts = { copies: 0, told: 0, refused: 0, unseen: 0, nothingLost: 0, wholeUnseen: 0 };
  const failures: string[] = [];
  for (const [work, act] of Object.entries(WORK))
    for (const hasSecondPlace of [false, true]) {
      const { older, newer, stick } = await twoStates(act, hasSecondPlace);
      for (const parts of combinations(Object.keys(PARTS))) {
        const outcome = await startWith(older, newer, parts);
        const isKnownLimit = isWhole(parts, work) && !hasSecondPlace;
        counts.copies += 1;
        if (outcome !== 'unseen') counts[outcome] += 1;
        else if (isKnownLimit) counts.wholeUnseen += 1;
        else if (!losesSomething(parts, work)) counts.nothingLost += 1;
        else {
          counts.unseen += 1;
          failures.push(
            `after ${work}${hasSecondPlace ? ', with a second place' : ''}: ${parts.join(' + ')} set back, unseen`,
          );
        }
      }
      for (const folder of [older, newer, stick]) await removeFolder(folder);
    }
  return { counts, failures };
}

/** The room kept back on the disk may still be written while the workstation closes. */
const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** An office at lock, and the same after somebody worked in it and locked again. */
async function twoStates(
  act: (client: Client) => Promise<unknown>,
  hasSecondPlace: boolean,
): Promise<{ older: string; newer: string; stick: string }> {
  const newer = await copyOfStage('begun');
  const older = await mkdtemp(join(tmpdir(), 'older-'));
  const stick = await mkdtemp(join(tmpdir(), 'stick-'));
  const { workstation, client } = await openWorkstation(newer, () => new Date('2026-06-10T09:00:00+08:00'));
  await logIn(client, '赵强');
  if (hasSecondPlace) {
    const { ticket } = await client.desktop.typedFolder({ folder: stick });
    await client.supervision.nameSecondAnchor({ folderTicket: ticket });
  }
  await client.session.lock();
  await copyProfile(newer, older);
  await logIn(client, '李敏');
  await act(client);
  await workstation.close();
  return { older, newer, stick };
}

function combinations(names: readonly string[]): string[][] {
  const [first, ...rest] = names;
  if (first === undefined) return [];
  const others = combinations(rest);
  return [[first], ...others, ...others.map((parts) => [first, ...parts])];
}

type Outcome = 'told' | 'refused' | 'unseen';

async function startWith(older: string, newer: string, parts: readonly string[]): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'old-copies-'));
  await copyProfile(newer, dir);
  for (const name of parts.flatMap((part) => PARTS[part] ?? [])) await cp(join(older, name), join(dir, name));
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-10T10:00:00+08:00'));
  try {
    await logIn(client, '周静');
    return (await client.session.state()).notices.length > 0 ? 'told' : 'unseen';
  } catch {
    return 'refused';
  } finally {
    await workstation.close();
    await removeFolder(dir);
  }
}
