import type { CaseFile } from '../../../shared/case-file.ts';
import { isFilled } from '../../../shared/template/conditions.ts';
import { fieldsOf, type Template } from '../../../shared/template/template.ts';
import { shapeFault } from '../../../shared/template/value-faults.ts';
import type { Values } from '../../../shared/template/values.ts';
import type { FeatureContext } from '../context.ts';
import { mayOpenCase } from '../staff/access.ts';

/**
 * What a new paper takes over from the case that this one was registered after: the texts that say the same in every case of the kind
 * (`reuse`), as the newest such paper there has them. Nothing of a case that may not be opened (any more).
 */
export function modelValues(context: FeatureContext, { case: { modelId } }: CaseFile, template: Template): Values {
  const reused = fieldsOf(template).filter(({ reuse, secret }) => reuse === true && secret !== true);
  if (modelId === null || reused.length === 0 || !mayOpenCase(context, modelId)) return {};
  const paper = context.store.get<{ values: string }>(
    `select "values" from paper where caseId = ? and templateId = ? and status <> 'void' order by status = 'issued' desc, createdAt desc limit 1`,
    modelId,
    template.id,
  );
  const values = paper === undefined ? {} : (JSON.parse(paper.values) as Values);
  return Object.fromEntries(
    reused.flatMap((field) => {
      const value = values[field.key];
      // The paper may have another edition by now.
      const fits = value !== undefined && isFilled(value) && shapeFault(field, value) === undefined;
      return fits ? [[field.key, value]] : [];
    }),
  );
}
