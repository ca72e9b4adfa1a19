import { Annotation, EditorState, type Extension, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A part of the text that is shown as a chip with words of its own; what is kept is the part as it stands. */
export interface Chip {
  from: number;
  to: number;
  words: string;
  /** `value` is a value of the page, `frame` says when it is printed, `closed` opens elsewhere. */
  kind: 'value' | 'frame' | 'closed';
}

/** What a text is made of, and what may not become of it. */
export interface ChipGrammar {
  chipsOf: (text: string) => readonly Chip[];
  /** Why `after` may not come of `before`; null when it may. */
  refusalOf: (before: string, after: string) => string | null;
}

/** A text set from outside, which is shown whatever is in it. */
export const fromOutside = Annotation.define<true>();
/** A change that was refused, with the reason. */
export const refused = StateEffect.define<string>();

const WHOLE = '栏目是一个整体：整个选中再删除或者移动。';

class ChipWidget extends WidgetType {
  readonly look: string;
  readonly words: string;
  constructor({ kind, words }: Chip, isChosen: boolean) {
    super();
    this.look = `chip ${kind}${isChosen ? ' chosen' : ''}`;
    this.words = words;
  }
  override eq({ look, words }: ChipWidget): boolean {
    return look === this.look && words === this.words;
  }
  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.look;
    element.textContent = this.words;
    return element;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

const chipsField = (chipsOf: ChipGrammar['chipsOf']): StateField<readonly Chip[]> =>
  StateField.define({
    create: (state) => chipsOf(state.sliceDoc()),
    update: (chips, change) => (change.docChanged ? chipsOf(change.newDoc.toString()) : chips),
  });

/** The chips as they are drawn; those within the selection are marked. */
function drawn(chips: readonly Chip[], { from: first, to: last }: { from: number; to: number }): DecorationSet {
  return Decoration.set(
    chips.map((chip) => {
      const isChosen = first <= chip.from && chip.to <= last;
      return Decoration.replace({ widget: new ChipWidget(chip, isChosen) }).range(chip.from, chip.to);
    }),
  );
}

/** True when a change begins, ends or puts something within a chip. */
function cuts(change: Transaction, chips: readonly Chip[]): boolean {
  let found = false;
  change.changes.iterChangedRanges((from, to) => {
    const inside = (place: number): boolean => chips.some((chip) => chip.from < place && place < chip.to);
    found ||= inside(from) || inside(to);
  });
  return found;
}

/**
 * The text with its chips: the caret passes over each as over one letter, they are deleted, copied and moved whole, and no change is
 * taken that cuts one or that the grammar refuses. Undoing brings back what was there, and is always taken.
 */
export function chipText({ chipsOf, refusalOf }: ChipGrammar, onOpen: (chip: Chip) => void): Extension {
  const field = chipsField(chipsOf);
  return [
    // Byte for byte: other ends of lines than these are text.
    EditorState.lineSeparator.of('\n'),
    field,
    EditorView.decorations.compute([field, 'selection'], (state) => drawn(state.field(field), state.selection.main)),
    EditorView.atomicRanges.of(({ state }) => drawn(state.field(field), state.selection.main)),
    EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
    EditorState.transactionFilter.of((change) => {
      if (!change.docChanged) return change;
      const reason = cuts(change, change.startState.field(field))
        ? WHOLE
        : refusalOf(change.startState.sliceDoc(), change.newDoc.toString());
      return reason === null ? change : { effects: refused.of(reason) };
    }),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        const chip = chipAt(view, field, event.target);
        if (chip === undefined || event.button !== 0) return false;
        const { from, to } = view.state.selection.main;
        // A chip that is chosen is dragged; any other is chosen first.
        if (from <= chip.from && chip.to <= to) return false;
        view.dispatch({ selection: { anchor: chip.from, head: chip.to }, userEvent: 'select.pointer' });
        view.focus();
        return true;
      },
      dblclick: (event, view) => {
        const chip = chipAt(view, field, event.target);
        if (chip?.kind !== 'closed') return false;
        onOpen(chip);
        return true;
      },
    }),
  ];
}

function chipAt(view: EditorView, field: StateField<readonly Chip[]>, target: EventTarget | null): Chip | undefined {
  const element = target instanceof HTMLElement ? target.closest('.chip') : null;
  if (element === null) return undefined;
  const place = view.posAtDOM(element);
  return view.state.field(field).find(({ from }) => from === place);
}
