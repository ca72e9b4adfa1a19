import type { Adopted, Adoption } from './adopt.ts';
import { adoptPdf } from './adopt.ts';
import type { Bundle } from './bundle.ts';
import { UnreadableItem } from './faults.ts';
import type { Fonts } from './fonts.ts';
import { adoptPicture } from './picture.ts';
import { mediaCard, type MediaCard } from './sheets/media-card.ts';
import { textPages, type TextFile } from './sheets/text-pages.ts';

/**
 * Where the pages of an item come from. A PDF, a picture or a text is read when its turn comes; anything else is represented by a card that
 * tells what it is, and so is what cannot be read after all, where a card is given for that.
 */
export type ItemContent =
  | { kind: 'pdf'; instead?: MediaCard }
  | { kind: 'picture'; instead?: MediaCard }
  | { kind: 'text'; file: TextFile; instead?: MediaCard }
  | { kind: 'card'; card: MediaCard };

interface ItemTools {
  read: () => Promise<Uint8Array>;
  fonts: Fonts;
}

/** Why the content of an item is not in the volume: in full on its card, and in brief in the catalogue. */
const reasons: Record<UnreadableItem['why'], { card: string; remark: string }> = {
  encrypted: { card: '文件设有打开密码，内容没有排印。', remark: '有打开密码，见说明卡' },
  damaged: { card: '文件内容不能完整读出，没有排印。', remark: '不能完整读出，见说明卡' },
  empty: { card: '文件里没有页面。', remark: '没有页面，见说明卡' },
  type: { card: '本系统不能排印这种格式。', remark: '见说明卡' },
  'too-long': { card: '文字太长，没有排印。', remark: '文字太长，见说明卡' },
};

/** Takes one item into the bundle. */
export async function adoptItem(
  bundle: Bundle,
  { title, content }: { title: string; content: ItemContent },
  { read, fonts }: ItemTools,
  adoption: Adoption,
): Promise<Adopted> {
  const card = async (of: MediaCard): Promise<Adopted> =>
    adoptPdf(bundle, (await mediaCard(of, fonts)).pdf, title, adoption);
  if (content.kind === 'card') return card(content.card);
  const bytes = await read();
  try {
    if (content.kind === 'pdf') return await adoptPdf(bundle, bytes, title, adoption);
    if (content.kind === 'picture') return { pages: await adoptPicture(bundle, bytes, title, adoption), note: '' };
    return await adoptPdf(bundle, (await textPages(bytes, content.file, fonts)).pdf, title, adoption);
  } catch (error) {
    if (!(error instanceof UnreadableItem) || content.instead === undefined) throw error;
    bundle.discard();
    const { card: note, remark } = reasons[error.why];
    return { ...(await card({ ...content.instead, note })), note: remark };
  }
}
