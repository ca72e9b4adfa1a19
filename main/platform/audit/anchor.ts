import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { momentOf } from '../../../shared/time/moments.ts';
import { errorCode } from '../files.ts';
import type { Store } from '../store/open.ts';
import { writeDurably } from '../durable.ts';
import { emptyHead, type Head } from './chain.ts';

/** A head of the chain as the anchor keeps it: when it was anchored, and whether the session was locked with it. */
export interface Anchored extends Head {
  moment: string;
  locked: boolean;
}

/** What a start finds when it compares the database with its anchor. */
export interface AnchorFinding {
  /** A sentence when records are missing, the anchor was touched, or is gone; null when they agree. */
  warning: string | null;
  /** Whether the last session was locked and nothing was done after it. */
  endedInOrder: boolean;
}

/**
 * Keeps the chain's head outside the database: no cipher stops somebody from putting an older file back, and one bad
 * byte in the WAL drops every commit from there on without a word.
 */
export interface AnchorFile {
  /** Resolves when it is on the disk. */
  write: (anchored: Anchored) => Promise<void>;
  /** What was anchored last; `forged` also where it was anchored under another key. */
  read: () => Promise<Anchored | 'absent' | 'forged'>;
  compare: (store: Pick<Store, 'get'>) => Promise<AnchorFinding>;
}

/**
 * @param file where it lies
 * @param name what the clerk calls it
 */
export function createAnchorFile(file: string, key: Buffer, name = '锚点文件'): AnchorFile {
  const seal = (anchored: Partial<Anchored>): string =>
    createHmac('sha256', key).update(sealedText(anchored)).digest('hex');

  async function read(): Promise<Anchored | 'absent' | 'forged'> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return 'absent';
    try {
      const { mac, ...kept } = JSON.parse(text) as Anchored & { mac: string };
      const expected = Buffer.from(seal(kept));
      const genuine = expected.length === mac.length && timingSafeEqual(expected, Buffer.from(mac));
      // Before there was a moment, an anchor was only written at lock.
      return genuine ? { ...kept, moment: kept.moment ?? '', locked: kept.locked ?? true } : 'forged';
    } catch {
      return 'forged';
    }
  }

  async function compare(store: Pick<Store, 'get'>): Promise<AnchorFinding> {
    const anchored = await read();
    const last = store.get<LastEntry>('select seq, hash, at, verb from audit order by seq desc limit 1');
    if (anchored === 'absent') return { warning: last ? anchorGone(name) : null, endedInOrder: false };
    if (anchored === 'forged') return { warning: anchorForged(name), endedInOrder: false };
    const same =
      anchored.seq === 0 ? emptyHead : store.get<Head>('select seq, hash from audit where seq = ?', anchored.seq);
    if (same?.hash === anchored.hash)
      return { warning: null, endedInOrder: anchored.locked && (last?.seq ?? 0) === anchored.seq };
    return { warning: same ? otherChain(anchored) : lossOf(anchored, last), endedInOrder: false };
  }

  return {
    write: (anchored) => writeDurably(file, JSON.stringify({ ...anchored, mac: seal(anchored) })),
    read,
    compare,
  };
}

/** Without what was done to whom: the sentence is shown to whoever logs in, who may not know the case (第四十二条). */
type LastEntry = Head & { at: string; verb: string };

const sealedText = ({ seq, hash, moment, locked }: Partial<Anchored>): string =>
  moment === undefined ? `${seq} ${hash}` : JSON.stringify([seq, hash, moment, locked]);

const anchorGone = (name: string): string =>
  `${name}不见了，无法核对记录链的末尾，请在“监督”中做一次验证，并核对纸上锚点。`;
const anchorForged = (name: string): string => `${name}被改动过，请在“监督”中做一次验证，并核对纸上锚点。`;

const otherChain = ({ seq }: Anchored): string =>
  `数据库里的第${seq}条记录与锚点不符：数据库可能被换成了另一份。请停止使用，用备份和纸上锚点核对，并报告法规科。`;

/** As the office's clock shows it. */
const clock = (moment: string): string => momentOf(moment).replace('T', ' ');

/** What is gone, up to when the database can be relied on, and what to do. */
function lossOf({ seq, moment }: Anchored, last: LastEntry | undefined): string {
  const from = (last?.seq ?? 0) + 1;
  const range = from === seq ? `第${seq}条记录` : `第${from}条至第${seq}条共${seq - from + 1}条记录`;
  const when = moment === '' ? '' : `，最后一条记于${clock(moment)}`;
  const rest = last
    ? `现存的最后一条是${clock(last.at)}的第${last.seq}条“${last.verb}”，请从这以后逐项核对，缺少的重新办理。`
    : '数据库是空的。';
  return `数据库少了${range}${when}：可能是断电时末尾没有写完，或者被换成了旧文件。${rest}如果停机前没有断电或者死机，请停止使用，用备份和纸上锚点核对，并报告法规科。`;
}
