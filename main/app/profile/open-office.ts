import type { Operator } from '../../../shared/contract/session.ts';
import { keepAnchored } from '../../platform/audit/anchor-keeper.ts';
import { type Act, createAudit } from '../../platform/audit/chain.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { openStore, type Store } from '../../platform/store/open.ts';
import { schemas } from '../../platform/store/schema.ts';
import type { OfficeContext } from '../../features/context.ts';
import type { UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { listPeople, operatorFrom } from '../../features/staff/people-list.ts';
import { today } from '../../../shared/time/moments.ts';
import { officeAnchorOf, officeDatabaseKey } from '../session/first-start.ts';
import { officeFile } from '../session/profile-files.ts';
import { rememberKeyring } from './keyring-record.ts';
import { takeUpOffice } from './left-behind.ts';
import type { OpenRequest, ProfileTools } from './opening.ts';

/** The office database, open for one person: people, units and settings, with a chain and an anchor of their own. */
export interface OpenOffice {
  context: OfficeContext;
  /** Sentences about what the last session left behind. */
  notices: string[];
  /** Whether this log-in made the person's keys. */
  isNewKey: boolean;
  /** Puts an act on record. */
  note: (act: Act) => Promise<void>;
  /** What ends it, each to be called in turn whatever another one meets. */
  parting: readonly (() => Promise<void>)[];
}

export async function openOffice(request: OpenRequest, tools: ProfileTools): Promise<OpenOffice> {
  const file = officeFile(request.profileDir);
  // Opening makes what is not there; an empty database in the place of a lost one would look like a fresh start.
  if (!(await fileExists(file))) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
  const store = await openStore(file, officeDatabaseKey(request.keys.officeKey), request.onDoubt, schemas.office);
  try {
    return await begin(request, tools, store);
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

async function begin(
  request: OpenRequest,
  { signals, errorLog, now }: ProfileTools,
  store: Store,
): Promise<OpenOffice> {
  const { profileDir, keyring, keys, wrongPasswords } = request;
  const operator = operatorOf(store, keys, today(now()));
  const { personId, name } = operator;
  const audit = createAudit(store, { personId, name, signingKey: keys.signingKey }, now);
  const { report } = errorLog;
  const context: OfficeContext = { of: 'office', store, audit, operator, now, emit: signals.emit, report };
  const anchorFile = officeAnchorOf(profileDir, keys.officeKey);
  const isNewKey = keys.renewal !== null;
  const notices = await takeUpOffice({ context, keyring, keys, wrongPasswords }, anchorFile);
  const stopRemembering = rememberKeyring({ context, keyring, keys });
  const onFault = (error: unknown): void => void report(error, 'process', 'anchor');
  const anchorKeeper = keepAnchored({ file: anchorFile, audit, db: store.db, now, onFault });
  const anchor = async (): Promise<void> => {
    stopRemembering();
    await store.unit.idle();
    await anchorKeeper.lock();
  };
  return {
    context,
    notices,
    isNewKey,
    note: (act) => store.unit.run(async () => void audit.append(act)),
    parting: [anchor, anchorKeeper.stop, store.close],
  };
}

/** The person of these keys, with whom they stand in for on this day. Throws not-found where nobody of the office is, or not any more. */
export function operatorOf(store: Pick<Store, 'all'>, { personId, vaultKey }: UnlockedKeys, day: string): Operator {
  const people = listPeople(store);
  const person = people.find((candidate) => candidate.personId === personId);
  if (!person?.active) throw new RefusalError({ code: 'not-found', what: 'person' });
  return operatorFrom(person, people, { reads: vaultKey === null ? 'office' : 'content', day });
}
