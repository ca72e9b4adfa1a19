import { schemaStep } from './schema-step.ts';

/**
 * People, units and their settings have a database of their own, which was made from these tables before this step runs
 * (app/profile/split-office.ts). When everything was last found whole is read from the chain.
 */
const statements: readonly string[] = [
  'drop table person',
  'drop table unit',
  `create index audit_verified on audit(seq) where verb = '验证'`,
];

export const officeApart = schemaStep(18, 'OfficeApart', statements);
