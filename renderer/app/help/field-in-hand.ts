import { useEffect, useState, type RefObject } from 'react';

/** What stands beside a field to help with it. */
export interface FieldHelp {
  label: string;
  sentences: readonly string[];
}

const FIELD =
  'input, select, textarea, [contenteditable="true"], [role="combobox"], [role="radio"], [role="checkbox"], [role="spinbutton"]';

/** The help and the fault of the field that `element` belongs to, by what ties them to it for readers; null where it has neither. */
export function fieldHelpOf(element: Element | null): FieldHelp | null {
  if (!(element instanceof HTMLElement) || !element.matches(FIELD)) return null;
  const described = element.closest<HTMLElement>('[aria-describedby]');
  if (described === null) return null;
  const sentences = (described.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim() ?? '')
    .filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : { label: labelOf(described), sentences };
}

/** Its name alone: whether it must be filled stands in an element of its own. */
function labelOf(field: HTMLElement): string {
  const named = field.getAttribute('aria-labelledby')?.split(' ')[0];
  const label = field.id === '' ? null : document.querySelector<HTMLElement>(`label[for="${CSS.escape(field.id)}"]`);
  const text = (label ?? document.getElementById(named ?? ''))?.childNodes[0]?.textContent;
  return text?.trim() ?? field.getAttribute('aria-label') ?? '这一栏';
}

/** The help of the field that has the caret, or had it last: in the help itself one only reads. */
export function useFieldInHand(pane: RefObject<HTMLElement | null>): FieldHelp | null {
  const [help, setHelp] = useState(() => fieldHelpOf(document.activeElement));
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      if (target instanceof Element && pane.current?.closest('aside')?.contains(target) !== true)
        setHelp(fieldHelpOf(target));
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [pane]);
  return help;
}
