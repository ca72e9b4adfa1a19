import { mm } from './page.ts';

/**
 * Where both codes of a page stand, whatever way the sheet lies: clear of what printers cannot reach, and of the page number of a volume in
 * the lower right corner (stamp.ts).
 */
export const codePlace = { side: mm(9), bottom: mm(8), left: mm(10), right: mm(21) };
