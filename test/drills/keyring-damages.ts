import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type KeyringFile,
  type PersonEntry,
  readKeyringFile,
  textOfKeyring,
  withSum,
} from '../../main/platform/vault/keyring-file.ts';
import { KEYRING_NAMES } from '../../main/platform/vault/keyring-pair.ts';

/** A keyring of some people, as it is and as it was before passwords, people and the recovery letter changed. */
export interface DrilledKeyring {
  now: KeyringFile;
  earlier: KeyringFile;
  text: string;
  /** Those who had the same password then. */
  unchanged: readonly string[];
  /** Somebody who had another password then, and somebody who has left since. */
  changed: string;
  left: string;
}

export type Random = (below: number) => number;
/** Harms the keyring in `dir`; resolves with the ids of those who may be locked out by it: `everybody` when both files are unreadable. */
export type Damage = (dir: string, random: Random, keyring: DrilledKeyring) => Promise<readonly string[] | 'everybody'>;

const oneOf = (random: Random): string => KEYRING_NAMES[random(2)] ?? '';
const put = (dir: string, names: readonly string[], text: string): Promise<unknown> =>
  Promise.all(names.map((name) => writeFile(join(dir, name), text)));

/** As one who knows the format but not the key would write it: every checksum is right. */
async function forge(dir: string, names: readonly string[], change: (file: KeyringFile) => KeyringFile): Promise<void> {
  for (const name of names) {
    const { file } = await readKeyringFile(join(dir, name), name);
    if (file) await put(dir, [name], textOfKeyring(change(file)));
  }
}

const changePeople =
  (change: (people: PersonEntry[]) => PersonEntry[]) =>
  (file: KeyringFile): KeyringFile => ({ ...file, people: change(file.people) });

const replace = (entry: PersonEntry | undefined) => (people: PersonEntry[]) =>
  people.map((each) => (each.id === entry?.id ? entry : each));

const swap = (a: string, b: string) => (people: PersonEntry[]) =>
  people.map((each) => {
    const other = people.find(({ id }) => id === (each.id === a ? b : each.id === b ? a : ''));
    return other ? { ...withSum({ ...other, id: each.id, name: each.name }), seal: other.seal } : each;
  });

/** Another letter somewhere in what the entry of one person holds; its checksum stays as it was. */
const spoil = (id: string, random: Random) => (people: PersonEntry[]) =>
  people.map((each) => {
    if (each.id !== id) return each;
    const field = (['check', 'wrapped', 'sum'] as const)[random(3)] ?? 'check';
    const place = random(each[field].length - 3);
    const letter = each[field][place] === 'A' ? 'B' : 'A';
    return { ...each, [field]: `${each[field].slice(0, place)}${letter}${each[field].slice(place + 1)}` };
  });

async function flipBit(path: string, text: string, random: Random): Promise<void> {
  const bytes = Buffer.from(text);
  const place = random(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
  await writeFile(path, bytes);
}

function two(random: Random, { unchanged }: DrilledKeyring): [string, string] {
  const first = random(unchanged.length);
  const second = (first + 1 + random(unchanged.length - 1)) % unchanged.length;
  return [unchanged[first] ?? '', unchanged[second] ?? ''];
}

const nobody: readonly string[] = [];

export const damages: Record<string, Damage> = {
  'a bit of one file': async (dir, random, { text }) => {
    await flipBit(join(dir, oneOf(random)), text, random);
    return nobody;
  },
  'one file cut off': async (dir, random, { text }) => {
    await truncate(join(dir, oneOf(random)), random(Buffer.byteLength(text)));
    return nobody;
  },
  'one file gone': async (dir, random) => {
    await rm(join(dir, oneOf(random)));
    return nobody;
  },
  'both files gone': async (dir) => {
    await Promise.all(KEYRING_NAMES.map((name) => rm(join(dir, name))));
    return 'everybody';
  },
  'both files cut off': async (dir, random, { text }) => {
    for (const name of KEYRING_NAMES) await truncate(join(dir, name), random(Buffer.byteLength(text) - 2));
    return 'everybody';
  },
  'one entry spoilt in both': async (dir, random, keyring) => {
    const [hit] = two(random, keyring);
    for (const name of KEYRING_NAMES) await forge(dir, [name], changePeople(spoil(hit, random)));
    return [hit];
  },
  'one entry spoilt in each': async (dir, random, keyring) => {
    for (const [index, hit] of two(random, keyring).entries())
      await forge(dir, [KEYRING_NAMES[index] ?? ''], changePeople(spoil(hit, random)));
    return nobody;
  },
  'an entry removed from one': async (dir, random, keyring) => {
    const [hit] = two(random, keyring);
    await forge(
      dir,
      [oneOf(random)],
      changePeople((people) => people.filter(({ id }) => id !== hit)),
    );
    return nobody;
  },
  'an entry removed from both': async (dir, random, keyring) => {
    const [hit] = two(random, keyring);
    await forge(
      dir,
      KEYRING_NAMES,
      changePeople((people) => people.filter(({ id }) => id !== hit)),
    );
    return [hit];
  },
  'two entries swapped in one': async (dir, random, keyring) => {
    await forge(dir, [oneOf(random)], changePeople(swap(...two(random, keyring))));
    return nobody;
  },
  'two entries swapped in both': async (dir, random, keyring) => {
    const hit = two(random, keyring);
    await forge(dir, KEYRING_NAMES, changePeople(swap(...hit)));
    return hit;
  },
  'two entries swapped in one that says it is newer': async (dir, random, keyring) => {
    const hit = two(random, keyring);
    const newer = (file: KeyringFile): KeyringFile => ({ ...file, generation: file.generation + 1 });
    await forge(dir, [oneOf(random)], (file) => newer(changePeople(swap(...hit))(file)));
    return hit;
  },
  'an earlier entry put back in both': async (dir, _, { earlier, changed }) => {
    await forge(dir, KEYRING_NAMES, changePeople(replace(earlier.people.find(({ id }) => id === changed))));
    return [changed];
  },
  'the entry of one who left put back in both': async (dir, _, { earlier, left }) => {
    const entry = earlier.people.filter(({ id }) => id === left);
    await forge(
      dir,
      KEYRING_NAMES,
      changePeople((people) => [...people, ...entry]),
    );
    return nobody;
  },
  'an earlier file put back': async (dir, random, { earlier }) => {
    await put(dir, [oneOf(random)], textOfKeyring(earlier));
    return nobody;
  },
  'both earlier files put back': async (dir, _, { earlier, changed }) => {
    await put(dir, KEYRING_NAMES, textOfKeyring(earlier));
    return [changed];
  },
  'the recovery letter spoilt in both': async (dir) => {
    await forge(dir, KEYRING_NAMES, (file) => ({
      ...file,
      recovery: file.recovery.map((each) => ({ ...each, salt: '' })),
    }));
    return nobody;
  },
};
