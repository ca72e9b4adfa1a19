import type { EntityManager } from 'typeorm';
import type { Audit } from '../../platform/audit/chain.ts';
import type { RegisteredKey } from '../../platform/audit/signatures.ts';
import type { Store } from '../../platform/store/open.ts';
import { signingKeyTable } from '../../platform/store/tables/staff.ts';

/**
 * Puts a person's signing key on record, inside a unit of work whose entry says why. It holds from the first entry signed with it, else from the
 * next one.
 */
export async function registerSigningKey(
  { store, audit }: { store: Pick<Store, 'get'>; audit: Pick<Audit, 'head'> },
  tx: EntityManager,
  { personId, suite, publicKey }: Omit<RegisteredKey, 'fromSeq'>,
): Promise<void> {
  const first = store.get<{ seq: number | null }>(
    'select min(seq) as seq from audit where "signingKey" = ?',
    publicKey,
  );
  const fromSeq = first?.seq ?? audit.head().seq + 1;
  await tx.insert(signingKeyTable, { personId, suite, publicKey, fromSeq });
}
