import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';

/** Something that can be put into the text. */
export interface ChipOption {
  name: string;
  /** What kind of thing it is, at the right. */
  detail: string;
  /** What is kept in the text for it. */
  text: string;
}

/** The options that what is typed after the brace finds. */
export type FindOptions = (typed: string) => readonly ChipOption[];

/** What an input method types for a brace counts too. */
const TYPED = /[{｛]([^{}｛｝]*)$/;

/** Typing `{` opens the list; what is typed after it finds by name and pinyin, Enter takes. Never while an input method composes. */
export const optionList = (find: FindOptions): Extension =>
  autocompletion({
    override: [(context) => found(context, find)],
    icons: false,
    interactionDelay: 0,
    activateOnTypingDelay: 0,
  });

function found(context: CompletionContext, find: FindOptions): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const typed = TYPED.exec(context.state.sliceDoc(line.from, context.pos));
  if (typed === null) return null;
  const options = find(typed[1] ?? '').map(({ name, detail, text }) => ({ label: name, detail, apply: text }));
  return options.length === 0 ? null : { from: line.from + typed.index, options, filter: false };
}
