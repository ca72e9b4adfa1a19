import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Signer } from '../../main/platform/audit/chain.ts';

/** One act of somebody who holds the key, done behind the program's back. */
export interface Forgery {
  name: string;
  forge: (db: Sqlite.Database, forger: Signer) => void;
  /** In which database; that of the cases where it is left out. */
  database?: 'office';
  /** What a finding of 验证 must say. */
  told: RegExp;
  /** Whether it is in the case, and so must stop issuing, filing and hand-over. */
  inCase: boolean;
}
