import * as z from 'zod';
import { useRef } from 'react';
import { fieldsOf } from '../../../shared/template/template.ts';
import { useFormDraft } from '../drafts/form-draft-state.ts';
import { valueWords } from '../records/value-words.ts';
import type { DeskMatter } from './use-desk-matter.ts';

/** What is typed into the box of an opinion; it stays until the opinion is signed. */
export interface OpinionText {
  typed: string;
  write: (text: string) => void;
  forget: () => void;
}

export function useOpinionText(paperId: string): OpinionText {
  const [typed, write, forget] = useFormDraft(`opinion ${paperId}`, z.string(), () => '');
  return { typed, write, forget };
}

/** The box of the opinion on the screen. */
export const opinionBox = {
  id: 'opinion',
  hasCaret: (): boolean => document.activeElement?.id === opinionBox.id,
  focus: (): void => document.getElementById(opinionBox.id)?.focus(),
};

interface Quote {
  /** The mouse goes down on the document: where the caret is then decides, the click itself takes it away. */
  begin: () => void;
  pick: (field: string) => void;
}

/** Who writes an opinion and clicks a field of the page quotes it; without the caret in the box a click says nothing. */
export function useQuote(matter: DeskMatter | null, { typed, write }: OpinionText): Quote {
  const isWriting = useRef(false);
  return {
    begin: () => {
      isWriting.current = opinionBox.hasCaret();
    },
    pick: (key) => {
      if (matter === null || !isWriting.current) return;
      write(typed + quoteOf(matter, key));
      opinionBox.focus();
    },
  };
}

/** So much of a value says which one is meant. */
const QUOTED = 20;

/** A field as an opinion points at it: “决定日期：2026年4月8日”. */
export function quoteOf(
  { template, paper, file }: Pick<DeskMatter, 'template' | 'paper' | 'file'>,
  key: string,
): string {
  const field = fieldsOf(template).find((candidate) => candidate.key === key);
  if (field === undefined) return '';
  const words = [...valueWords(field, paper.values[key], file).replaceAll(/\s+/g, ' ')];
  return `“${field.label}：${words.length > QUOTED ? `${words.slice(0, QUOTED).join('')}…` : words.join('')}”`;
}
