/** Weights and check symbols of 公民身份号码 (GB 11643-1999). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSymbols = '10X98765432';

const checkSymbol = (body: string): string =>
  checkSymbols.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(body.charAt(i)), 0) % 11);

const birthOf = (text: string): string => `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;

const isDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
};

/**
 * What is wrong with a 公民身份号码 (also 港澳台居民居住证 and the 外国人永久居留身份证 of 2023), as a sentence for the clerk; null when nothing is.
 * The region part is not looked up: a withdrawn region code is still the person's number.
 */
export const idNumberProblem = (text: string): string | null => {
  const symbols = [...text];
  const odd = symbols.findIndex((symbol, i) => !(i === 17 ? /[0-9X]/ : /[0-9]/).test(symbol));
  if (odd === 17 && symbols[17] === 'x') return '身份证号码末位的“x”应为大写字母“X”。';
  if (odd >= 0) return `身份证号码第${odd + 1}位的“${symbols[odd]}”应为数字${odd === 17 ? '或“X”' : ''}。`;
  if (symbols.length === 15) return '这是15位的旧身份证号码，请填写18位号码。';
  if (symbols.length !== 18) return `身份证号码应为18位，现为${symbols.length}位。`;
  const birth = birthOf(text);
  if (!isDay(birth) || birth < '1880-01-01') return `身份证号码第7至14位“${text.slice(6, 14)}”不是有效的出生日期。`;
  const expected = checkSymbol(text);
  if (expected !== text.charAt(17))
    return `身份证号码与末位校验码不符（按前17位计算应为“${expected}”，现为“${text.charAt(17)}”），请逐位核对。`;
  return null;
};

export interface PersonFacts {
  /** `YYYY-MM-DD` */
  birth: string;
  sex: '男' | '女';
  /** Full years on a day `YYYY-MM-DD`. */
  age: (day: string) => number;
}

/** Birth, sex and age as the number states them; null when the number is not valid. */
export const personOf = (idNumber: string): PersonFacts | null => {
  if (idNumberProblem(idNumber) !== null) return null;
  const birth = birthOf(idNumber);
  return {
    birth,
    sex: Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女',
    age: (day) => Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0),
  };
};
