import { MissingGlyph, UnreadableItem } from './faults.ts';
import { RefusalError } from '../refusal-error.ts';

const whyWords: Record<UnreadableItem['why'], string> = {
  encrypted: '设有打开密码，无法编入案卷',
  damaged: '文件已损坏，无法编入案卷',
  empty: '没有页面，无法编入案卷',
  type: '格式不能排印',
  'too-long': '文字太长，无法编入案卷',
};

/** Refuses in the words of the contract what the printer could not do: a character no font has would vanish without a word. */
export function printRefusal(error: unknown): never {
  if (error instanceof MissingGlyph)
    throw new RefusalError({ code: 'missing-glyph', characters: [...error.characters] });
  if (error instanceof UnreadableItem)
    throw new RefusalError({ code: 'damaged', name: error.title, what: whyWords[error.why] });
  throw error;
}
