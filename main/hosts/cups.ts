import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Desktop, Medium, PrintOrder } from '../platform/host.ts';

/** What a printer's list of jobs shows of every job: it is read by everybody on the machine, so nothing of a case. */
const TITLE = '案卷工作站';
/** A daemon that does not answer must not hold the window. */
const ANSWER_MS = 60_000;

/**
 * Printing by CUPS, as on 麒麟, UOS and Debian: `lp` is given the PDF over a pipe, so that no file of ours lies on the disk. What CUPS spools is
 * the system's. Nothing where the system has no `lp`: the page then prints by the window's own dialog.
 */
export function cupsPrinting(env: NodeJS.ProcessEnv = process.env): Pick<Desktop, 'printers' | 'print'> {
  const [lp, lpstat] = [programIn(env, 'lp'), programIn(env, 'lpstat')];
  if (lp === undefined || lpstat === undefined) return {};
  return {
    printers: async () => {
      const names = linesOf(await run(lpstat, ['-e'], env).catch(() => ''));
      const usual = /:\s*(\S+)\s*$/.exec(await run(lpstat, ['-d'], env).catch(() => ''))?.[1];
      return { names, usual: usual !== undefined && names.includes(usual) ? usual : null };
    },
    print: async (order) => void (await run(lp, wordsOf(order), env, order.pdf)),
  };
}

/** A page stands on the paper as it was laid out: never scaled, on the medium it was made for. */
const wordsOf = ({ printer, copies, bothSides, pages, medium }: PrintOrder): string[] => [
  '-d',
  printer,
  '-t',
  TITLE,
  '-n',
  String(copies),
  '-o',
  `media=${mediaOf(medium)}`,
  '-o',
  'print-scaling=none',
  '-o',
  bothSides ? 'sides=two-sided-long-edge' : 'sides=one-sided',
  ...(pages.length === 0 ? [] : ['-P', pages.join(',')]),
];

/** Printers know a sheet by its narrow side, along which it is fed, and turn the page to it. */
function mediaOf(medium: Medium): string {
  if (medium === 'A4') return medium;
  const [narrow, long] = [medium.width, medium.height].toSorted((one, other) => one - other);
  return `Custom.${narrow}x${long}mm`;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function programIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  return (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/** What the program says; rejects with what it complained of. Its words are asked for in English, which is read here. */
function run(program: string, words: string[], env: NodeJS.ProcessEnv, input?: Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(program, words, {
    env: { ...env, LC_ALL: 'C.UTF-8' },
    stdio: 'pipe',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (complaint += part));
  child.on('error', reject);
  child.on('close', (code) =>
    code === 0 ? resolve(said) : reject(new Error(complaint.trim() || `ended with ${code}`)),
  );
  // A program that has gone already does not read: its end tells why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return promise;
}
