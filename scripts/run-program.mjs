import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program in this terminal to its end. Signals that only this process gets are passed on, so that the program can end in order.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it.
 */
export async function runProgram(program, words, env = process.env) {
  const child = spawn(program, words, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
