const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/**
 * An amount in yuan (0 to 999,999,999,999.99, at most two decimals) in the capitals of 《正确填写票据和结算凭证的基本规定》,
 * e.g. 12000 → 壹万贰仟元整, 0.05 → 伍分; an empty text for what is no such amount.
 */
export function capitalOf(yuan: number): string {
  const cents = Math.round(yuan * 100);
  if (!Number.isFinite(yuan) || cents < 0 || cents >= 1e14) return '';
  if (cents === 0) return '零元整';
  const whole = Math.floor(cents / 100);
  return `${whole === 0 ? '' : `${integer(whole)}元`}${fraction(cents % 100, whole > 0)}`;
}

function fraction(cents: number, afterYuan: boolean): string {
  if (cents === 0) return '整';
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  if (jiao === 0) return `${afterYuan ? '零' : ''}${digits[fen]}分`;
  return `${digits[jiao]}角${fen === 0 ? '整' : `${digits[fen]}分`}`;
}

function integer(whole: number): string {
  const figures = String(whole);
  let text = '';
  let zero = false;
  for (const [index, figure] of [...figures].entries()) {
    const power = figures.length - 1 - index;
    if (figure === '0') zero = true;
    else {
      text += `${zero ? '零' : ''}${digits[Number(figure)]}${places[power % 4]}`;
      zero = false;
    }
    // 万 and 亿 are said once per group, and only where the group holds something.
    if (power % 4 === 0 && power > 0 && Math.floor(whole / 10 ** power) % 10_000 > 0) {
      text += groups[power / 4];
      zero = false;
    }
  }
  return text;
}
