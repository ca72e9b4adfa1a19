import { anchorCode, type Head } from '../../platform/audit/chain.ts';
import type { FeatureContext } from '../context.ts';

type Outcome = 'same' | 'other' | 'missing' | 'unreadable';
const inWords = { same: '一致', other: '不一致', missing: '本机没有这一条' };

/** As printed by `anchorCode`, in any case and width, with or without spaces and dashes. */
const printed = /^([0-9A-F]{4})\W*([0-9A-F]{4})\W*([0-9A-F]{4})[^0-9A-F]+(\d+)\D*$/;

/** Compares what a slip was printed with against the chain; that it was done is put on record with what came of it. */
export async function comparePaperAnchor(
  { store, audit }: Pick<FeatureContext, 'store' | 'audit'>,
  { code }: { code: string },
): Promise<{ outcome: Outcome; seq: number; entries: number }> {
  const found = printed.exec(code.normalize('NFKC').toUpperCase());
  const entries = audit.head().seq;
  if (!found) return { outcome: 'unreadable', seq: 0, entries };
  const [, first, second, third, number] = found;
  const seq = Number(number);
  const entry = store.get<Head>('select seq, hash from audit where seq = ?', seq);
  const outcome = entry ? sameAs(entry, `${first}-${second}-${third} 第${seq}条`) : 'missing';
  await store.unit.run(async () =>
    audit.append({ verb: '核对纸上锚点', what: `第${seq}条：${inWords[outcome]}`, detail: { code, outcome } }),
  );
  return { outcome, seq, entries };
}

const sameAs = (entry: Head, code: string): 'same' | 'other' => (anchorCode(entry) === code ? 'same' : 'other');
