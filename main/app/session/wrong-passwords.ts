import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../../platform/durable.ts';

const FREE_TRIES = 5;
const LONGEST_WAIT_S = 60;

const Tries = z.strictObject({
  /** Since the last right password. */
  inARow: z.int().min(0),
  /** Milliseconds since 1970. */
  lastAt: z.number(),
  /** Of which the chain has no entry yet: nobody was logged in to write one. */
  unrecorded: z.int().min(0),
  /** Since the person was last told of them. */
  untold: z.int().min(0),
});
const File = z.record(z.string(), Tries);
type Tries = z.infer<typeof Tries>;

/** Wrong passwords of one person that have no entry in the chain yet. */
export interface UnrecordedTries {
  personId: string;
  count: number;
  lastAt: Date;
}

export type WrongPasswords = ReturnType<typeof createWrongPasswords>;

/**
 * Counts wrong passwords per person, kept beside the keyring so that a restart forgets none. From the fifth in a row on each further try of
 * that person waits twice as long, up to a minute; nobody else waits.
 */
export function createWrongPasswords(profileDir: string) {
  const file = path.join(profileDir, 'wrong-passwords.json');
  let loaded: Promise<Map<string, Tries>> | undefined;
  const load = (): Promise<Map<string, Tries>> => (loaded ??= read(file));

  async function write(tries: Map<string, Tries>): Promise<void> {
    const kept = [...tries].filter(([, { inARow, unrecorded, untold }]) => inARow + unrecorded + untold > 0);
    // A full disk must let people in all the same; the count in memory holds until the program ends.
    await writeDurably(file, JSON.stringify(Object.fromEntries(kept))).catch(() => undefined);
  }

  return {
    /** Seconds until this person may try again; 0 when at once. */
    waitSeconds: async (personId: string): Promise<number> => {
      const tries = (await load()).get(personId);
      if (!tries) return 0;
      // The clock of the machine may have been set back meanwhile.
      tries.lastAt = Math.min(tries.lastAt, Date.now());
      return Math.max(0, Math.ceil((tries.lastAt - Date.now()) / 1000 + pauseAfter(tries.inARow)));
    },
    /** Counts a wrong password; resolves with the seconds until the next try. */
    wrong: async (personId: string): Promise<number> => {
      const all = await load();
      const before = all.get(personId) ?? { inARow: 0, unrecorded: 0, untold: 0 };
      const { inARow, unrecorded, untold } = before;
      const tries = { inARow: inARow + 1, unrecorded: unrecorded + 1, untold: untold + 1, lastAt: Date.now() };
      all.set(personId, tries);
      await write(all);
      return pauseAfter(tries.inARow);
    },
    right: async (personId: string): Promise<void> => {
      const all = await load();
      const tries = all.get(personId);
      if (!tries || tries.inARow === 0) return;
      tries.inARow = 0;
      await write(all);
    },
    unrecorded: async (): Promise<UnrecordedTries[]> =>
      [...(await load())].flatMap(([personId, { unrecorded, lastAt }]) =>
        unrecorded > 0 ? [{ personId, count: unrecorded, lastAt: new Date(lastAt) }] : [],
      ),
    /** How often this person's password was wrong since the person was told last. */
    untold: async (personId: string): Promise<{ count: number; lastAt: Date }> => {
      const { untold, lastAt } = (await load()).get(personId) ?? { untold: 0, lastAt: 0 };
      return { count: untold, lastAt: new Date(lastAt) };
    },
    /** Call once the chain has an entry of all, and `personId` was told of the own ones. */
    recorded: async (personId: string): Promise<void> => {
      const all = await load();
      const mine = all.get(personId);
      if (mine) mine.untold = 0;
      for (const tries of all.values()) tries.unrecorded = 0;
      await write(all);
    },
  };
}

const pauseAfter = (inARow: number): number =>
  inARow < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_S, 2 ** (inARow - FREE_TRIES + 1));

/** Whoever may write to the profile may take the file away; then counting begins anew. */
async function read(file: string): Promise<Map<string, Tries>> {
  try {
    return new Map(Object.entries(File.parse(JSON.parse(await readFile(file, 'utf8')))));
  } catch {
    return new Map();
  }
}
