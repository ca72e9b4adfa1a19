const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Number of an article as laws write it: 15 → 第十五条. Takes 1 to 99. */
export const articleName = (article: number): string => {
  const tens = Math.floor(article / 10);
  const ones = article % 10;
  const tenWord = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `第${tenWord}${ones === 0 && tens > 0 ? '' : digits[ones]}条`;
};
