/** Keeps only what belongs to a number; full-width digits of a Chinese keyboard are read as digits. `decimals` stand behind the point at most. */
export function numberText(typed: string, decimals: number): string {
  const plain = typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/[^\d.]/g, '');
  const [whole = '', ...rest] = plain.split('.');
  return rest.length === 0 || decimals === 0 ? whole : `${whole}.${rest.join('').slice(0, decimals)}`;
}

/** The number a text of `numberText` says; null while it says none. */
export const numberIn = (text: string): number | null => (/\d/.test(text) ? Number(text) : null);
