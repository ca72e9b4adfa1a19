import { glyphProblem } from '../chinese/printable.ts';
import type { PartyDetails } from './party.ts';
import type { FieldProblem } from '../field-problem.ts';
import { idNumberProblem } from './id-number.ts';
import { hasCheckDigit, isNationalId } from './id-kinds.ts';
import { hasOddCheck, usccProblem } from './uscc.ts';

/** What papers print of a party. */
const printed = [
  ['name', '名称'],
  ['legalRep', '法定代表人'],
  ['position', '职务'],
  ['address', '地址'],
] as const;

/** Codes that places gave out by older rules do not fit, and are right. */
const oddCheckSentence = (uscc: string): string =>
  `${usccProblem(uscc) ?? ''}确与营业执照一致的（2015年以前按旧办法编的代码有这种情况），请在“已与营业执照核对”里写明怎样核对的。`;

function idProblem(idType: string, idNumber: string): string | null {
  if (isNationalId(idType) && /^9.{17}$/.test(idNumber))
    return '9开头的18位号码是外国人永久居留身份证号码，请把证件种类改为“外国人永久居留身份证”。';
  return hasCheckDigit(idType, idNumber) ? idNumberProblem(idNumber) : null;
}

/** What is wrong with the details of a party (当事人): a household (一户式档案) is numbered by its code or ID number (第三十五条). */
export function partyProblems(details: PartyDetails): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: keyof PartyDetails, label: string, sentence: string | null): void => {
    if (sentence !== null) problems.push({ field, label, sentence, article: 35 });
  };
  for (const [field, label] of printed) add(field, label, glyphProblem(label, details[field]));
  const { kind, uscc, usccChecked, idType, idNumber } = details;
  const addCode = (): void => {
    if (!hasOddCheck(uscc)) add('uscc', '统一社会信用代码', usccProblem(uscc));
    else if (usccChecked.trim().length < 2) add('usccChecked', '已与营业执照核对', oddCheckSentence(uscc));
  };
  if (details.name.trim() === '')
    add('name', '名称', kind === '个人' ? '请填写姓名。' : '请填写名称，要与营业执照一致。');
  if (uscc !== '') addCode();
  else if (kind === '单位' || kind === '个体工商户')
    add('uscc', '统一社会信用代码', `${kind}要填统一社会信用代码，一户式档案以它为编号；没有证照的请选“无照单位”。`);
  if (idNumber !== '') add('idNumber', '证件号码', idProblem(idType, idNumber));
  if (idNumber === '' && kind === '个人') add('idNumber', '证件号码', '个人要填证件号码，一户式档案以它为编号。');
  if (kind === '无照单位' && details.address.trim() === '')
    add('address', '地址', '无照单位没有证照号，要填地址才能与别的单位分开。');
  return problems;
}
