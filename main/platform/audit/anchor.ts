import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Store } from '../store/open.ts';
import { emptyHead, type Head } from './chain.ts';

/**
 * Keeps the chain's head outside the database: no cipher stops somebody from putting an older file back, and one bad
 * byte in the last WAL frame drops the last commit without a word.
 */
export interface AnchorFile {
  write: (head: Head) => Promise<void>;
  /** A sentence when the database is behind the anchor or another chain; null when they agree. */
  compare: (store: Pick<Store, 'get'>) => Promise<string | null>;
  /** Whether the last session ended in order: it wrote this head, and nothing was done after it. */
  isHead: (head: Head) => Promise<boolean>;
}

export function createAnchorFile(profileDir: string, key: Buffer): AnchorFile {
  const file = path.join(profileDir, 'anchor.json');
  const seal = (head: Head): string => createHmac('sha256', key).update(`${head.seq} ${head.hash}`).digest('hex');
  const read = async (): Promise<Head | 'absent' | 'forged'> => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) return 'absent';
    try {
      const { seq, hash, mac } = JSON.parse(text) as Head & { mac: string };
      const expected = Buffer.from(seal({ seq, hash }));
      return expected.length === mac.length && timingSafeEqual(expected, Buffer.from(mac)) ? { seq, hash } : 'forged';
    } catch {
      return 'forged';
    }
  };
  return {
    write: async (head) => {
      await writeFile(`${file}.new`, JSON.stringify({ ...head, mac: seal(head) }), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    isHead: async (head) => {
      const anchored = await read();
      return typeof anchored === 'object' && anchored.seq === head.seq && anchored.hash === head.hash;
    },
    compare: async (store) => {
      const anchored = await read();
      if (anchored === 'absent')
        return store.get('select 1 from audit limit 1')
          ? '锚点文件不见了，无法核对记录链的末尾，请在“监督”中做一次验证。'
          : null;
      if (anchored === 'forged') return '锚点文件被改动过，请在“监督”中做一次验证，并核对纸上锚点。';
      const same =
        anchored.seq === 0 ? emptyHead : store.get<Head>('select seq, hash from audit where seq = ?', anchored.seq);
      if (same?.hash === anchored.hash) return null;
      return `数据库比上次关闭时少了记录（锚点为第${anchored.seq}条）：可能被换成了旧文件或末尾损坏。请停止使用，用备份和纸上锚点核对。`;
    },
  };
}
