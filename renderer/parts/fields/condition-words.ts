import type { Condition, Field } from '../../../shared/template/template.ts';

/** A condition on fields of a paper in words: “当事人类型”为单位、个体工商户. `fields` are those it may ask about. */
export function conditionWords(condition: Condition, fields: readonly Field[]): string {
  if ('all' in condition) return condition.all.map((part) => conditionWords(part, fields)).join('，并且');
  if ('any' in condition) return condition.any.map((part) => conditionWords(part, fields)).join('，或者');
  const label = `“${fields.find(({ key }) => key === condition.field)?.label ?? condition.field}”`;
  if ('filled' in condition) return `${label}${condition.filled ? '已填写' : '没有填写'}`;
  return `${label}为${condition.is.map((value) => (typeof value === 'boolean' ? (value ? '是' : '否') : value)).join('、')}`;
}
