import { EditorView } from '@codemirror/view';

const FORCED = '@media (forced-colors: active)';

/** How a text with chips looks. It stands in a root of its own, which the style sheets of the page do not reach and its tokens do. */
export const chipTextLook = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { padding: 'var(--space-2)', caretColor: 'var(--text)', lineHeight: 'var(--line-pane)' },
  '.cm-line': { padding: '0' },
  '.chip': {
    padding: '1px var(--space-1)',
    border: '1px solid transparent',
    borderRadius: 'var(--radius)',
    boxDecorationBreak: 'clone',
    cursor: 'grab',
  },
  '.value': { backgroundColor: 'var(--blue-soft)', color: 'var(--blue-deep)' },
  '.frame, .closed': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--text-2)',
    fontSize: 'var(--type-help)',
  },
  '.closed': { borderColor: 'var(--edge)' },
  '.chosen': { borderColor: 'var(--blue)', boxShadow: '0 0 0 1px var(--blue)' },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '20rem', fontFamily: 'inherit' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--space-4)',
    padding: 'var(--space-1) var(--space-3)',
    color: 'var(--text)',
    lineHeight: 'var(--line-body)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--choice)',
    color: 'var(--text)',
    boxShadow: 'inset 3px 0 var(--blue)',
  },
  '.cm-completionDetail': { margin: '0', color: 'var(--text-2)', fontStyle: 'normal' },
  [FORCED]: {
    '.chip': { borderColor: 'CanvasText' },
    '.chosen': { outline: '2px solid Highlight' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      outline: '2px solid Highlight',
      outlineOffset: '-2px',
    },
  },
});
