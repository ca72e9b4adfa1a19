const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 999 as laws write it: 15 → 十五, 105 → 一百零五, 110 → 一百一十. */
export function numeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10];
  const hundredWord = hundreds === 0 ? '' : `${digits[hundreds]}百`;
  const oneWord = ones === 0 ? '' : (digits[ones] ?? '');
  if (tens === 0) return hundreds > 0 && ones > 0 ? `${hundredWord}零${oneWord}` : `${hundredWord}${oneWord}`;
  return `${hundredWord}${tens === 1 && hundreds === 0 ? '' : digits[tens]}十${oneWord}`;
}

/** What such a number says, also in figures: 一百零五 → 105. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let number = 0;
  let digit = 0;
  for (const letter of text.replaceAll('〇', '零')) {
    if (letter === '百' || letter === '十') {
      number += Math.max(digit, 1) * (letter === '百' ? 100 : 10);
      digit = 0;
    } else digit = digits.indexOf(letter);
  }
  return number + digit;
}

/** Number of an article as laws write it: 15 → 第十五条. Takes 1 to 999. */
export const articleName = (article: number): string => `第${numeral(article)}条`;
