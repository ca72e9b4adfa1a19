import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState, useSyncExternalStore } from 'react';

export interface ReadAloud {
  /** Why nothing can be read out here; null where it can. */
  reason: string | null;
  reading: boolean;
  read: (text: string) => void;
  stop: () => void;
}

/** A voice of this machine: others would send the words over the network. */
const ownVoice = (): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find(({ localService, lang }) => localService && lang.toLowerCase().startsWith('zh'));

function subscribe(listener: () => void): () => void {
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

/** 朗读, with a Chinese voice that the system itself has. */
export function useReadAloud(): ReadAloud {
  const hasVoice = useSyncExternalStore(subscribe, () => ownVoice() !== undefined);
  const [reading, setReading] = useState(false);
  useEffect(() => () => speechSynthesis.cancel(), []);
  const stop = (): void => {
    speechSynthesis.cancel();
    setReading(false);
  };
  const read = (text: string): void => {
    speechSynthesis.cancel();
    // Long texts are cut off by some voices, single sentences are not.
    const sentences = text.split(/(?<=[。；！？])/u).filter((sentence) => sentence.trim() !== '');
    const voice = ownVoice() ?? null;
    for (const [index, sentence] of sentences.entries()) {
      const spoken = Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: 'zh-CN' });
      if (index === sentences.length - 1) spoken.addEventListener('end', () => setReading(false));
      speechSynthesis.speak(spoken);
    }
    setReading(sentences.length > 0);
  };
  const reason = hasVoice ? null : '这台电脑没有装中文语音，不能朗读。请承办人念给本人听。';
  return { reason, reading, read, stop };
}

/** Places to write in and strokes for what is left empty are not read out. */
const UNSPOKEN = /[_＿]+|^\s*\/\s*$/gu;

/** The words of a page in the order they were printed; `number` from 1. */
export async function wordsOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str.replaceAll(UNSPOKEN, '') : '')).join('');
}
