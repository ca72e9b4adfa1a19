import * as z from 'zod';

/** 邮政编码: six digits, or '' where it is not known. */
export const isPostcode = (text: string): boolean => /^(\d{6})?$/.test(text);

export const postcodeProblem = '邮政编码是六位数字。';

export const Postcode = z.string().refine(isPostcode, postcodeProblem);
