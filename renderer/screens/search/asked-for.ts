/** What a mark at the beginning asks for: `>` what can be done, `#` a number (文号、案号), `@` a person. */
export type Scope = 'commands' | 'numbers' | 'people';

export interface AskedFor {
  scope: Scope | null;
  /** What follows the mark. */
  words: string;
}

const scopes: Readonly<Record<string, Scope>> = { '>': 'commands', '#': 'numbers', '@': 'people' };

/** Reads the mark; a full-width one means the same, since an input method is on. */
export function askedFor(typed: string): AskedFor {
  const mark = typed.charAt(0).normalize('NFKC').replace('》', '>');
  const scope = scopes[mark] ?? null;
  return { scope, words: (scope === null ? typed : typed.slice(1)).trim() };
}
