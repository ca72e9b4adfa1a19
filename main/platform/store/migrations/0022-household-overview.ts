import { schemaStep } from './schema-step.ts';

/** What 一户式 shows at a glance is found without reading every paper of the household, and its relations without reading every household. */
const statements: readonly string[] = [
  `create index paper_issued on paper("templateId", "caseId") where status = 'issued'`,
  `create index household_head on household("legalRep") where "legalRep" <> ''`,
  `create index household_address on household(address) where address <> ''`,
];

export const householdOverview = schemaStep(22, 'HouseholdOverview', statements);
