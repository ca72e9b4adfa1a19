import { RuleSettings } from '../../../shared/case-file.ts';
import { anchorCode } from '../../platform/audit/chain.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { byteSource } from '../../features/backup/byte-source.ts';
import { createBackups, withoutBackupSince } from '../../features/backup/make-backup.ts';
import { backupRouter } from '../../features/backup/router.ts';
import { inboxRouter, officeInboxOf } from '../../features/inbox/inbox.ts';
import { lockedRouter } from '../../features/implementer.ts';
import { createJobs } from '../../features/jobs.ts';
import { shippedDefinitions } from '../../features/regulation/router.ts';
import { formDraftsRouter } from '../../features/staff/form-drafts.ts';
import { staffRouter } from '../../features/staff/router.ts';
import { readOffice } from '../../features/staff/settings.ts';
import { verifiedAt } from '../../features/supervision/conclude.ts';
import { createFaults } from '../../features/supervision/faults.ts';
import { officeSupervisionRouter } from '../../features/supervision/office-router.ts';
import { createOfficeVerification } from '../../features/supervision/verify-office.ts';
import { officeDatabaseKey } from '../session/first-start.ts';
import { createPasswordCheck } from '../session/password-check.ts';
import { anchorPath, databaseFile, officeFile } from '../session/profile-files.ts';
import { verifyOfficeKeyring } from './keyring-record.ts';
import { type OpenOffice, openOffice } from './open-office.ts';
import type { OpenProfile, OpenRequest, ProfileTools } from './opening.ts';
import { endAll } from './parting.ts';
import { printRecoveryLetter } from './recovery-letter.ts';
import { protectScreen } from './screen-protection.ts';

/**
 * Opens the profile for who reads no content: the office database alone, with staff, settings, backup, the error log and the office's own
 * chain. No key to a case is in the memory of this process; every other call is refused at the door (`Right.opens`).
 */
export async function openOfficeProfile(request: OpenRequest, tools: ProfileTools): Promise<OpenProfile> {
  // Under which keys the databases lie just now only the vault key tells.
  if ((await request.keyring.keyChange(request.keys)).isUnderWay) throw new RefusalError({ code: 'key-change' });
  await tools.errorLog.unlocked(request.keys.officeKey);
  const office = await openOffice(request, tools);
  try {
    return await assemble(request, tools, office);
  } catch (error) {
    await endAll(office.parting);
    throw error;
  }
}

async function assemble(request: OpenRequest, tools: ProfileTools, office: OpenOffice): Promise<OpenProfile> {
  const { context, note } = office;
  const { store, audit, operator, report } = context;
  const features = createOfficeFeatures(request, tools, office);
  await features.jobs.settle();
  await note({ verb: '登录', what: operator.name, subjectId: operator.personId });
  protectScreen(tools, readOffice(store));
  const recordLock = (): Promise<void> => note({ verb: '锁定', what: operator.name, subjectId: operator.personId });
  return {
    operator,
    notices: office.notices,
    routers: officeRouters(request, tools, office, features),
    byteAnswers: null,
    note,
    // Nobody signs at the seat of who opens no case.
    waitFor: () => 0,
    officeName: () => readOffice(store).name,
    // What 法规科 set lies among the cases.
    idleLockMinutes: () => RuleSettings.parse({}).idleLockMinutes,
    anchor: () => anchorCode(audit.head()),
    verifiedAt: () => verifiedAt(context),
    withoutBackupSince: () => withoutBackupSince(context),
    printRecoveryLetter: (code) => printRecoveryLetter(tools, context, code),
    close: async () => {
      await endAll([features.jobs.close, recordLock, ...office.parting], report);
      tools.oneTimePdfs.clear();
    },
  };
}

type OfficeFeatures = ReturnType<typeof createOfficeFeatures>;

function createOfficeFeatures(
  { profileDir, keyring, keys }: OpenRequest,
  { folderTickets, errorLog }: ProfileTools,
  { context }: OpenOffice,
) {
  const jobs = createJobs(context);
  const { officeKey } = keys;
  const database = { file: officeFile(profileDir), keyHex: () => officeDatabaseKey(officeKey) };
  const files = { contentFile: databaseFile(profileDir), anchorFile: anchorPath(profileDir) };
  const source = byteSource({ profileDir, office: database, ...files });
  const checkKeyring = (): Promise<string[]> => verifyOfficeKeyring({ context, keyring, keys });
  return {
    jobs,
    verification: createOfficeVerification(context, { jobs, database, checkKeyring }),
    faults: createFaults(context, { readFaults: (choice) => errorLog.read(keys, choice), folderTickets }),
    backups: createBackups(context, { profileDir, officeKey, jobs, folderTickets, source }),
  };
}

/** The calls of this session; those of the cases never come so far. */
function officeRouters(
  { keyring, keys, wrongPasswords }: OpenRequest,
  tools: ProfileTools,
  { context }: OpenOffice,
  features: OfficeFeatures,
): OpenProfile['routers'] {
  const { os, definitions } = tools;
  const others = lockedRouter(os);
  const staffKeys = { keyring, keys, keysFor: createPasswordCheck(keyring, wrongPasswords) };
  return {
    ...others,
    staff: staffRouter(os.staff, context, staffKeys, {
      rules: () => RuleSettings.parse({}),
      onOffice: (office) => protectScreen(tools, office),
    }),
    inbox: inboxRouter(os.inbox, officeInboxOf(context, definitions)),
    formDrafts: formDraftsRouter(os.formDrafts, context),
    backup: backupRouter(os.backup, features.backups),
    supervision: { ...others.supervision, ...officeSupervisionRouter(os.supervision, context, features) },
    regulation: {
      ...others.regulation,
      definitions: os.regulation.definitions.handler(() => shippedDefinitions(definitions)),
    },
  };
}
