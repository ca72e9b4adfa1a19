import type { PartyDetails } from './party.ts';
import type { FieldProblem } from '../field-problem.ts';
import { idNumberProblem } from './id-number.ts';
import { usccProblem } from './uscc.ts';

/** Whether `idType` names the 公民身份号码, which the 港澳台居民居住证 bears too; empty counts as it. */
export const isNationalId = (idType: string): boolean =>
  /^(|居民身份证|身份证|公民身份号码|港澳台居民居住证)$/.test(idType);

/** What is wrong with the details of a party (当事人): a household (一户式档案) is numbered by its code or ID number (第三十五条). */
export function partyProblems(details: PartyDetails): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: keyof PartyDetails, label: string, sentence: string | null): void => {
    if (sentence !== null) problems.push({ field, label, sentence, article: 35 });
  };
  const { kind, uscc, idType, idNumber } = details;
  if (details.name.trim() === '')
    add('name', '名称', kind === '个人' ? '请填写姓名。' : '请填写名称，要与营业执照一致。');
  if (uscc !== '') add('uscc', '统一社会信用代码', usccProblem(uscc));
  else if (kind === '单位' || kind === '个体工商户')
    add('uscc', '统一社会信用代码', `${kind}要填统一社会信用代码，一户式档案以它为编号；没有证照的请选“无照单位”。`);
  if (idNumber !== '' && isNationalId(idType)) add('idNumber', '证件号码', idNumberProblem(idNumber));
  if (idNumber === '' && kind === '个人') add('idNumber', '证件号码', '个人要填证件号码，一户式档案以它为编号。');
  if (kind === '无照单位' && details.address.trim() === '')
    add('address', '地址', '无照单位没有证照号，要填地址才能与别的单位分开。');
  return problems;
}
