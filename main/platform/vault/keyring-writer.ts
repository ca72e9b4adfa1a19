import { createTurns } from '../turns.ts';
import { judgeKeyring, type KeyringFinding, type KeyringJudgement } from './keyring-check.ts';
import { type KeyringFile, type KeyringReading, type KeyringRecord, recordOf } from './keyring-file.ts';
import { KEYRING_NAMES, type KeyringPair } from './keyring-pair.ts';
import { withNewVaultKey } from './keyring-epochs.ts';
import { sealedKeyring } from './keyring-seals.ts';
import type { ContentKeys, OpeningKeys, UnlockedKeys } from './unlocked-keys.ts';

export type KeyringEdit = (file: KeyringFile) => KeyringFile | Promise<KeyringFile>;
export interface SettledKeyring {
  findings: KeyringFinding[];
  /** What the database is to remember. */
  record: KeyringRecord;
  /** Whether a file was written anew; what was found but could not be mended was told before. */
  mended: boolean;
}

const MEMORY = 'memory';

export type KeyringWriter = ReturnType<typeof createKeyringWriter>;

/** Writes the keyring, one change after the other, each on the keyring as it should be and not merely as it lies there. */
export function createKeyringWriter(pair: KeyringPair) {
  const followers = new Set<(record: KeyringRecord) => void>();
  const notYetTold: KeyringFinding[] = [];
  /** What was last written or found right: a third copy for as long as the program runs. */
  let inMemory: KeyringFile | null = null;
  const inTurn = createTurns();

  async function write(file: KeyringFile, names?: readonly string[]): Promise<void> {
    await pair.write(file, names);
    inMemory = file;
    for (const follower of followers) follower(recordOf(file));
  }

  async function judge(keys: OpeningKeys, record: KeyringRecord | null): Promise<KeyringJudgement> {
    const remembered: KeyringReading = { name: MEMORY, state: 'read', file: inMemory, whole: true };
    const judged = judgeKeyring(keys, [...(await pair.read()), ...(inMemory ? [remembered] : [])], record);
    const isOfFiles = (finding: KeyringFinding): boolean => finding.kind !== 'file' || finding.name !== MEMORY;
    return {
      ...judged,
      findings: judged.findings.filter(isOfFiles),
      rewrite: judged.rewrite.filter((name) => name !== MEMORY),
    };
  }

  return {
    /** Writes the first keyring that `make` makes. */
    create: <Keys extends UnlockedKeys>(make: () => Promise<{ keys: Keys; file: KeyringFile }>): Promise<Keys> =>
      inTurn(async () => {
        const { keys, file } = await make();
        await write(sealedKeyring(keys.officeKey, file, 1));
        return keys;
      }),

    /** Throws foreign-key, and what `edit` throws. */
    change: (keys: OpeningKeys, edit: KeyringEdit): Promise<void> =>
      inTurn(async () => {
        const { file, findings, rewrite } = await judge(keys, inMemory && recordOf(inMemory));
        const next = await edit(file);
        await write(sealedKeyring(keys.officeKey, next, file.generation + 1));
        // What could not be mended was told when it was found.
        if (rewrite.length > 0) notYetTold.push(...findings);
      }),

    /** Seals everything to `next`, in the first file; `secure` does the other one. Throws foreign-key, not-renewed. */
    changeKey: (keys: ContentKeys, recorded: KeyringRecord | null, next: ContentKeys): Promise<void> =>
      inTurn(async () => {
        const { file } = await judge(keys, recorded);
        await write(sealedKeyring(next.officeKey, withNewVaultKey(file, keys, next), file.generation + 1), [
          KEYRING_NAMES[0],
        ]);
      }),

    /** Writes both files, and fails where one cannot be written: what only one of them knows must not become the key of anything. */
    secure: (keys: ContentKeys): Promise<void> =>
      inTurn(async () => {
        const { file } = await judge(keys, null);
        for (const name of KEYRING_NAMES) await write(file, [name]);
      }),

    /**
     * Checks both files and every entry against the keys of the vault and what was recorded of them, without any password, and mends what
     * can be mended. Resolves with what was wrong and what is to be recorded now. Throws foreign-key, keyring-newer.
     */
    settle: (keys: OpeningKeys, recorded: KeyringRecord | null): Promise<SettledKeyring> =>
      inTurn(async () => {
        const { findings, file, rewrite } = await judge(keys, recorded);
        if (rewrite.length > 0) await write(file, rewrite);
        inMemory = file;
        const mended = rewrite.length > 0 || notYetTold.length > 0;
        return { findings: [...notYetTold.splice(0), ...findings], record: recordOf(file), mended };
      }),

    /** Tells `follower` of every keyring that is written, until the function it answers is called. */
    follow: (follower: (record: KeyringRecord) => void): (() => void) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}
