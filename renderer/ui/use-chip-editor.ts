import { startCompletion } from '@codemirror/autocomplete';
import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { chipTextLook } from './chip-text-look.ts';
import { optionList, type ChipOption } from './chip-text-list.ts';
import { chipText, fromOutside, refused, type Chip, type ChipGrammar } from './chip-text-state.ts';
import { useOptionFilter } from './option-search.ts';

export interface ChipEditorProps {
  label: string;
  help: string;
  isWrong: boolean;
  value: string;
  onChange: (text: string) => void;
  grammar: ChipGrammar;
  options: readonly ChipOption[];
  onOpen: (chip: Chip) => void;
  /** Why what was tried last was not done; null after what was. */
  onRefused: (reason: string | null) => void;
  isLine: boolean;
  readOnly: boolean;
}

export interface ChipEditor {
  /** For the element that holds the text. */
  host: RefObject<HTMLDivElement | null>;
  /** Opens the list at the caret, as typing `{` does. */
  openList: () => void;
}

/** What never changes while the text is on the page. */
const always: Extension = [
  history(),
  // A new line is a new line: nothing of the program's is indented.
  keymap.of([{ key: 'Enter', run: insertNewline, shift: insertNewline }, ...standardKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  EditorState.phrases.of({ Completions: '可以用的栏目', 'Selection deleted': '选中的内容已删除' }),
  chipTextLook,
];
const oneLine = EditorState.transactionFilter.of((change) =>
  change.newDoc.lines > Math.max(1, change.startState.doc.lines) ? [] : change,
);

/** What readers are told of the text. */
type Said = Pick<ChipEditorProps, 'label' | 'help' | 'isWrong' | 'readOnly'>;
const saidOf = ({ label, help, isWrong, readOnly }: Said): Extension => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-description': help,
    'aria-invalid': String(isWrong),
    'aria-readonly': String(readOnly),
    spellcheck: 'false',
  }),
];

/** The editor in its element, tied to what the latest drawing gives it. */
export function useChipEditor(props: ChipEditorProps): ChipEditor {
  const { value, grammar, label, help, isWrong, readOnly } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const [parts] = useState(() => ({ chips: new Compartment(), said: new Compartment() }));
  const listen = useListeners(props);

  const onOpen = useEffectEvent(props.onOpen);
  const create = useEffectEvent((parent: ShadowRoot) => {
    const own = [parts.chips.of(chipText(grammar, (chip) => onOpen(chip))), parts.said.of(saidOf(props))];
    const extensions = [always, props.isLine ? oneLine : [], own, listen()];
    return new EditorView({ state: EditorState.create({ doc: value, extensions }), parent, root: parent });
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    // In a root of its own the library hands its styles over as constructed sheets, which the content policy allows.
    const view = create(host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open', delegatesFocus: true }));
    editor.current = view;
    return () => view.destroy();
  }, []);

  useEffect(() => {
    const chips = chipText(grammar, (chip) => onOpen(chip));
    editor.current?.dispatch({ effects: parts.chips.reconfigure(chips) });
  }, [grammar, parts]);
  useEffect(() => {
    const said = saidOf({ label, help, isWrong, readOnly });
    editor.current?.dispatch({ effects: parts.said.reconfigure(said) });
  }, [label, help, isWrong, readOnly, parts]);
  useEffect(() => {
    const view = editor.current;
    if (view === null || view.state.sliceDoc() === value) return;
    const changes = { from: 0, to: view.state.doc.length, insert: value };
    view.dispatch({ changes, filter: false, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] });
  }, [value]);

  const openList = (): void => {
    const view = editor.current;
    if (view === null) return;
    view.focus();
    view.dispatch(view.state.replaceSelection('{'));
    startCompletion(view);
  };
  return { host, openList };
}

/** What the editor tells and asks while it is used. */
function useListeners({ options, onChange, onRefused }: ChipEditorProps): () => Extension {
  // The readings of the names come when somebody is in the text.
  const [used, setUsed] = useState(false);
  const matches = useOptionFilter(used);
  const find = useEffectEvent((typed: string) => options.filter(({ name }) => matches(name, typed.trim())));
  const onUpdate = useEffectEvent(({ transactions, docChanged, focusChanged, state }: ViewUpdate) => {
    const reasons = transactions.flatMap(({ effects }) => effects.filter((effect) => effect.is(refused)));
    if (reasons.length > 0 || docChanged) onRefused(reasons[0]?.value ?? null);
    if (focusChanged) setUsed(true);
    const isOwn = transactions.every((change) => change.annotation(fromOutside) !== true);
    // At once: a text drawn late would be taken for one set from outside, and undo what was typed since.
    if (docChanged && isOwn) flushSync(() => onChange(state.sliceDoc()));
  });
  return () => [optionList((typed) => find(typed)), EditorView.updateListener.of((update) => onUpdate(update))];
}
