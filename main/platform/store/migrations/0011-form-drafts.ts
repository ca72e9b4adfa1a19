import { schemaStep } from './schema-step.ts';

// The table is called what it holds everywhere else: form drafts (未保存的填写).
const statements = ['alter table kept_draft rename to form_draft'];

export const formDrafts = schemaStep(11, 'FormDrafts', statements);
