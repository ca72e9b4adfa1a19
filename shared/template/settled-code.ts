import type { Field } from './template.ts';

/** A number or code as it is kept: full-width signs of an input method are narrowed, and letters of a code are capitals. */
export function settledCode({ format }: Pick<Field, 'format'>, text: string): string {
  if (format === undefined) return text;
  const narrow = text.normalize('NFKC');
  return format === 'phone' ? narrow : narrow.toUpperCase();
}
