import type { Refusal } from '../../../shared/contract/refusals.ts';
import { errorCode } from '../files.ts';
import { RefusalError } from '../refusal-error.ts';

/** What an error of SQLite means to the clerk, at the start or in the middle of the day; other errors pass. */
export function refusalOfDatabase(error: unknown): unknown {
  const code = errorCode(error);
  if (/^SQLITE_(NOTADB|CORRUPT|IOERR_(READ|SHORT_READ|DATA|CORRUPTFS))/.test(code))
    return new RefusalError({ code: 'profile-damaged', what: 'database' });
  const why = notSaved.find(([pattern]) => pattern.test(code))?.[1];
  return why === undefined ? error : new RefusalError({ code: 'not-saved', why });
}

const notSaved: readonly [RegExp, Extract<Refusal, { code: 'not-saved' }>['why']][] = [
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'in-use'],
  [/^SQLITE_(READONLY|PERM)/, 'read-only'],
  [/^SQLITE_(IOERR|CANTOPEN)/, 'disk'],
];
