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

/**
 * What is wrong with the details of a party (当事人) as they were typed. The name alone is enough to begin with; what is still to be found
 * out is told by `partyGaps`.
 */
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
  if (idNumber !== '') add('idNumber', '证件号码', idProblem(idType, idNumber));
  return problems;
}

const LATER = '查清后在“修改信息”中补上，还没有出具的文书会跟着填上';

/** What is not known of a party yet and is asked for at 立案, as sentences: a household (一户式档案) is numbered by its code or ID number (第三十五条). */
export function partyGaps({ kind, uscc, idNumber, address, phone }: PartyDetails): string[] {
  const number =
    kind === '个人'
      ? idNumber === '' && `证件号码待查：先以姓名和地址编号，立案时要写；${LATER}（第三十五条）。`
      : uscc === '' &&
        (kind === '无照单位'
          ? `信用代码待查：无照单位先以名称和地址编号；${LATER}（第三十五条）。`
          : `信用代码待查：先以名称和地址编号，立案时要写；${LATER}（第三十五条）。`);
  const missing = [address === '' && '地址', phone === '' && '电话'].filter((detail) => detail !== false);
  const contact = missing.length > 0 && `还没有登记${missing.join('和')}，送达文书时要用。`;
  return [number, contact].filter((sentence) => sentence !== false);
}
