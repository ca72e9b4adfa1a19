import type { Tray, TrayFile, TrayPaper, TrayProposal, TrayUnknown } from '../../../shared/contract/tray.ts';

/** One line of the queue. */
export type TrayItem =
  | { kind: 'proposal'; key: string; proposal: TrayProposal }
  | { kind: 'unknown'; key: string; unknown: TrayUnknown }
  | { kind: 'file'; key: string; file: TrayFile }
  | { kind: 'out'; key: string; out: TrayPaper };

export type ItemKind = TrayItem['kind'];

/** The lines of the queue: what can be put away first, what is still out last. */
export const itemsOf = ({ proposals, unknown, files, out }: Tray): TrayItem[] => [
  ...proposals.map((proposal) => ({ kind: 'proposal' as const, key: `proposal ${proposal.printId}`, proposal })),
  ...unknown.map((each) => ({ kind: 'unknown' as const, key: `unknown ${each.fileId}`, unknown: each })),
  ...files.map((file) => ({ kind: 'file' as const, key: `file ${file.fileId}`, file })),
  ...out.map((each) => ({ kind: 'out' as const, key: `out ${each.printId}`, out: each })),
];

export const groupNames: Readonly<Record<ItemKind, string>> = {
  proposal: '待确认',
  unknown: '认不出',
  file: '正在读或读不出',
  out: '印出还没收回',
};

/** What keeps the sheets of a print from being put away; null when nothing does. */
export function whyNotPlaced({ voidReason, missing, paperName }: TrayProposal): string | null {
  if (voidReason !== null)
    return `这是《${paperName}》作废的旧版（${voidReason}），不能归入；请用新印的一版签字，旧版移出收件。`;
  return missing.length === 0 ? null : `还缺第${missing.join('、')}页，请补扫这几页；补到了会自动排进来。`;
}

const faultWords: Readonly<Record<NonNullable<TrayFile['fault']>, string>> = {
  type: '不是能读的扫描件。能读 JPEG、PNG、TIFF、WebP 图片和 PDF。',
  damaged: '文件已损坏，打不开。请重新扫描。',
  empty: '文件里没有一页内容。请重新扫描。',
  encrypted: '文件设了密码，打不开。请去掉密码后再放进来。',
  'too-large': '文件太大，超过256兆。请分成几个文件。',
  'too-many-pages': '页数太多，超过500页。请分成几个文件。',
  'too-slow': '读得太久，停下了。请重新扫描，或者降低扫描的清晰度。',
};

/** What is the matter with a file. */
export function fileWords({ fault, unreadPages }: TrayFile): string {
  if (fault !== null) return faultWords[fault];
  return unreadPages.length === 0 ? '正在看是哪份文书……' : `第${unreadPages.join('、')}页读不出来，请重新扫描这几页。`;
}
