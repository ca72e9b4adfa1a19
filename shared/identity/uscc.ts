/** The 31 symbols of GB 32100-2015: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Letters the alphabet leaves out because they look like another symbol. */
const lookalikes: Record<string, string> = { I: '1', O: '0', S: '5', Z: '2' };

const checkSymbol = (body: string): string => {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body.charAt(i)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
};

/** Check symbol of the organisation code within (GB 11714): A counts 10 … Z 35. */
const organisationCheck = (code: string): string => {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * Number.parseInt(code.charAt(i), 36), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
};

const symbolProblem = (symbol: string, position: number): string => {
  if (/[a-z]/.test(symbol))
    return `统一社会信用代码第${position}位的“${symbol}”应为大写字母“${symbol.toUpperCase()}”。`;
  const meant = lookalikes[symbol];
  const hint = meant === undefined ? '' : `，请核对是否为数字“${meant}”`;
  return `统一社会信用代码第${position}位的“${symbol}”不是代码用字${hint}。`;
};

/** What no code of anybody looks like: another length, a symbol of no code; null when the form is right. */
export const usccFormProblem = (text: string): string | null => {
  const symbols = [...text];
  const odd = symbols.findIndex((symbol) => !alphabet.includes(symbol));
  if (odd >= 0) return symbolProblem(symbols[odd] ?? '', odd + 1);
  return symbols.length === 18 ? null : `统一社会信用代码应为18位，现为${symbols.length}位。`;
};

/**
 * What is wrong with a 统一社会信用代码 (GB 32100-2015), as a sentence for the clerk; null when nothing is.
 * The organisation code within (places 9–17, GB 11714) only helps to say where the slip is: some codes of 个体工商户 do not
 * follow it, so by itself it refuses nothing.
 */
export const usccProblem = (text: string): string | null => {
  const form = usccFormProblem(text);
  if (form !== null) return form;
  const expected = checkSymbol(text);
  if (expected === text.charAt(17)) return null;
  const organisation = text.slice(8, 17);
  const where = organisationCheck(organisation) === organisation.charAt(8) ? '第1至8位或末位' : '第9至17位';
  return `统一社会信用代码与末位校验码不符（按前17位计算应为“${expected}”，现为“${text.charAt(17)}”），请先核对${where}。`;
};

/** Whether only the check symbol does not fit: places that numbered before the standard of 2015 gave out such codes, and they are valid. */
export const hasOddCheck = (text: string): boolean => usccFormProblem(text) === null && usccProblem(text) !== null;
