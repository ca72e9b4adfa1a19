import { chineseDay } from '../time/chinese-day.ts';
import { idNumberProblem, personOf, type PersonFacts } from './id-number.ts';
import { labelledValues, type LabelledValue, type Labels } from './labelled-lines.ts';
import type { TextLine } from './text-line.ts';
import { usccProblem } from './uscc.ts';

/** In the order they are shown. */
export const credentialDetails = [
  'uscc',
  'name',
  'sex',
  'birth',
  'type',
  'legalRep',
  'address',
  'idNumber',
  'founded',
] as const;
export type CredentialDetail = (typeof credentialDetails)[number];

export interface ReadDetail {
  detail: CredentialDetail;
  text: string;
  /** Null when it may be filled in; else why what was read is not believed, as a sentence. */
  doubt: string | null;
}

/** A 营业执照 or a 居民身份证 as it was read from a picture. */
export interface Credential {
  kind: '营业执照' | '身份证';
  /** The licence of a 个体工商户, which names an 经营者. */
  isTrader: boolean;
  details: ReadDetail[];
}

/** Labels as they are printed, without the spaces in them. */
const onLicence: Labels<CredentialDetail> = {
  统一社会信用代码: 'uscc',
  名称: 'name',
  类型: 'type',
  主体类型: 'type',
  法定代表人: 'legalRep',
  负责人: 'legalRep',
  经营者: 'legalRep',
  投资人: 'legalRep',
  执行事务合伙人: 'legalRep',
  成立日期: 'founded',
  注册日期: 'founded',
  住所: 'address',
  营业场所: 'address',
  经营场所: 'address',
  主要经营场所: 'address',
  经营范围: null,
  注册资本: null,
  出资额: null,
  组成形式: null,
  营业期限: null,
  合伙期限: null,
  登记机关: null,
};
const onCard: Labels<CredentialDetail> = {
  姓名: 'name',
  性别: 'sex',
  民族: null,
  出生: 'birth',
  住址: 'address',
  公民身份号码: 'idNumber',
};

/** A line read worse than this may be wrong in a character nobody notices. */
const readsWell = 0.85;
const NOT_SURE = '没读准，请对照图片核对。';

/** What a picture says of a party; null when it is no 营业执照 and no 身份证 with its labels to be read. */
export function credentialIn(lines: readonly TextLine[]): Credential | null {
  const licence = labelledValues(lines, onLicence);
  const card = labelledValues(lines, onCard);
  if (Math.max(licence.length, card.length) < 2) return null;
  return card.length > licence.length ? idCard(card, lines) : businessLicence(licence, lines);
}

function businessLicence(values: readonly LabelledValue<CredentialDetail>[], lines: readonly TextLine[]): Credential {
  const type = values.find(({ detail }) => detail === 'type')?.text ?? '';
  const isTrader = values.some(({ label }) => label === '经营者') || type.includes('个体工商户');
  const uscc = codeAmong(values, lines, 'uscc', usccSymbols, usccProblem);
  const rest = ordinary(values, 'uscc', { founded: dayProblem });
  return { kind: '营业执照', isTrader, details: shown([...uscc, ...rest]) };
}

function idCard(values: readonly LabelledValue<CredentialDetail>[], lines: readonly TextLine[]): Credential {
  const number = codeAmong(values, lines, 'idNumber', idSymbols, idNumberProblem);
  const facts = personOf(number[0]?.text ?? '');
  const rest = ordinary(values, 'idNumber', { birth: dayProblem });
  const judged = facts === null ? rest : rest.map((each) => besideNumber(each, facts));
  return { kind: '身份证', isTrader: false, details: shown([...judged, ...number]) };
}

/** A number that is right says sex and birthday; on the card they are small, and pieces of them get lost. */
function besideNumber(read: ReadDetail, { sex, birth }: PersonFacts): ReadDetail {
  const differs = '与公民身份号码里的不一致，请对照图片核对。';
  if (read.detail === 'sex') return { ...read, doubt: read.text === sex ? null : differs };
  if (read.detail !== 'birth') return read;
  const day = isoDay(read.text);
  return day === null || day === birth
    ? { ...read, text: chineseDay(birth), doubt: null }
    : { ...read, doubt: differs };
}

const shown = (details: readonly ReadDetail[]): ReadDetail[] =>
  details.toSorted((a, b) => credentialDetails.indexOf(a.detail) - credentialDetails.indexOf(b.detail));

/** Capitals that no code has because they look like digits. */
const usccSymbols = (text: string): string =>
  text.toUpperCase().replaceAll('O', '0').replaceAll('I', '1').replaceAll('Z', '2').replaceAll('S', '5');
const idSymbols = (text: string): string => text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A code is believed only when its check digit holds; it is looked for behind its label, then in any line. */
function codeAmong(
  values: readonly LabelledValue<CredentialDetail>[],
  lines: readonly TextLine[],
  detail: CredentialDetail,
  symbolsOf: (text: string) => string,
  problemOf: (code: string) => string | null,
): ReadDetail[] {
  const read = values.filter((value) => value.detail === detail).map(({ text }) => text);
  const codes = [...read, ...lines.map(({ text }) => text)].flatMap(
    (text) => symbolsOf(text.replaceAll(/[\s.·-]/g, '')).match(/[0-9A-Z]{15,20}/) ?? [],
  );
  const [seen] = codes;
  const right = codes.find((code) => problemOf(code) === null);
  if (right !== undefined) return [{ detail, text: right, doubt: null }];
  if (seen === undefined) return [];
  return [{ detail, text: seen, doubt: `没读准：${problemOf(seen) ?? ''}` }];
}

const isoDay = (text: string): string | null => {
  const [, year = '', month = '', day = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const dayProblem = (text: string): string | null => (isoDay(text) === null ? NOT_SURE : null);

type Judges = Partial<Record<CredentialDetail, (text: string) => string | null>>;

/** Each detail but the code, said once, with what speaks against it. */
function ordinary(
  values: readonly LabelledValue<CredentialDetail>[],
  code: CredentialDetail,
  judges: Judges,
): ReadDetail[] {
  const said = values.filter(
    ({ detail, text }, index) =>
      detail !== code && text !== '' && values.findIndex((value) => value.detail === detail) === index,
  );
  return said.map(({ detail, text, score }) => ({
    detail,
    text,
    doubt: score < readsWell ? NOT_SURE : (judges[detail]?.(text) ?? null),
  }));
}
