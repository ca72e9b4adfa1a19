import { setTimeout as pause } from 'node:timers/promises';
import { createErrorLog, type ErrorLog } from '../../app/error-log.ts';
import { splashPage } from '../../app/http/notice.ts';
import { whileLoading } from '../../app/loading.ts';
import type {
  Desktop,
  EndedSession,
  Opens,
  PageOrder,
  PrintOrder,
  Workstation,
  WorkstationOptions,
} from '../../platform/host.ts';
import type { DoorReason, DoorRefusal } from '../loopback/door.ts';
import { serveLoopback, type Loopback } from '../loopback/server.ts';
import { watchProcess } from '../process-faults.ts';
import { practiceFolder } from '../profile-folder.ts';
import { waitForProfile } from '../profile-lock.ts';
import type { Answer, FromWorkstation, Line, OpenOrder, Question, ToWorkstation, Words } from './messages.ts';

export interface WorkstationProgram {
  line: Line<FromWorkstation, ToWorkstation>;
  /** Loads what takes long; called at once, so that it is there when it is asked for. */
  load: () => Promise<{
    createWorkstation: (options: WorkstationOptions, errorLog: ErrorLog) => Promise<Workstation>;
  }>;
  /** Loads what makes and opens the profile for practice (练习), when it is asked for; absent where nobody can practise. */
  loadPractice?: () => Promise<{
    makePractice: (folders: OpenOrder['folders'], anew: boolean) => Promise<void>;
    openPractice: (options: WorkstationOptions, errorLog: ErrorLog) => Promise<Workstation>;
  }>;
  /** Ends this process. */
  exit: (code: number) => void;
  /** What the administrator reads at the terminal. */
  warn: (line: string) => void;
}

const REASONS: Readonly<Record<DoorReason, string>> = {
  host: '地址不是本机',
  target: '请求格式不对',
  session: '没有本次启动的凭证',
  ticket: '一次性地址无效或已用过',
  origin: '来源页面不是本程序',
  site: '由其他网站发起',
  upgrade: '要求改用其他协议',
};

/** Answers under way at the end of a session get this long to reach the page. */
const LAST_ANSWERS_MS = 1_000;
/** When the host was killed, what is under way gets this long to end in order. */
const LAST_WORK_MS = 5_000;

/**
 * The process that holds the workstation: its door, the open profile, every key and every decrypted text (docs/adr/0012). It serves one
 * session and ends with it, because nothing else takes what JavaScript has read out of the memory.
 */
export function runWorkstationProgram(program: WorkstationProgram): void {
  const { line, exit, load } = program;
  const loading = load();
  // Told by whoever asks for it.
  loading.catch(() => undefined);
  let opened: Promise<Opened> | undefined;

  async function end(): Promise<void> {
    const { workstation, loopback } = (await opened?.catch(() => undefined)) ?? {};
    // Before all else: whoever logs in now must not come to a process that ends.
    const answered = loopback?.close(LAST_ANSWERS_MS);
    await workstation?.close();
    await answered;
    exit(0);
  }
  const onEnded = (session: EndedSession, opens?: Opens): void => {
    line.post({ kind: 'ended', session, ...(opens !== undefined && { opens }) });
    void end();
  };

  line.onMessage((message, connection) => {
    switch (message.kind) {
      case 'open':
        opened = open(program, { order: message.order, loading, onEnded });
        opened.catch(() => line.post({ kind: 'not-loaded' }));
        break;
      case 'connection':
        if (connection !== undefined) void opened?.then(({ loopback }) => loopback.take(connection));
        break;
      case 'lock':
        void opened?.then(({ workstation }) => workstation.lock());
        break;
      case 'close':
        void end();
        break;
      case 'answer':
        break;
    }
  });
  line.onGone(() => {
    void Promise.race([end(), pause(LAST_WORK_MS)]).then(() => exit(0));
  });
}

interface Opened {
  workstation: Workstation;
  loopback: Loopback;
}

interface Opening {
  order: OpenOrder;
  loading: ReturnType<WorkstationProgram['load']>;
  onEnded: (session: EndedSession, opens?: Opens) => void;
}

async function open(program: WorkstationProgram, { order, loading, onEnded }: Opening): Promise<Opened> {
  const { line, exit, warn, loadPractice } = program;
  const { before, entrance, session, ticket, opens } = order;
  const practice = { ...order.folders, profileDir: practiceFolder(order.folders.profileDir) };
  const folders = opens === 'practice' ? practice : order.folders;
  const errorLog = createErrorLog(folders.profileDir);
  watchProcess(errorLog.report, () => exit(1));
  const create = async (): Promise<Workstation> => {
    const { createWorkstation } = await loading;
    // The office's own folder holds the other: whichever is open, one process has both.
    await waitForProfile(order.folders.profileDir);
    const options = { ...folders, desktop: desktopOver(line, order.desktop), before, onEnded };
    if (loadPractice === undefined) return createWorkstation(options, errorLog);
    const makePractice = async (anew: boolean) => (await loadPractice()).makePractice(practice, anew);
    if (opens === 'practice') return (await loadPractice()).openPractice({ ...options, makePractice }, errorLog);
    return createWorkstation({ ...options, makePractice }, errorLog);
  };
  const created = create();
  created.then(
    () => line.post({ kind: 'loaded' }),
    () => line.post({ kind: 'not-loaded' }),
  );
  const workstation = whileLoading(created, errorLog.report, warn);
  const loopback = await serveLoopback({
    entrance,
    session,
    ...(ticket !== undefined && { ticket }),
    splash: splashPage,
    onRefusal: (refusal) => reportRefusal(refusal, warn),
    fetch: workstation.fetch,
  });
  line.post({ kind: 'door', origin: loopback.origin });
  return { workstation, loopback };
}

/** What the window can do, asked of the process that has the window. */
function desktopOver(line: WorkstationProgram['line'], { kind, asks }: OpenOrder['desktop']): Desktop {
  const waiting = new Map<number, PromiseWithResolvers<Answer | undefined>>();
  line.onMessage((message) => {
    if (message.kind !== 'answer') return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.fault === undefined) asked?.resolve(message.answer);
    else asked?.reject(new Error(message.fault));
  });
  let last = 0;
  const ask = (what: Question, words: Words): Promise<Answer | undefined> => {
    const answer = Promise.withResolvers<Answer | undefined>();
    last += 1;
    waiting.set(last, answer);
    line.post({ kind: 'ask', id: last, what, words });
    return answer.promise;
  };
  return {
    kind,
    ...(asks.includes('chooseFolder') && {
      chooseFolder: async (title: string) => folderIn(await ask('chooseFolder', title)),
    }),
    ...(asks.includes('revealFolder') && {
      revealFolder: async (folder: string) => void (await ask('revealFolder', folder)),
    }),
    ...(asks.includes('protectScreen') && {
      protectScreen: async (on: boolean) => void (await ask('protectScreen', on)),
    }),
    ...(asks.includes('printers') && { printers: async () => printersIn(await ask('printers', '')) }),
    ...(asks.includes('print') && {
      print: async ({ pdf, ...order }: PrintOrder) =>
        void (await ask('print', { ...order, pdf: Buffer.from(pdf).toString('base64') })),
    }),
    ...(asks.includes('printPage') && {
      printPage: async (order: PageOrder) => void (await ask('printPage', order)),
    }),
  };
}

const folderIn = (answer: Answer | undefined): string | undefined => (typeof answer === 'string' ? answer : undefined);
const printersIn = (answer: Answer | undefined) => (typeof answer === 'object' ? answer : { names: [], usual: null });

/** Tells of the 1st, 10th, 100th … refusal, so that a flood of them cannot fill the log. */
function reportRefusal({ reason, count }: DoorRefusal, warn: (line: string) => void): void {
  if (Number.isInteger(Math.log10(count)))
    warn(`已拒绝 ${count} 个不明来源的本机请求，最近一个的原因：${REASONS[reason]}。`);
}
