import { expect, test } from 'vitest';
import { coreOfName, isSimilarName, plainName } from '../../../shared/identity/party-name.ts';

test.each([
  ['辽源市福满园餐饮有限公司', '辽源市福满园餐饮有限责任公司'],
  ['辽源市福满园餐饮有限公司', '辽源市福满园餐饮股份有限公司'],
  ['辽源（市）福满园 餐饮有限公司', '辽源(市)福满园餐饮有限公司'],
  ['ＡＢＣ面馆', 'abc 面馆'],
])('%s and %s are one name', (one, other) => {
  expect(plainName(one)).toBe(plainName(other));
});

test.each([
  ['辽源市福满园餐饮有限公司', '福满园餐饮'],
  ['吉林省辽源市龙山区好味来饭店', '龙山区好味来饭店'],
  ['东丰县好味来饭店（个体工商户）', '好味来饭店'],
  ['好又多超市', '好又多超市'],
  ['王伟', '王伟'],
  ['某公司', '某公司'],
])('what tells %s from others is %s', (name, core) => {
  expect(coreOfName(name)).toBe(core);
});

test.each([
  ['辽源市福满园餐饮有限公司', '福满园', true],
  ['辽源市福满园餐饮有限公司', '福满园饭店', true],
  ['辽源市福满园餐饮有限公司', '辽源市福满圆餐饮有限公司', true],
  ['辽源市福满园餐饮有限公司', '辽源市百味楼餐饮有限公司', false],
  ['城东面馆', '城西面馆', false],
  ['辽源市鑫源建筑有限公司', '鑫源建筑工程有限公司', true],
  ['辽源市鑫源建筑有限公司', '辽源市鑫源物业有限公司', false],
  ['李', '李', true],
  ['李', '王', false],
])('%s and %s: worth a look is %s', (one, other, similar) => {
  expect(isSimilarName(one, other)).toBe(similar);
  expect(isSimilarName(other, one)).toBe(similar);
});
