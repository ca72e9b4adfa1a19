/** How the words of a text file are written down. Big5 is never guessed: short texts of both kinds look alike. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Bytes nobody types: controls other than tab, line ends, form feed, end of text of DOS and escape. */
// oxlint-disable-next-line no-control-regex -- these are the characters that tell data from text
const control = /[\u0000-\u0008\u000B\u000E-\u0019\u001C-\u001F]/;

const decoded = (bytes: Uint8Array, encoding: TextEncoding, isBeginning: boolean): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isBeginning });
  } catch {
    return null;
  }
};

/**
 * UTF-16 by its mark, else UTF-8 where every byte agrees, else GB18030; null when the bytes are no text. `isBeginning`: the bytes may stop within a
 * character.
 */
export function encodingOf(bytes: Uint8Array, isBeginning = false): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const text = decoded(bytes, 'utf-8', false) ?? (isBeginning ? begunUtf8(bytes) : null);
  if (text !== null) return control.test(text) ? null : 'utf-8';
  const other = decoded(bytes, 'gb18030', isBeginning);
  return other === null || control.test(other) ? null : 'gb18030';
}

/** Two bytes alone are the beginning of a character in UTF-8 and a whole one in GB18030: only with one that is whole is it UTF-8. */
function begunUtf8(bytes: Uint8Array): string | null {
  const text = decoded(bytes, 'utf-8', true);
  return text !== null && /\P{ASCII}/u.test(text) ? text : null;
}

/** The words of a text file, in the encoding that was chosen or the one it shows; what is no character of it becomes U+FFFD. */
export function textIn(bytes: Uint8Array, chosen: TextEncoding | null): string {
  return new TextDecoder(chosen ?? encodingOf(bytes, true) ?? 'gb18030').decode(bytes);
}
