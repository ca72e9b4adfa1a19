import type { Report } from '../app/error-log.ts';

/**
 * Puts faults that nobody caught on record. Node would print them with their messages, which could carry case content.
 * @param end ends the program; after a throw out of nowhere its state cannot be trusted, and everything said to be saved is on the disk
 */
export function watchProcess(report: Report, end: () => void): void {
  process.on('uncaughtException', (fault) => {
    report(fault, 'process', 'uncaughtException');
    end();
  });
  // The work that it belonged to has ended by then, and every write is one transaction: the program goes on.
  process.on('unhandledRejection', (fault) => void report(fault, 'process', 'unhandledRejection'));
}
