import { access } from 'node:fs/promises';
import type { Operator } from '../../shared/contract/session.ts';
import { anchorCode, createAudit, type Act } from '../platform/audit/chain.ts';
import { archiveRouter } from '../features/archive/router.ts';
import { createArchive } from '../features/archive/volumes.ts';
import { followLapses } from '../features/cases/case-periods.ts';
import { casesRouter } from '../features/cases/router.ts';
import type { Definitions } from '../platform/definitions/load.ts';
import { createPaperPdfs } from '../features/documents/paper-pdfs.ts';
import { documentsRouter } from '../features/documents/router.ts';
import { createExhibitSm3 } from '../features/evidence/exhibit-sm3.ts';
import { createExhibits } from '../features/evidence/exhibits.ts';
import { createIntakes } from '../features/evidence/intake.ts';
import { createExhibitReader } from '../features/evidence/exhibit-reader.ts';
import { evidenceRouter } from '../features/evidence/router.ts';
import type { FeatureContext } from '../features/context.ts';
import type { FolderTickets } from '../platform/folder-tickets.ts';
import type { Desktop } from '../platform/host.ts';
import { createHandovers } from '../features/handover/handovers.ts';
import { handoverRouter } from '../features/handover/router.ts';
import { householdsRouter } from '../features/households/router.ts';
import type { ErrorLog } from './error-log.ts';
import { byteAnswers } from './http/byte-answers.ts';
import type { Implementer } from '../features/implementer.ts';
import { createEditions } from '../platform/definitions/editions.ts';
import { regulationRouter } from '../features/regulation/router.ts';
import type { Printer } from '../platform/print/printer.ts';
import type { OneTimePdfs } from '../platform/one-time-pdfs.ts';
import { RefusalError } from '../platform/refusal-error.ts';
import { anchorOf, databaseFile, databaseKey } from './session/first-start.ts';
import type { Signals } from '../platform/signals.ts';
import { formDraftsRouter } from '../features/staff/form-drafts.ts';
import { listPeople } from '../features/staff/people.ts';
import { staffRouter } from '../features/staff/router.ts';
import { readOffice } from '../features/staff/settings.ts';
import { openStore, type Store } from '../platform/store/open.ts';
import { createSearch } from '../platform/store/search.ts';
import { createJobs } from '../features/jobs.ts';
import { createFaults } from '../features/supervision/faults.ts';
import { supervisionRouter } from '../features/supervision/router.ts';
import { createVerification, verifiedAt } from '../features/supervision/verify.ts';
import { type BlobStore, openBlobStore } from '../platform/vault/blob-store.ts';
import type { Keyring } from '../platform/vault/keyring.ts';
import { deriveKey, type VaultKey } from '../platform/vault/keys.ts';

export interface ProfileTools {
  definitions: Definitions;
  printer: Printer;
  oneTimePdfs: OneTimePdfs;
  signals: Signals;
  folderTickets: FolderTickets;
  desktop: Desktop;
  errorLog: ErrorLog;
  os: Implementer;
  now: () => Date;
}
export interface OpenRequest {
  profileDir: string;
  vaultKey: VaultKey;
  keyring: Keyring;
  personId: string;
}
export type OpenProfile = Awaited<ReturnType<typeof openProfile>>;

/** Opens the profile for one person: database, sealed files, every feature. What it returns ends with `close` at lock. */
export async function openProfile(request: OpenRequest, tools: ProfileTools) {
  await tools.errorLog.unlocked(request.vaultKey);
  tools.printer.warmUp();
  const file = databaseFile(request.profileDir);
  // Opening makes what is not there; an empty database in the place of a lost one would look like a fresh start.
  await access(file).catch(() => {
    throw new RefusalError({ code: 'profile-damaged', what: 'database' });
  });
  const store = await openStore(file, databaseKey(request.vaultKey));
  try {
    return await assemble(request, tools, store);
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

async function assemble({ profileDir, vaultKey, keyring, personId }: OpenRequest, tools: ProfileTools, store: Store) {
  const { definitions, printer, oneTimePdfs, signals, os, now } = tools;
  const anchorFile = anchorOf(profileDir, vaultKey);
  const operator = operatorOf(store, personId);
  const audit = createAudit(store, { personId, name: operator.name }, now);
  const editions = createEditions(store, definitions);
  const context: FeatureContext = {
    store,
    definitions,
    editions,
    search: createSearch(store),
    audit,
    operator,
    now,
    emit: signals.emit,
    report: tools.errorLog.report,
  };
  const blobs = await openBlobStore({ profileFolder: profileDir, filesKey: deriveKey(vaultKey, 'files') });

  const jobs = createJobs(context);
  const exhibits = createExhibits(context);
  const exhibitSm3 = createExhibitSm3(context, blobs, exhibits);
  const intakes = createIntakes(context, { blobs, exhibits, exhibitSm3 });
  const verification = createVerification(context, {
    blobs,
    jobs,
    databaseFile: databaseFile(profileDir),
    databaseKey: () => databaseKey(vaultKey),
  });
  const faults = createFaults(context, {
    readFaults: (choice) => tools.errorLog.read(vaultKey, choice),
    folderTickets: tools.folderTickets,
  });
  const archive = createArchive(context, { printer, blobs, jobs, exhibitSm3 });
  const handovers = createHandovers(context, {
    printer,
    blobs,
    jobs,
    exhibitSm3,
    folderTickets: tools.folderTickets,
    revealFolder: tools.desktop.revealFolder,
  });

  const warning = await anchorFile.compare(store);
  // Only a session that was cut off leaves files behind; to look for them among all would make every log-in wait.
  const endedInOrder = await anchorFile.isHead(audit.head());
  await jobs.settle();
  await followLapses(context);
  const swept = endedInOrder
    ? []
    : await sweep(
        context,
        blobs,
        verification.knownFiles().map((file) => file.sha256),
      );
  const notices = [
    ...(warning === null ? [] : [warning]),
    ...(await intakes.nameInterrupted()),
    ...swept,
    ...(await handovers.nameInterrupted()),
  ];
  await record({ verb: '登录', what: operator.name, subjectId: personId });
  exhibitSm3.catchUp();

  async function record(act: Act): Promise<void> {
    await store.unit.run(async () => audit.append(act));
  }

  async function close(): Promise<void> {
    await jobs.close();
    await intakes.close();
    await exhibitSm3.close();
    await record({ verb: '锁定', what: operator.name, subjectId: personId });
    await store.unit.idle();
    await anchorFile.write(audit.head());
    await blobs.close();
    await store.close();
    oneTimePdfs.clear();
  }

  const routers = {
    staff: staffRouter(os.staff, context, { keyring, vaultKey }),
    households: householdsRouter(os.households, context),
    cases: casesRouter(os.cases, context),
    documents: documentsRouter(os.documents, context, { printer, blobs }),
    evidence: evidenceRouter(os.evidence, exhibits, intakes),
    archive: archiveRouter(os.archive, archive),
    handover: handoverRouter(os.handover, handovers),
    regulation: regulationRouter(os.regulation, context, definitions),
    formDrafts: formDraftsRouter(os.formDrafts, context),
    supervision: supervisionRouter(os.supervision, context, jobs, verification, faults),
  };
  const answers = byteAnswers({
    paperPdfs: createPaperPdfs(context, { printer, blobs }),
    exhibits: createExhibitReader(blobs, exhibits),
    intakes,
    archive,
    handovers,
    oneTimePdfs,
    stillDevice: () => readOffice(store).stillDevice,
  });

  return {
    operator,
    notices,
    routers,
    byteAnswers: answers,
    close,
    /** Puts an act of the session itself on record. */
    note: record,
    officeName: () => readOffice(store).name,
    idleLockMinutes: () => editions.rules(now().toISOString()).idleLockMinutes,
    anchor: () => anchorCode(audit.head()),
    verifiedAt: () => verifiedAt(context),
    printRecoveryLetter: async (code: string) => {
      const office = readOffice(store).name;
      const { pdf } = await printer.recoveryLetter({
        code,
        office,
        madeAt: now().toISOString(),
        madeBy: operator.name,
      });
      return oneTimePdfs.keep(pdf, '恢复信');
    },
  };
}

function operatorOf(store: Store, personId: string): Operator {
  const person = listPeople(store).find((candidate) => candidate.personId === personId);
  if (person?.active) return { personId, name: person.name, roles: person.roles, unitId: person.unitId };
  throw new RefusalError({ code: 'not-found', what: 'person' });
}

/** Names what a crash left behind: files that no row knows go to quarantine with a line in the audit (第四十八条). */
async function sweep(context: FeatureContext, blobs: BlobStore, known: string[]): Promise<string[]> {
  const rows = new Set(known);
  const moved = await blobs.sweep((sha256) => rows.has(sha256));
  if (moved.length === 0) return [];
  await context.store.unit.run(async () => {
    for (const item of moved) context.audit.append({ verb: '隔离文件', what: item.name, detail: { ...item } });
  });
  return [`发现${moved.length}个没有收完的文件，已移入隔离区并记录；原来的材料没有变化。`];
}
