import type { TemplateEdit } from './use-template-edit.ts';

/** What every tab of a template gets. */
export interface TabProps {
  edit: TemplateEdit;
  readOnly: boolean;
}
