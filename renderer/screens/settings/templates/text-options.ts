import { fieldsOf, type Field, type Template } from '../../../../shared/template/template.ts';
import type { ChipOption } from '../../../ui/chip-text.tsx';
import { OFFERED } from './piece-words.ts';
import { placeholderOf } from './template-draft.ts';
import { typeWords } from './template-words.ts';

/** Everything that can be put into the text of a paper with these fields: its fields, what every paper has, and conditions on a field. */
export function textOptions(sections: Template['sections']): ChipOption[] {
  const fields = fieldsOf({ sections });
  // A field of the same key is what the text says; one of the same name would be taken for it.
  const around = OFFERED.filter(([key, name]) => !fields.some((field) => field.key === key || field.label === name));
  return [
    ...fields.map((field) => ({ name: field.label, detail: typeWords[field.type], text: placeholderOf(field) })),
    ...around.map(([key, name]) => ({ name, detail: '各文书都有', text: `{{ ${key} }}` })),
    ...fields.flatMap(conditionsOn),
  ];
}

/** What can be asked of a field; of a choice, which one it is. */
function conditionsOn({ key, label, type, choices = [] }: Field): ChipOption[] {
  const plain = condition(type === 'flag' ? `如果“${label}”为是` : `如果填了“${label}”`, key);
  const equal = choices.filter((choice) => !choice.includes('"'));
  if (type === 'choice')
    return equal.map((choice) => condition(`如果“${label}”是“${choice}”`, `${key} == "${choice}"`));
  if (type !== 'choices') return [plain];
  return [plain, ...equal.map((choice) => condition(`如果“${label}”含有“${choice}”`, `${key} contains "${choice}"`))];
}

/** A condition with its end; what is typed next stands between the two. */
function condition(name: string, code: string): ChipOption {
  const begin = `{% if ${code} %}`;
  return { name, detail: '条件', text: `${begin}{% endif %}`, caret: begin.length };
}
