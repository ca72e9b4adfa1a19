import { describe, expect, it } from 'vitest';
import { credentialIn, type CredentialDetail } from '../../../shared/identity/credential.ts';
import type { TextLine } from '../../../shared/identity/text-line.ts';

/** A line 30 high with characters 30 wide. */
const line = (text: string, x: number, y: number, score = 0.99): TextLine => ({
  text,
  score,
  x,
  y,
  width: text.length * 30,
  height: 30,
});

type Said = Partial<Record<CredentialDetail, string | null>>;
/** What a picture says; null where it is not believed. */
const said = (lines: readonly TextLine[]): Said =>
  Object.fromEntries(
    (credentialIn(lines)?.details ?? []).map(({ detail, text, doubt }) => [detail, doubt === null ? text : null]),
  );

const code = '91350100M000100Y43';
const licence = [
  line('营业执照', 600, 100),
  line('统一社会信用代码', 100, 150),
  line(code, 100, 195),
  line('名称', 100, 300),
  line('福州示例建筑劳务有限公司', 260, 300),
  line('类型', 100, 360),
  line('有限责任公司', 260, 360),
  line('法定代表人', 100, 420),
  line('陈国强', 260, 420),
  line('经营范围', 100, 480),
  line('建筑劳务分包', 260, 480),
  line('注册资本', 800, 300),
  line('壹佰万元整', 960, 300),
  line('成立日期', 800, 360),
  line('2018年05月16日', 960, 360),
  line('住所', 800, 420),
  line('福州市鼓楼区示例路88号', 960, 420),
  line('3层301室', 960, 464),
  line('登记机关', 860, 760),
  line('2018年05月16日', 930, 860),
];
const licenceSays: Said = {
  uscc: code,
  name: '福州示例建筑劳务有限公司',
  type: '有限责任公司',
  legalRep: '陈国强',
  address: '福州市鼓楼区示例路88号3层301室',
  founded: '2018年05月16日',
};
/** The licence with lines put in place of those that say `text`. */
const instead = (text: string, ...lines: TextLine[]): TextLine[] =>
  licence.flatMap((each) => (each.text === text ? lines : [each]));

const card = [
  line('姓名', 70, 70),
  line('林小燕', 185, 70),
  line('性别', 70, 150),
  line('女', 185, 150),
  line('民族汉', 305, 150),
  line('出生', 70, 225),
  line('1990', 185, 225),
  line('年3', 310, 225),
  line('月7日', 400, 225),
  line('住址', 70, 300),
  line('福州市鼓楼区示例路', 185, 300),
  line('12号503室', 185, 350),
  line('公民身份号码', 70, 525),
  line('350102199003070020', 340, 525),
];
const cardSays: Said = {
  name: '林小燕',
  sex: '女',
  birth: '1990年3月7日',
  address: '福州市鼓楼区示例路12号503室',
  idNumber: '350102199003070020',
};
const otherwise = (text: string, ...lines: TextLine[]): TextLine[] =>
  card.flatMap((each) => (each.text === text ? lines : [each]));

describe('a 营业执照', () => {
  it.each<[string, TextLine[], Said]>([
    ['as it is printed', licence, licenceSays],
    ['in whatever order its lines were found', licence.toReversed(), licenceSays],
    ['with its labels set apart', instead('名称', line('名', 100, 300), line('称', 190, 302)), licenceSays],
    ['with label and value in one line', instead('名称', line('名称：', 100, 300)), licenceSays],
    [
      'with spaces between characters',
      instead('福州示例建筑劳务有限公司', line('福州 示例建筑 劳务有限公司', 260, 300)),
      licenceSays,
    ],
    [
      'with narrow brackets in the name',
      instead('福州示例建筑劳务有限公司', line('示例(福州)有限公司', 260, 300)),
      { ...licenceSays, name: '示例（福州）有限公司' },
    ],
    ['with O for 0 in the code', instead(code, line(code.replaceAll('0', 'O'), 100, 195)), licenceSays],
    ['with the code behind its label', instead(code, line(code, 360, 150)), licenceSays],
    ['with the code in a corner without a label', instead('统一社会信用代码'), licenceSays],
    [
      'with a wrong symbol in the code',
      instead(code, line('91350100M000100Y48', 100, 195)),
      { ...licenceSays, uscc: null },
    ],
    ['with half a code', instead(code, line('91350100M00010', 100, 195)), { ...licenceSays, uscc: undefined }],
    ['with a blurred name', instead('陈国强', line('陈国强', 260, 420, 0.6)), { ...licenceSays, legalRep: null }],
    [
      'with a day that is none',
      instead('2018年05月16日', line('2018年05月l6日', 960, 360)),
      { ...licenceSays, founded: null },
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });

  it.each<[string, TextLine[], boolean]>([
    ['a company', licence, false],
    ['who is named 经营者', instead('法定代表人', line('经营者', 100, 420)), true],
    ['by its type', instead('有限责任公司', line('个体工商户', 260, 360)), true],
  ])('is of a trader: %s', (_, lines, isTrader) => {
    expect(credentialIn(lines)).toMatchObject({ kind: '营业执照', isTrader });
    expect(said(lines).legalRep).toBe('陈国强');
  });

  it('says which symbols of a code to look at', () => {
    const wrong = credentialIn(instead(code, line('91350100M000100Y48', 100, 195)));
    expect(wrong?.details[0]).toEqual({
      detail: 'uscc',
      text: '91350100M000100Y48',
      doubt: expect.stringContaining('没读准：统一社会信用代码与末位校验码不符') as string,
    });
  });
});

describe('an ID card', () => {
  it.each<[string, TextLine[], Said]>([
    ['as it is printed', card, cardSays],
    [
      'with a small x',
      otherwise('350102199003070020', line('11010519491231002x', 340, 525)),
      {
        ...cardSays,
        idNumber: '11010519491231002X',
        birth: null,
      },
    ],
    [
      'with a wrong digit',
      otherwise('350102199003070020', line('350102199003070028', 340, 525)),
      { ...cardSays, idNumber: null },
    ],
    ['with another sex than its number says', otherwise('女', line('男', 185, 150)), { ...cardSays, sex: null }],
    [
      'with another day than its number says',
      otherwise('月7日', line('月1日', 400, 225)),
      { ...cardSays, birth: null },
    ],
    ['with half its birthday', otherwise('月7日'), cardSays],
    ['with wide digits', otherwise('月7日', line('月７日', 400, 225)), cardSays],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });
});

it.each<[string, TextLine[]]>([
  ['nothing', []],
  ['a letter', [line('关于名称变更的函', 100, 100), line('名称', 100, 200), line('示例公司', 200, 200)]],
  [
    'the back of an ID card',
    [line('中华人民共和国', 300, 100), line('居民身份证', 300, 200), line('签发机关', 100, 400)],
  ],
])('%s is no credential', (_, lines) => {
  expect(credentialIn(lines)).toBeNull();
});
