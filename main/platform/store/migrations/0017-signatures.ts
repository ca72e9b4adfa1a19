import { schemaStep } from './schema-step.ts';

/**
 * Whose hand an entry of the chain is: the acting person's signature over its hash, and the public key to check it with. Both are '' in
 * entries of before. `signing_key` holds from which entry on which key is a person's; every key that ever signed stays.
 */
const statements: readonly string[] = [
  `alter table audit add column signature text not null default ''`,
  `alter table audit add column "signingKey" text not null default ''`,
  `create index audit_unsigned on audit(seq) where signature = ''`,
  `create table signing_key ("publicKey" text primary key not null, "personId" text not null, suite text not null, "fromSeq" integer not null) strict`,
  'create index signing_key_person on signing_key("personId", "fromSeq")',
];

export const signatures = schemaStep(17, 'Signatures', statements);
