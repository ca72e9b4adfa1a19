import { UnreadableScan } from './scan-page.ts';

/** The words of a document of Word 97–2003, which WPS writes too: at most `most` characters. */
export async function docWords(bytes: Uint8Array, most: number): Promise<string> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    return [document.getHeaders(), document.getBody(), document.getTextboxes(), document.getFootnotes()]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n')
      .slice(0, most);
  } catch (error) {
    throw new UnreadableScan('damaged', error);
  }
}
