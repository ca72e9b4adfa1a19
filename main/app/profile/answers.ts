import { nowOf } from '../../features/context.ts';
import { archiveRouter } from '../../features/archive/router.ts';
import { backupRouter } from '../../features/backup/router.ts';
import { casesRouter } from '../../features/cases/router.ts';
import { createPaperPdfs } from '../../features/documents/paper-pdfs.ts';
import { followHousehold } from '../../features/documents/follow-drafts.ts';
import { documentsRouter } from '../../features/documents/router.ts';
import { createExhibitReader } from '../../features/evidence/exhibit-reader.ts';
import { evidenceRouter } from '../../features/evidence/router.ts';
import { handoverRouter } from '../../features/handover/router.ts';
import { householdCatalogue } from '../../features/households/catalogue.ts';
import { credentialReader } from '../../features/households/read-credential.ts';
import { householdsRouter } from '../../features/households/router.ts';
import { inboxOf, inboxRouter } from '../../features/inbox/inbox.ts';
import { regulationRouter } from '../../features/regulation/router.ts';
import { formDraftsRouter } from '../../features/staff/form-drafts.ts';
import { staffRouter } from '../../features/staff/router.ts';
import { readOffice } from '../../features/staff/settings.ts';
import { trayRouter } from '../../features/tray/router.ts';
import { supervisionRouter } from '../../features/supervision/router.ts';
import { byteAnswers } from '../http/byte-answers.ts';
import { createPasswordCheck } from '../session/password-check.ts';
import type { Features } from './features.ts';
import type { ProfileParts } from './opening.ts';
import { protectScreen } from './screen-protection.ts';

/** The calls that an open profile answers, by area of the contract. */
export const profileRouters = (
  parts: ProfileParts,
  {
    jobs,
    outlooks,
    exhibits,
    exhibitIntake,
    exhibitWords,
    takeOver,
    tray,
    verification,
    faults,
    archive,
    handovers,
    backups,
  }: Features,
) => {
  const { os, context, blobs, printer, keyring, keys, wrongPasswords, desktop, folderTickets } = parts;
  const staffKeys = { keyring, keys, keysFor: createPasswordCheck(keyring, wrongPasswords) };
  return {
    staff: staffRouter(os.staff, context.office, staffKeys, {
      rules: () => context.editions.rules(nowOf(context)),
      onOffice: (office) => protectScreen(parts, office),
    }),
    inbox: inboxRouter(os.inbox, inboxOf(context, outlooks)),
    households: householdsRouter(os.households, context, (before) => followHousehold(context, before)),
    cases: casesRouter(os.cases, context, outlooks),
    documents: documentsRouter(os.documents, context, { printer, blobs, desktop, folderTickets }),
    evidence: evidenceRouter(os.evidence, exhibits, exhibitIntake, exhibitWords, takeOver),
    tray: trayRouter(os.tray, tray),
    archive: archiveRouter(os.archive, archive),
    handover: handoverRouter(os.handover, handovers),
    regulation: regulationRouter(os.regulation, context),
    formDrafts: formDraftsRouter(os.formDrafts, context),
    backup: backupRouter(os.backup, backups),
    supervision: supervisionRouter(os.supervision, context, jobs, verification, faults, parts.folderTickets),
  };
};

/** The byte routes that an open profile answers. */
export const profileBytes = (
  { context, blobs, printer, oneTimePdfs }: ProfileParts,
  { exhibits, exhibitWords, intakes, tray, textReader, archive, handovers }: Features,
) =>
  byteAnswers({
    paperPdfs: createPaperPdfs(context, { printer, blobs }),
    exhibits: createExhibitReader(context, blobs, { exhibits, exhibitWords }),
    intakes,
    tray,
    readCredential: credentialReader(context, textReader),
    archive,
    householdCatalogue: householdCatalogue(context, printer),
    handovers,
    oneTimePdfs,
    stillDevice: () => readOffice(context.office.store).stillDevice,
  });
