import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { SigningSuite } from '../vault/keyring-file.ts';
import { isSignedBy, type SigningKey, signWith } from '../vault/signing.ts';

/** From entry `fromSeq` on the person signs with this key, until one with a later number takes its place. */
export interface RegisteredKey {
  /** Base64. */
  publicKey: string;
  personId: string;
  suite: SigningSuite;
  fromSeq: number;
}

/** What an entry of the chain says about who made it. */
export interface SignedEntry {
  seq: number;
  at: string;
  personId: string;
  who: string;
  verb: string;
  hash: string;
  /** The acting person's, over the hash, base64; '' before there were signatures. */
  signature: string;
  /** The public key it was made with, base64. */
  signingKey: string;
}

/** What is signed: nothing else the program signs begins like it. */
const signedText = (hash: string): string => `case-file audit entry 1: ${hash}`;

export const signatureOf = (key: SigningKey, hash: string): Pick<SignedEntry, 'signature' | 'signingKey'> => ({
  signature: signWith(key, signedText(hash)),
  signingKey: key.publicKey,
});

type Reader = Pick<Sqlite.Database, 'prepare'>;

/** Every key a person has signed with, the present one last. */
export const keysOfPerson = (db: Reader, personId: string): RegisteredKey[] =>
  db.prepare('select * from signing_key where "personId" = ? order by "fromSeq"').all(personId) as RegisteredKey[];

/**
 * Tells what is wrong with the signature of an entry: a sentence, or null. An entry of a person who had no key yet needs none; from the first
 * key on each has to be signed with the key in force, so that nobody writes in another's name.
 */
export function createSignatureCheck(db: Reader): (entry: SignedEntry) => string | null {
  const known = new Map<string, RegisteredKey[]>();
  const keysOf = (personId: string): RegisteredKey[] => {
    const keys = known.get(personId) ?? keysOfPerson(db, personId);
    known.set(personId, keys);
    return keys;
  };
  return ({ seq, at: moment, who, verb, personId, hash, signature, signingKey }) => {
    const key = keysOf(personId).findLast(({ fromSeq }) => fromSeq <= seq);
    if (key === undefined && signature === '') return null;
    const entry = `记录链第${seq}条（${moment.slice(0, 10)} ${who} ${verb}）`;
    if (signature === '') return `${entry}没有${who}的签名，可能是别人冒名写进去的。`;
    if (key?.publicKey === signingKey && isSignedBy(key.publicKey, signedText(hash), signature)) return null;
    return `${entry}的签名不是${who}的，可能是别人冒名写进去的。`;
  };
}

/** How many entries nobody signed: those of before there were signatures. */
export const unsignedEntries = (db: Reader): number =>
  (db.prepare(`select count(*) as count from audit where signature = ''`).get() as { count: number }).count;

/**
 * A sentence for each key that took the place of another, by the key: by whom and when, so that the person and 法规科 can say whether it
 * was so. `names` are those of the people by their ids.
 */
export function replacedKeys(db: Reader, names: ReadonlyMap<string, string>): Map<string, string> {
  const rows = db
    .prepare(
      `select later."publicKey", later."personId", audit.seq, audit.at, audit.who, audit.verb from signing_key later join audit on audit.seq = later."fromSeq" where exists (select 1 from signing_key earlier where earlier."personId" = later."personId" and earlier."fromSeq" < later."fromSeq") order by audit.seq`,
    )
    .all() as { publicKey: string; personId: string; seq: number; at: string; who: string; verb: string }[];
  return new Map(
    rows.map(({ publicKey, personId, seq, at: moment, who, verb }) => [
      publicKey,
      `${names.get(personId) ?? who}自第${seq}条记录起换了签名密钥（${moment.slice(0, 10)} ${who} ${verb}）`,
    ]),
  );
}
