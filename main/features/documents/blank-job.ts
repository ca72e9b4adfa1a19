import type { Office } from '../../../shared/case-file.ts';
import { fieldsOf, type Field, type Template } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import type { PaperJob } from '../../platform/print/job.ts';
import { remedyOn } from './paper-job.ts';

/**
 * An empty form to be filled by hand when no machine is at hand: what never changes stands printed on it (本机关, standing
 * texts, 救济途径 by the law of `day`), everything else is room to write. `number` is one reserved for it, if any.
 */
export const blankJobOf = (
  template: Template,
  office: Office,
  day: string,
  number: string | null = null,
): PaperJob => ({
  template,
  office,
  number,
  values: Object.fromEntries(fieldsOf(template).map((field) => [field.key, standingValue(field, office)])),
  signatures: [],
  approvals: [],
  date: null,
  caseFacts: { number: '', causeName: '' },
  papers: [],
  exhibits: [],
  remedy: remedyOn(day, office, template, null),
  state: 'blank',
});

/** What the office knows of itself, or a text that reads the same in every case; null where somebody has to write. */
function standingValue(field: Field, office: Office): FieldValue {
  const key = /(?:^| )office\.(\w+)$/.exec(field.from ?? '')?.[1];
  const known = key !== undefined && key in office ? office[key as keyof Office] : undefined;
  if (typeof known === 'string' && known !== '') return known;
  return field.preprint && field.default !== undefined ? field.default : null;
}
