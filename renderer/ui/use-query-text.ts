import { useDeferredValue, useState } from 'react';

/** Text that is searched for while it is typed. */
export interface QueryText {
  text: string;
  setText: (text: string) => void;
  setComposing: (composing: boolean) => void;
  /** What to search for; empty while an input method composes: half a pinyin syllable finds nothing but noise. */
  query: string;
  /** `query` is what is typed now. */
  isCurrent: boolean;
}

export function useQueryText(): QueryText {
  const [text, setText] = useState('');
  return useQueryOf(text, setText);
}

/** The same where the text is held elsewhere. */
export function useQueryOf(text: string, setText: (text: string) => void): QueryText {
  const [composing, setComposing] = useState(false);
  const typed = composing ? '' : text.trim();
  const query = useDeferredValue(typed);
  return { text, setText, setComposing, query, isCurrent: query === typed };
}
