import { describe, expect, it } from 'vitest';
import {
  formatDocumentNumber,
  normaliseBrackets,
  parseDocumentNumber,
} from '../../../shared/identity/document-number.ts';
import { householdKeyOf } from '../../../shared/identity/household-key.ts';
import { idNumberProblem, personOf } from '../../../shared/identity/id-number.ts';
import { initialsOf } from '../../../shared/chinese/pinyin.ts';
import { usccProblem } from '../../../shared/identity/uscc.ts';

describe('统一社会信用代码', () => {
  it.each(['91350100M000100Y43', '91110000802100433B', '91440300708461136T', '914403001922038216'])(
    'accepts %s',
    (code) => {
      expect(usccProblem(code)).toBeNull();
    },
  );
  it.each([
    ['', '统一社会信用代码应为18位，现为0位。'],
    ['91350100M000100Y4', '统一社会信用代码应为18位，现为17位。'],
    ['91350100M000100Y4O', '统一社会信用代码第18位的“O”不是代码用字，请核对是否为数字“0”。'],
    ['91350100m000100Y43', '统一社会信用代码第9位的“m”应为大写字母“M”。'],
    [
      '91350100M000100Y44',
      '统一社会信用代码与末位校验码不符（按前17位计算应为“3”，现为“4”），请先核对第1至8位或末位。',
    ],
    ['91350100M000100Y53', '统一社会信用代码与末位校验码不符（按前17位计算应为“6”，现为“3”），请先核对第9至17位。'],
  ])('says what is wrong with %s', (code, sentence) => {
    expect(usccProblem(code)).toBe(sentence);
  });
});

describe('公民身份号码', () => {
  it.each(['11010519491231002X', '440524188001010014'])('accepts %s', (number) => {
    expect(idNumberProblem(number)).toBeNull();
  });
  it.each([
    ['11010519491231002x', '身份证号码末位的“x”应为大写字母“X”。'],
    ['1101051949123100', '身份证号码应为18位，现为16位。'],
    ['110105491231002', '这是15位的旧身份证号码，请填写18位号码。'],
    ['11O10519491231002X', '身份证号码第3位的“O”应为数字。'],
    ['11010519490231002X', '身份证号码第7至14位“19490231”不是有效的出生日期。'],
    ['110105194912310021', '身份证号码与末位校验码不符（按前17位计算应为“X”，现为“1”），请逐位核对。'],
  ])('says what is wrong with %s', (number, sentence) => {
    expect(idNumberProblem(number)).toBe(sentence);
  });
  it('states birth, sex and age on a day', () => {
    const person = personOf('11010519491231002X');
    expect(person).toMatchObject({ birth: '1949-12-31', sex: '女' });
    expect(person?.age('2026-12-30')).toBe(76);
    expect(person?.age('2026-12-31')).toBe(77);
    expect(personOf('440524188001010014')?.sex).toBe('男');
    expect(personOf('110105194912310021')).toBeNull();
  });
});

describe('birth days at the switches of summer time (1986–1991)', () => {
  it.each([
    ['220402198605040112', '1986-05-04'],
    ['220402198804100122', '1988-04-10'],
    ['220402198909170135', '1989-09-17'],
    ['810000199002280010', '1990-02-28'],
  ])('%s is born on %s', (number, birth) => {
    const person = personOf(number);
    expect(person?.birth).toBe(birth);
    expect(person?.age(`2026${birth.slice(4)}`)).toBe(2026 - Number(birth.slice(0, 4)));
  });
});

describe('文号', () => {
  const parts = { code: '辽人社', letters: '监立', year: 2021, seq: 1 };
  it('prints both grammars', () => {
    expect(formatDocumentNumber({ ...parts, grammar: 'enforcement' })).toBe('辽人社监立字〔2021〕第001号');
    expect(formatDocumentNumber({ ...parts, letters: '函', seq: 29, grammar: 'official' })).toBe(
      '辽人社函〔2021〕29号',
    );
    expect(formatDocumentNumber({ ...parts, seq: 1234, grammar: 'enforcement' })).toBe('辽人社监立字〔2021〕第1234号');
  });
  it.each(['[2021]', '【2021】', '（2021）', '(2021)', '〔2021〕', '［ 2021 ］'])(
    'makes %s the six-cornered brackets',
    (year) => {
      expect(normaliseBrackets(`辽人社监立字${year}第001号`)).toBe('辽人社监立字〔2021〕第001号');
    },
  );
  it('takes numbers apart', () => {
    expect(parseDocumentNumber('中原人社监察罚先告字【2026】第0028号')).toEqual({
      prefix: '中原人社监察罚先告',
      year: 2026,
      seq: 28,
      grammar: 'enforcement',
    });
    expect(parseDocumentNumber('国办发〔2018〕118号')).toEqual({
      prefix: '国办发',
      year: 2018,
      seq: 118,
      grammar: 'official',
    });
  });
  it.each(['辽人社监立字〔2021〕第000号', '辽人社〔2021〕第029号', '辽人社监立字〔21〕第1号', '随便'])(
    'refuses %s',
    (text) => {
      expect(parseDocumentNumber(text)).toBeNull();
    },
  );
});

describe('拼音首字母', () => {
  it.each([
    ['张三', 'zs'],
    ['单雄信', 'sxx'],
    ['曾国强', 'zgq'],
    ['辽源市A2餐饮（有限）公司', 'lysa2cyyxgs'],
    ['', ''],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('一户式 key', () => {
  const unit = {
    kind: '单位',
    name: '辽源某某餐饮有限公司',
    uscc: '91350100m000100y43',
    idType: '',
    idNumber: '',
    address: '龙山区人民大街1号',
    phone: '13904370000',
  } as const;
  it('is the code in upper case for units', () => {
    expect(householdKeyOf(unit)).toEqual({ kind: 'uscc', text: '91350100M000100Y43' });
  });
  it('is the ID number for a person, apart by kind of certificate', () => {
    const person = { ...unit, kind: '个人', uscc: '', idType: '居民身份证', idNumber: '11010519491231002x' } as const;
    expect(householdKeyOf(person)).toEqual({ kind: 'id', text: '11010519491231002X' });
    const permit = { ...person, idNumber: '810000199002280010' };
    expect(householdKeyOf({ ...permit, idType: '港澳台居民居住证' })).toEqual(householdKeyOf(permit));
    expect(householdKeyOf({ ...person, idType: '护照', idNumber: 'e123' })).toEqual({ kind: 'id', text: '护照:E123' });
  });
  it('is temporary where there is no number', () => {
    expect(householdKeyOf({ ...unit, kind: '无照单位', uscc: '', name: '某 砖厂' })).toEqual({
      kind: 'temporary',
      text: '某砖厂@龙山区人民大街1号',
    });
  });
  it.each([
    ['the phone tells units of one name apart while nobody knows the address', {}, '某砖厂@13904370000'],
    ['the name alone, where nothing else is known', { phone: '' }, '某砖厂@'],
  ])('%s', (_, known, text) => {
    expect(householdKeyOf({ ...unit, uscc: '', name: '某砖厂', address: '', ...known })).toEqual({
      kind: 'temporary',
      text,
    });
  });
});
