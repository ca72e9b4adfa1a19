import type { CompositionEvent, FormEvent } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * What is typed or pasted into a control, brought into its form at once; the caret stays where it is. While an input method composes its
 * text is left alone.
 */
export const typedInto = (keptAs: (typed: string) => string, onChange: (text: string) => void) => ({
  onChange: (event: FormEvent<TextControl>): void => {
    const isComposing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true;
    onChange(isComposing ? event.currentTarget.value : formed(event.currentTarget, keptAs));
  },
  onCompositionEnd: (event: CompositionEvent<TextControl>): void => onChange(formed(event.currentTarget, keptAs)),
});

function formed(control: TextControl, keptAs: (typed: string) => string): string {
  const typed = control.value;
  const text = keptAs(typed);
  if (text === typed) return text;
  const caret = keptAs(typed.slice(0, control.selectionStart ?? typed.length)).length;
  control.value = text;
  control.setSelectionRange(caret, caret);
  return text;
}
