/** UTF-16 units of a title that go into a name: with what we set around it, it stays below the 255 bytes of Linux. */
const TITLE_LENGTH = 60;
/** UTF-16 units of a whole path that every program of Windows 10 opens: 260 with the closing zero. */
export const longestPath = 259;

/** Separators, what Windows forbids, and characters nobody sees: controls, direction marks, halves of a surrogate pair. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Devices of Windows, whatever follows the first full stop; its superscript digits count as digits. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)/i;

/**
 * A name for a file or folder that Windows 10, 麒麟 and UOS take as it is (Microsoft, "Naming Files, Paths, and Namespaces").
 * Full stops in front go too: Linux hides such a file. Names that differ in case only are one file on Windows: who makes several in one folder puts a number into `before`.
 * @param title what a person typed; cut to 60 UTF-16 units.
 * @param around text of ours that stands whole before and after it, an extension for instance.
 */
export function safeFileName(title: string, { before = '', after = '' } = {}): string {
  const visible = title.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(forbidden, '_').trim();
  const name = `${before}${cutTo(visible, TITLE_LENGTH).trimEnd()}${after}`.replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return '未命名';
  return device.test(name) ? `_${name}` : name;
}

/** Never cuts a character outside the basic plane in two. */
function cutTo(text: string, length: number): string {
  const isHalved = /[\uD800-\uDBFF]/.test(text[length - 1] ?? '') && text.length > length;
  return text.slice(0, isHalved ? length - 1 : length);
}
