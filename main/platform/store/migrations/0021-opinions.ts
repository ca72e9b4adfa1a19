import { schemaStep } from './schema-step.ts';

/** What a person said in approvals is found without walking the whole chain: what of today can be taken back, and the phrases they use. */
export const opinionVerbs = "verb in ('审批同意', '审批退回修改', '审批不同意')";

const statements: readonly string[] = [`create index audit_opinion on audit("personId", seq) where ${opinionVerbs}`];

export const opinions = schemaStep(21, 'Opinions', statements);
