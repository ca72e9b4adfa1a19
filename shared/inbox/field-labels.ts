import type { Template } from '../template/template.ts';

/** What a field of a paper is called on its form; the key where the template has no such field. */
export const labelOfField = (template: Template | undefined, key: string): string =>
  template?.sections.flatMap(({ fields }) => fields).find((field) => field.key === key)?.label ?? key;
