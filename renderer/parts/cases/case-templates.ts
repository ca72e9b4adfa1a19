import type { Definitions } from '../../../shared/contract/regulation.ts';
import type { Template } from '../../../shared/template/template.ts';

/** The templates of a case: today's without those made since it began (`later`), and over them the editions it began with (`own`). */
export const templatesOfCase = (
  definitions: Definitions,
  own: readonly Template[] = [],
  later: readonly string[] = [],
): ReadonlyMap<string, Template> =>
  new Map(
    [...definitions.templates.filter(({ id }) => !later.includes(id)), ...own].map((template) => [
      template.id,
      template,
    ]),
  );
