import {
  autocompletion,
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';

/** Something that can be put into the text. */
export interface ChipOption {
  name: string;
  /** What kind of thing it is, at the right. */
  detail: string;
  /** What is kept in the text for it. */
  text: string;
  /** Where the caret goes in `text`; left out, behind it. */
  caret?: number;
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
  const options = find(typed[1] ?? '').map(completionOf);
  return options.length === 0 ? null : { from: line.from + typed.index, options, filter: false };
}

/** Puts the text of an option in place of the brace and what was typed after it. */
const completionOf = ({ name, detail, text, caret = text.length }: ChipOption): Completion => ({
  label: name,
  detail,
  apply: (view, picked, from, to) =>
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + caret },
      scrollIntoView: true,
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(picked),
    }),
});
