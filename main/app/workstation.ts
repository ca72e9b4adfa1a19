import * as z from 'zod';
import { zhCN } from 'zod/locales';
import { openDefinitions } from '../platform/definitions/compiled.ts';
import { plain } from '../../shared/contract/sentences.ts';
import { desktopRouter } from './desktop-router.ts';
import { createFolderTickets } from '../platform/folder-tickets.ts';
import type { Workstation, WorkstationOptions } from '../platform/host.ts';
import { serveStaticFiles } from './http/static-files.ts';
import { routesOfProfile } from './http/profile-routes.ts';
import { respond } from './http/respond.ts';
import { implementer } from '../features/implementer.ts';
import { createPrinter } from '../platform/print/printer.ts';
import { createOneTimePdfs } from '../platform/one-time-pdfs.ts';
import { createErrorLog, type ErrorLog } from './error-log.ts';
import { putInPlace } from './restore/restored-profile.ts';
import { restoreRouter } from './restore/router.ts';
import { createSession } from './session/session.ts';
import { sessionRouter } from './session/router.ts';
import { createSignals, type Signals } from '../platform/signals.ts';

/** Long enough for the first screen to be painted before the host is busy again. */
const pauseMs = 250;

/** Database, printing and pictures take half a second to load: they come while the password is typed, not before the first screen. */
function loadWhileTyping(): void {
  setTimeout(() => void import('./profile/open-profile.ts'), pauseMs).unref();
}

/** Tells the page that nobody is logged in any more, and nothing of what happens for the next person. */
function endOf(signals: Signals): void {
  signals.emit({ kind: 'changed', areas: ['session'], caseId: null, anchor: null });
  signals.endAll();
}

/**
 * The whole program without a window: profile → vault → store → features → one door. Throws a DataFault when a data file
 * shipped with the program is faulty.
 */
export async function createWorkstation(
  options: WorkstationOptions,
  errorLog: ErrorLog = createErrorLog(options.profileDir),
): Promise<Workstation> {
  z.config(zhCN());
  const { clockShift = 0 } = options.practice ?? {};
  const now = options.now ?? (() => new Date(Date.now() + clockShift));
  const { definitions, fault } = openDefinitions(options.resourcesDir);
  await putInPlace(options.profileDir);
  const printer = createPrinter({
    fontsDir: options.fontsDir,
    ...(options.practice !== undefined && { mark: '练习' }),
    onFault: (thrown) => void errorLog.report(thrown, 'process', 'print-worker'),
  });
  const oneTimePdfs = createOneTimePdfs();
  const signals = createSignals();
  const folderTickets = createFolderTickets(options.profileDir, options.practice !== undefined);
  const os = implementer();
  const session = createSession({
    host: options,
    now,
    notices: fault === null ? [] : [plain(fault.refusal)],
    left: () => endOf(signals),
    asked: loadWhileTyping,
    open: async (request) =>
      (await import('./profile/open-profile.ts')).openProfileOnAnyDisk(request, {
        definitions,
        printer,
        oneTimePdfs,
        signals,
        folderTickets,
        desktop: options.desktop,
        errorLog,
        os,
        now,
      }),
  });
  const always = {
    session: sessionRouter(os.session, session),
    restore: restoreRouter(os.restore, {
      profileDir: options.profileDir,
      desktop: options.desktop,
      report: errorLog.report,
      session,
      now,
    }),
    desktop: desktopRouter(os.desktop, { desktop: options.desktop, folderTickets, signals, errorLog }),
  };
  const { report } = errorLog;
  const routes = routesOfProfile({ os, always, profile: session.profile, seatOwner: session.seat.owner, report });
  return {
    fetch: respond({ routes, files: serveStaticFiles(options.pageDir), report }),
    lock: session.lockUnasked,
    close: async () => {
      signals.endAll();
      await session.close();
      await printer.close();
    },
  };
}
