/**
 * 文号. Two grammars stand side by side: enforcement papers write …字〔2021〕第001号, official letters follow GB/T 9704 (no 第, no leading zeros).
 */
export type NumberGrammar = 'enforcement' | 'official';

export interface DocumentNumber {
  /** 机关代字 with the letters of the kind of paper, e.g. 辽人社监立. */
  prefix: string;
  year: number;
  seq: number;
  grammar: NumberGrammar;
}

const patterns: Record<NumberGrammar, RegExp> = {
  enforcement: /^(?<prefix>[\u4e00-\u9fa5]{2,14})字〔(?<year>(?:19|20)\d{2})〕第0{0,3}(?<seq>[1-9]\d{0,4})号$/,
  official: /^(?<prefix>[\u4e00-\u9fa5]{2,10})〔(?<year>(?:19|20)\d{2})〕(?<seq>[1-9]\d{0,4})号$/,
};

/** Six-cornered brackets 〔〕 (U+3014, U+3015) for whatever brackets were typed around the year. */
export const normaliseBrackets = (text: string): string =>
  text.trim().replace(/[[［【(（〈《{｛]\s*(\d{4})\s*[\]］】)）〉》}｝]/g, '〔$1〕');

/** The number as printed. `code` is the 机关代字, `letters` the 文种字 (监立), `seq` the running number of the year from 1. */
export const formatDocumentNumber = (parts: {
  code: string;
  letters: string;
  year: number;
  seq: number;
  grammar: NumberGrammar;
}): string => {
  const head = `${parts.code}${parts.letters}`;
  return parts.grammar === 'enforcement'
    ? `${head}字〔${parts.year}〕第${String(parts.seq).padStart(3, '0')}号`
    : `${head}〔${parts.year}〕${parts.seq}号`;
};

/** Takes a number apart, whichever grammar and brackets it was written with; null when it is none. */
export const parseDocumentNumber = (text: string): DocumentNumber | null => {
  const plain = normaliseBrackets(text);
  for (const grammar of ['enforcement', 'official'] as const) {
    const found = patterns[grammar].exec(plain)?.groups;
    if (found) return { prefix: found.prefix ?? '', year: Number(found.year), seq: Number(found.seq), grammar };
  }
  return null;
};
