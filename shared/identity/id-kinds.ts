/** The kinds of documents a person may be known by, as they are chosen. */
export const idKinds = [
  '居民身份证',
  '港澳台居民居住证',
  '护照',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '外国人永久居留身份证',
] as const;

/**
 * Whether a kind carries a 公民身份号码; empty counts as it. The 港澳台居民居住证 does (81, 82, 83 in front): whichever of both is chosen, it is one number
 * of one person.
 */
export const isNationalId = (idKind: string): boolean =>
  /^(|居民身份证|身份证|公民身份号码|港澳台居民居住证)$/.test(idKind);

/** Whether the number of this kind ends with a check digit: the card of foreigners has 18 places since 2023 (GA 2102), 15 before. */
export const hasCheckDigit = (idKind: string, idNumber: string): boolean =>
  isNationalId(idKind) || (idKind === '外国人永久居留身份证' && /^9.{17}$/.test(idNumber));
