import { nameForm } from '../../../shared/chinese/name-form.ts';
import type { Field } from '../../../shared/template/template.ts';
import { codeText, seenLine, seenText } from '../../../shared/typed-text.ts';

/** Fields that hold the name of a person or unit, by how the papers call them. */
const isName = ({ key }: Field): boolean => /(^name|Name|LegalRep|legalRep)$/.test(key);

/** The form in which a field keeps what is typed or pasted into it. */
export function keptAs(field: Field): (typed: string) => string {
  if (field.format !== undefined) return codeText;
  if (field.type === 'longText') return seenText;
  return isName(field) ? (typed) => nameForm(seenLine(typed)) : seenLine;
}
