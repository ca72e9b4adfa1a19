import { access } from 'node:fs/promises';
import type { Operator } from '../shared/contract/session.ts';
import { anchorCode, createAudit, type Act } from './audit/chain.ts';
import { archiveRouter } from './archive/router.ts';
import { createArchive } from './archive/volumes.ts';
import { createCases } from './cases/cases.ts';
import { casesRouter } from './cases/router.ts';
import type { Catalogue } from './catalogue/load.ts';
import { createPaperPages } from './documents/pages.ts';
import { createPapers } from './documents/papers.ts';
import { documentsRouter } from './documents/router.ts';
import { createExhibits } from './evidence/exhibits.ts';
import { createIntakes } from './evidence/intake.ts';
import { createReading } from './evidence/reading.ts';
import { evidenceRouter } from './evidence/router.ts';
import type { Desk } from './feature.ts';
import type { Folders } from './folders.ts';
import type { Desktop } from './host.ts';
import { createHandovers } from './handover/handovers.ts';
import { handoverRouter } from './handover/router.ts';
import { householdsRouter } from './households/router.ts';
import type { Route } from './http/respond.ts';
import { profileRoutes } from './http/routes.ts';
import type { Implementer } from './implementer.ts';
import { createEditions } from './regulation/editions.ts';
import { regulationRouter } from './regulation/router.ts';
import type { Printer } from './print/printer.ts';
import type { Prints } from './prints.ts';
import { Refused } from './refused.ts';
import { anchorOf, databaseFile, databaseKey } from './session/first-start.ts';
import type { Signals } from './signals.ts';
import { keptRouter } from './staff/kept.ts';
import { listPeople } from './staff/people.ts';
import { staffRouter } from './staff/router.ts';
import { readOffice } from './staff/settings.ts';
import { openStore, type Store } from './store/open.ts';
import { createSearch } from './store/search.ts';
import { createJobs } from './jobs.ts';
import { supervisionRouter } from './supervision/router.ts';
import { createVerification, verifiedAt } from './supervision/verify.ts';
import { type BlobStore, openBlobStore } from './vault/blob-store.ts';
import type { Keyring } from './vault/keyring.ts';
import { deriveKey, type VaultKey } from './vault/keys.ts';

export interface ProfileTools {
  catalogue: Catalogue;
  printer: Printer;
  prints: Prints;
  signals: Signals;
  folders: Folders;
  desktop: Desktop;
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
  tools.printer.warmUp();
  const file = databaseFile(request.profileDir);
  // Opening makes what is not there; an empty database in the place of a lost one would look like a fresh start.
  await access(file).catch(() => {
    throw new Refused({ code: 'profile-damaged', what: 'database' });
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
  const { catalogue, printer, prints, signals, os, now } = tools;
  const anchorFile = anchorOf(profileDir, vaultKey);
  const operator = operatorOf(store, personId);
  const audit = createAudit(store, { personId, name: operator.name }, now);
  const editions = createEditions(store, catalogue);
  const desk: Desk = { store, editions, search: createSearch(store), audit, operator, now, tell: signals.tell };
  const blobs = await openBlobStore({ profileFolder: profileDir, filesKey: deriveKey(vaultKey, 'files') });

  const jobs = createJobs(desk);
  const cases = createCases(desk, catalogue);
  const papers = createPapers(desk, cases, catalogue);
  const exhibits = createExhibits(desk, cases);
  const intakes = createIntakes(desk, blobs, exhibits);
  const verification = createVerification(desk, {
    blobs,
    jobs,
    databaseFile: databaseFile(profileDir),
    databaseKey: () => databaseKey(vaultKey),
  });
  const archive = createArchive(desk, { cases, papers, printer, blobs, jobs });
  const handovers = createHandovers(desk, {
    cases,
    papers,
    catalogue,
    printer,
    blobs,
    jobs,
    folders: tools.folders,
    revealFolder: tools.desktop.revealFolder,
  });

  const warning = await anchorFile.compare(store);
  // Only a session that was cut off leaves files behind; to look for them among all would make every log-in wait.
  const endedInOrder = await anchorFile.isHead(audit.head());
  await jobs.settle();
  await cases.followLapses();
  const swept = endedInOrder
    ? []
    : await sweep(
        desk,
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

  async function record(act: Act): Promise<void> {
    await store.unit.run(async () => audit.append(act));
  }

  async function close(): Promise<void> {
    await jobs.close();
    await intakes.close();
    await record({ verb: '锁定', what: operator.name, subjectId: personId });
    await store.unit.idle();
    await anchorFile.write(audit.head());
    await blobs.close();
    await store.close();
    prints.clear();
  }

  const routers = {
    staff: staffRouter(os.staff, desk, { keyring, vaultKey }),
    households: householdsRouter(os.households, desk),
    cases: casesRouter(os.cases, desk, cases, catalogue),
    documents: documentsRouter(os.documents, desk, papers, { printer, blobs, cases }),
    evidence: evidenceRouter(os.evidence, exhibits, intakes),
    archive: archiveRouter(os.archive, archive),
    handover: handoverRouter(os.handover, handovers),
    regulation: regulationRouter(os.regulation, desk, cases, catalogue),
    kept: keptRouter(os.kept, desk),
    supervision: supervisionRouter(os.supervision, desk, jobs, verification),
  };
  const routes: Route[] = profileRoutes({
    pages: createPaperPages(desk, { papers, printer, blobs, catalogue }),
    reading: createReading(desk, blobs, exhibits),
    intakes,
    archive,
    handovers,
    prints,
    operator,
    stillDevice: () => readOffice(store).stillDevice,
  });

  return {
    operator,
    notices,
    routers,
    routes,
    close,
    /** Puts an act of the session itself on record. */
    note: record,
    officeName: () => readOffice(store).name,
    idleLockMinutes: () => editions.rules(now().toISOString()).idleLockMinutes,
    anchor: () => anchorCode(audit.head()),
    verifiedAt: () => verifiedAt(desk),
    printRecoveryLetter: async (code: string) => {
      const office = readOffice(store).name;
      const { pdf } = await printer.recoveryLetter({
        code,
        office,
        madeAt: now().toISOString(),
        madeBy: operator.name,
      });
      return prints.keep(pdf, '恢复信');
    },
  };
}

function operatorOf(store: Store, personId: string): Operator {
  const person = listPeople(store).find((one) => one.personId === personId);
  if (person?.active) return { personId, name: person.name, roles: person.roles, unitId: person.unitId };
  throw new Refused({ code: 'not-found', what: 'person' });
}

/** Names what a crash left behind: files that no row knows go to quarantine with a line in the audit (第四十八条). */
async function sweep(desk: Desk, blobs: BlobStore, known: string[]): Promise<string[]> {
  const rows = new Set(known);
  const moved = await blobs.sweep((sha256) => rows.has(sha256));
  if (moved.length === 0) return [];
  await desk.store.unit.run(async () => {
    for (const one of moved) desk.audit.append({ verb: '隔离文件', what: one.name, detail: { ...one } });
  });
  return [`发现${moved.length}个没有收完的文件，已移入隔离区并记录；原来的材料没有变化。`];
}
