import { createArchive } from '../../features/archive/volumes.ts';
import { keyedSource } from '../../features/backup/keyed-source.ts';
import { createBackups } from '../../features/backup/make-backup.ts';
import { createOutlooks } from '../../features/cases/outlooks.ts';
import { createExhibits } from '../../features/evidence/exhibits.ts';
import { createExhibitSm3 } from '../../features/evidence/exhibit-sm3.ts';
import { createExhibitWords } from '../../features/evidence/exhibit-words.ts';
import { createExhibitIntake } from '../../features/evidence/exhibit-intake.ts';
import { createTakeOver } from '../../features/evidence/take-over.ts';
import { createIntakes } from '../../features/evidence/intake.ts';
import { createHandovers } from '../../features/handover/handovers.ts';
import { createJobs } from '../../features/jobs.ts';
import { createFaults } from '../../features/supervision/faults.ts';
import { createVerification } from '../../features/supervision/verify.ts';
import { createTray } from '../../features/tray/tray.ts';
import { createTextReader } from '../../platform/ocr/text-reader.ts';
import { createScanReader } from '../../platform/scans/scan-reader.ts';
import { databasesOf } from '../session/databases.ts';
import { verifyKeyring } from './keyring-record.ts';
import { otherCasesEver, otherOfficeEver } from './other-heads.ts';
import type { ProfileParts } from './opening.ts';

export type Features = ReturnType<typeof createFeatures>;

/** The features that keep something from unlock to lock; the others are plain functions over the context. */
export function createFeatures(parts: ProfileParts) {
  const { context, blobs, profileDir, vaultKey, printer, folderTickets, desktop, errorLog } = parts;
  const jobs = createJobs(context);
  const exhibits = createExhibits(context);
  const exhibitSm3 = createExhibitSm3(context, blobs, exhibits);
  const scanReader = createScanReader({
    onFault: (thrown) => void errorLog.report(thrown, 'process', 'scan-worker'),
  });
  const textReader = createTextReader({
    onFault: (thrown) => void errorLog.report(thrown, 'process', 'ocr-worker'),
  });
  const intakes = createIntakes(context, blobs);
  const exhibitWords = createExhibitWords(context, { blobs, scanReader });
  const exhibitIntake = createExhibitIntake(context, { blobs, intakes, exhibits, exhibitSm3, exhibitWords });
  const databases = databasesOf(profileDir, { vaultKey, officeKey: parts.keys.officeKey });
  const verification = createVerification(context, {
    blobs,
    jobs,
    databases,
    checkKeyring: () => verifyKeyring({ ...parts, context: context.office }, context),
    checkHeads: () => [...otherOfficeEver(context), ...otherCasesEver(context)],
  });
  return {
    jobs,
    outlooks: createOutlooks(context),
    exhibits,
    exhibitSm3,
    exhibitWords,
    intakes,
    exhibitIntake,
    textReader,
    takeOver: createTakeOver(context, { blobs, exhibits, exhibitSm3 }),
    tray: createTray(context, { blobs, intakes, exhibitIntake, scanReader, folderTickets }),
    verification,
    backups: createBackups(context.office, {
      profileDir,
      officeKey: parts.keys.officeKey,
      jobs,
      folderTickets,
      source: keyedSource({ databases, vaultKey, blobs, knownFiles: verification.knownFiles }),
    }),
    faults: createFaults(context.office, { readFaults: (choice) => errorLog.read(parts.keys, choice), folderTickets }),
    archive: createArchive(context, { printer, blobs, jobs, exhibitSm3 }),
    handovers: createHandovers(context, {
      printer,
      blobs,
      jobs,
      exhibitSm3,
      folderTickets,
      revealFolder: desktop.revealFolder,
    }),
  };
}
