const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number from 1 to 9999 as laws write it: 15 → 十五, 105 → 一百零五, 110 → 一百一十, 1001 → 一千零一. */
export function numeral(number: number): string {
  if (number >= 1000) {
    const rest = number % 1000;
    const between = rest === 0 || rest >= 100 ? '' : '零';
    const words = rest >= 10 && rest < 20 ? `一${numeral(rest)}` : numeral(rest);
    return `${digits[Math.floor(number / 1000)]}千${between}${rest === 0 ? '' : words}`;
  }
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10];
  const hundredWord = hundreds === 0 ? '' : `${digits[hundreds]}百`;
  const oneWord = ones === 0 ? '' : (digits[ones] ?? '');
  if (tens === 0) return hundreds > 0 && ones > 0 ? `${hundredWord}零${oneWord}` : `${hundredWord}${oneWord}`;
  return `${hundredWord}${tens === 1 && hundreds === 0 ? '' : digits[tens]}十${oneWord}`;
}

/** What such a number says, also in figures: 一百零五 → 105. */
export function numberOf(text: string): number {
  const figures = text.normalize('NFKC');
  if (/^\d+$/.test(figures)) return Number(figures);
  let number = 0;
  let digit = 0;
  for (const letter of text.replaceAll('〇', '零')) {
    const times = powers[letter];
    if (times !== undefined) {
      number += Math.max(digit, 1) * times;
      digit = 0;
    } else digit = digits.indexOf(letter);
  }
  return number + digit;
}

/** Number of an article as laws write it: 15 → 第十五条. Takes 1 to 9999. */
export const articleName = (article: number): string => `第${numeral(article)}条`;
