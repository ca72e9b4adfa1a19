import type { AnchorFile } from '../../platform/audit/anchor.ts';
import { anchorCode, createAudit } from '../../platform/audit/chain.ts';
import { keepAnchored } from '../../platform/audit/anchor-keeper.ts';
import { createLooks } from '../../platform/audit/looks.ts';
import { createEditions } from '../../platform/definitions/editions.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { openStore, type Store } from '../../platform/store/open.ts';
import { createSearch } from '../../platform/store/search.ts';
import { openBlobStore } from '../../platform/vault/blob-store.ts';
import { deriveKey, type VaultKey } from '../../platform/vault/keys.ts';
import { contentKeysOf } from '../../platform/vault/unlocked-keys.ts';
import { type FeatureContext, todayOf } from '../../features/context.ts';
import { waitingRows } from '../../features/documents/desk.ts';
import { withoutBackupSince } from '../../features/backup/make-backup.ts';
import { takeContentKeys } from '../../features/staff/content-keys.ts';
import { readOffice } from '../../features/staff/settings.ts';
import { secondAnchorFile } from '../../features/supervision/second-anchor.ts';
import { verifiedAt } from '../../features/supervision/conclude.ts';
import { anchorOf, databaseKey } from '../session/first-start.ts';
import { databaseFile } from '../session/profile-files.ts';
import { profileBytes, profileRouters } from './answers.ts';
import { keepReserve, openWithReserve } from './disk-reserve.ts';
import { createFeatures } from './features.ts';
import { changeKeyIfDue, refusalOfFormerKeys } from './key-change.ts';
import { takeUpLeftBehind } from './left-behind.ts';
import { recordInBoth } from './other-heads.ts';
import { openOfficeProfile } from './office-profile.ts';
import { type OpenOffice, openOffice, operatorOf } from './open-office.ts';
import type { OpenProfile, OpenRequest, ProfileParts, ProfileTools } from './opening.ts';
import { endAll } from './parting.ts';
import { printRecoveryLetter } from './recovery-letter.ts';
import { protectScreen } from './screen-protection.ts';
import { splitOffice } from './split-office.ts';

/** A stick wears out by writing. */
const SECOND_ANCHOR_MS = 60_000;

/** The same on a disk that is full. */
export async function openProfileOnAnyDisk(request: OpenRequest, tools: ProfileTools): Promise<OpenProfile> {
  const open = request.keys.vaultKey === null ? openOfficeProfile : openProfile;
  const profile = await openWithReserve(request.profileDir, () => open(request, tools));
  // Not waited for, and tried again at the next log-in.
  void keepReserve(request.profileDir).catch(() => undefined);
  return profile;
}

/** Changes the vault key where it is due; then opens the profile for one person. What it returns ends with `close` at lock. */
async function openProfile(request: OpenRequest, tools: ProfileTools): Promise<OpenProfile> {
  const aboutKeys = await changeKeyIfDue(request, tools);
  try {
    const profile = await openParts(request, tools);
    return { ...profile, notices: [...aboutKeys, ...profile.notices] };
  } catch (error) {
    throw await refusalOfFormerKeys(error, request);
  }
}

/** Both databases, sealed files, every feature. */
async function openParts(request: OpenRequest, tools: ProfileTools): Promise<OpenProfile> {
  const { profileDir, keys, onDoubt } = request;
  const { vaultKey } = contentKeysOf(keys);
  await tools.errorLog.unlocked(keys.officeKey);
  tools.printer.warmUp();
  const file = databaseFile(profileDir);
  // Opening makes what is not there; an empty database in the place of a lost one would look like a fresh start.
  if (!(await fileExists(file))) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
  await splitOffice(profileDir, keys, tools.now).catch((error: unknown) => {
    throw refusalOfDatabase(error);
  });
  const office = await openOffice(request, tools);
  const parting = [...office.parting];
  try {
    const store = await openStore(file, databaseKey(vaultKey), onDoubt);
    parting.unshift(store.close);
    await takeContentKeys(office.context, request.keyring, keys);
    return await assemble(await partsOf(request, tools, { store, office, vaultKey }), office);
  } catch (error) {
    await endAll(parting);
    throw error;
  }
}

async function partsOf(
  request: OpenRequest,
  tools: ProfileTools,
  { store, office, vaultKey }: { store: Store; office: OpenOffice; vaultKey: VaultKey },
): Promise<ProfileParts> {
  const { definitions, signals, now, errorLog } = tools;
  const { operator } = office.context;
  const who = { personId: operator.personId, name: operator.name, signingKey: request.keys.signingKey };
  const audit = createAudit(store, who, now);
  const onFault = (thrown: unknown): void => void errorLog.report(thrown, 'process', 'looks');
  const context: FeatureContext = {
    of: 'content',
    office: office.context,
    store,
    definitions,
    editions: createEditions(store, definitions),
    search: createSearch(store),
    audit,
    looks: createLooks({ store, audit, who, now, onFault }),
    operator,
    now,
    emit: signals.emit,
    report: errorLog.report,
  };
  const blobs = await openBlobStore({
    profileFolder: request.profileDir,
    filesKey: deriveKey(vaultKey, 'files'),
    onFault: (thrown) => void errorLog.report(thrown, 'process', 'seal-worker'),
  });
  return { ...request, ...tools, context, blobs, vaultKey };
}

/** The anchor beside the database, and the second place that 法规科 may have named for it. */
function keepBothAnchors(context: FeatureContext, file: AnchorFile) {
  const { audit, store, now } = context;
  const anchoring = { audit, db: store.db, now };
  return {
    anchorKeeper: keepAnchored({
      ...anchoring,
      file,
      onFault: (error) => context.report(error, 'process', 'anchor'),
    }),
    // A stick that is not there stops nobody; who has it is told at log-in.
    secondKeeper: keepAnchored({
      ...anchoring,
      file: secondAnchorFile(context),
      everyMs: SECOND_ANCHOR_MS,
      onFault: () => undefined,
    }),
  };
}

async function assemble(parts: ProfileParts, office: OpenOffice): Promise<OpenProfile> {
  const { context, profileDir, vaultKey, now } = parts;
  const { store, audit, editions, operator } = context;
  const anchorFile = anchorOf(profileDir, vaultKey);
  const features = createFeatures(parts);
  const notices = await takeUpLeftBehind(parts, features, { anchorFile, isNewKey: office.isNewKey });
  await recordInBoth(context, '登录');
  const { anchorKeeper, secondKeeper } = keepBothAnchors(context, anchorFile);
  features.exhibitSm3.catchUp();
  features.exhibitWords.catchUp();
  features.tray.start();
  protectScreen(parts, readOffice(context.office.store));

  async function recordLock(): Promise<void> {
    await recordInBoth(context, '锁定');
    await store.unit.idle();
    await anchorKeeper.lock();
  }

  const close = (): Promise<void> => {
    const parting = [
      features.jobs.close,
      features.outlooks.close,
      features.exhibitWords.close,
      features.tray.close,
      features.textReader.close,
      features.intakes.close,
      features.exhibitSm3.close,
      context.looks.close,
      recordLock,
      anchorKeeper.stop,
      () => secondKeeper.lock().catch(() => undefined),
      parts.blobs.close,
      store.close,
      ...office.parting,
      async () => parts.oneTimePdfs.clear(),
    ];
    return endAll(parting, context.report);
  };

  return {
    operator,
    notices: [...office.notices, ...notices],
    routers: profileRouters(parts, features),
    byteAnswers: profileBytes(parts, features),
    close,
    note: office.note,
    waitFor: (keys) =>
      waitingRows({ ...context, operator: operatorOf(office.context.store, keys, todayOf(context)) }).length,
    officeName: () => readOffice(context.office.store).name,
    idleLockMinutes: () => editions.rules(now().toISOString()).idleLockMinutes,
    anchor: () => anchorCode(audit.head()),
    verifiedAt: () => verifiedAt(context),
    withoutBackupSince: () => withoutBackupSince(context.office),
    printRecoveryLetter: (code: string) => printRecoveryLetter(parts, context.office, code),
  };
}
