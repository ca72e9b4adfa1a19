import { textIn, type TextEncoding } from '../../text-encoding.ts';
import type { Printed } from '../compose.ts';
import { UnreadableItem } from '../faults.ts';
import type { Fonts } from '../fonts.ts';
import { undated } from '../job.ts';
import { gap } from '../layouts/parts.ts';
import { printPlain } from './plain.ts';
import { spelledOut } from './spelled-out.ts';

/** A text file of the case, as its words stand in it. */
export interface TextFile {
  title: string;
  office: string;
  fileName: string;
  sha256: string;
  /** The encoding somebody chose; null: the one it shows. */
  encoding: TextEncoding | null;
}

/** Some sixty pages; more is read on the screen, and a volume says so with a card. */
const mostCharacters = 60_000;

/**
 * Prints a text file line by line.
 * @throws UnreadableItem when it is longer than a volume can take
 */
export async function textPages(bytes: Uint8Array, file: TextFile, fonts: Fonts): Promise<Printed> {
  const text = textIn(bytes, file.encoding);
  if (text.length > mostCharacters) throw new UnreadableItem(file.title, 'too-long');
  const lines = spelledOut(text, fonts).split(/\r\n|\n|\r/);
  return printPlain(
    { title: file.title, author: file.office, date: undated, withoutFooter: true, size: 10.5 },
    fonts,
    ({ set }) => [
      set(file.title, 'hei', { fontSize: 14, alignment: 'center' }),
      set(`文本文件“${spelledOut(file.fileName, fonts)}”的内容，逐行照录`, 'body', { alignment: 'center' }),
      gap(8),
      ...lines.map((line) => set(line === '' ? '　' : line)),
      gap(8),
      set(`——以上为全文。原始文件密封保存，SHA-256：${file.sha256}`, 'body', { fontSize: 9 }),
    ],
  );
}
